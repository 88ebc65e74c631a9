-- A citizen's account: a keyed hash of an e-mail address, and the reports that its owner put into it. There is no row
-- for the account itself: without reports, sessions and links it is nothing. Its column is always called `account`.

-- Whose account looks: set for one transaction, null outside it.
create function app_account() returns bytea language sql stable
    return decode(nullif(current_setting('app.account', true), ''), 'hex');

-- A link that was asked for. The address is here until the link is used or has ended, for its one letter; the hash stays
-- for a day, so that nobody's mailbox is flooded.
create table citizen_ask (
    id          uuid not null primary key,
    account     bytea not null,
    address     text,
    lang        text not null check (lang in ('id', 'en')),
    asked_at_ms bigint not null,
    ends_at_ms  bigint not null,
    sent_at_ms  bigint,
    used_at_ms  bigint
);
create index citizen_ask_by_account on citizen_ask (account, asked_at_ms);
create index citizen_ask_by_age on citizen_ask (asked_at_ms);

-- A signed-in browser, by the hash of the token it holds.
create table citizen_session (
    token_hash    bytea not null primary key,
    account       bytea not null,
    created_at_ms bigint not null,
    expires_at_ms bigint not null
);
create index citizen_session_by_account on citizen_session (account);
create index citizen_session_by_expiry on citizen_session (expires_at_ms);

-- A report in an account. It lies apart from the report, as the identity does, and no desk sees it.
create table citizen_case (
    account        bytea not null,
    home_id        uuid not null,
    case_id        uuid not null,
    received_at_ms bigint not null,
    primary key (account, home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
);
create index citizen_case_by_time on citizen_case (account, received_at_ms, case_id);
create index citizen_case_by_case on citizen_case (home_id, case_id);

-- Only a write that was begun for it reads who asked for a link.
alter table citizen_ask enable row level security;
create policy asked on citizen_ask to sinergi_writer using (true);
-- What is in an account is there for that account alone; a writer may also take the one case it names out of all.
alter table citizen_case enable row level security;
create policy own on citizen_case for select to sinergi_reader using (account = app_account());
create policy kept on citizen_case to sinergi_writer using (account = app_account());
create policy named on citizen_case to sinergi_writer using ((home_id, case_id) = (app_home_id(), app_case_id()));
