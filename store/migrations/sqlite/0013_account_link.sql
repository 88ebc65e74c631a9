-- A citizen's account: a keyed hash of an e-mail address, and the reports that its owner put into it. There is no row
-- for the account itself: without reports, sessions and links it is nothing. Its column is always called `account`.

-- A link that was asked for. The address is here until the link is used or has ended, for its one letter; the hash stays
-- for a day, so that nobody's mailbox is flooded.
create table citizen_ask (
    id          blob not null primary key,
    account     blob not null,
    address     text,
    lang        text not null check (lang in ('id', 'en')),
    asked_at_ms integer not null,
    ends_at_ms  integer not null,
    sent_at_ms  integer,
    used_at_ms  integer
) strict;
create index citizen_ask_by_account on citizen_ask (account, asked_at_ms);
create index citizen_ask_by_age on citizen_ask (asked_at_ms);

-- A signed-in browser, by the hash of the token it holds.
create table citizen_session (
    token_hash    blob not null primary key,
    account       blob not null,
    created_at_ms integer not null,
    expires_at_ms integer not null
) strict;
create index citizen_session_by_account on citizen_session (account);
create index citizen_session_by_expiry on citizen_session (expires_at_ms);

-- A report in an account. It lies apart from the report, as the identity does, and no desk sees it.
create table citizen_case (
    account        blob not null,
    home_id        blob not null,
    case_id        blob not null,
    received_at_ms integer not null,
    primary key (account, home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;
create index citizen_case_by_time on citizen_case (account, received_at_ms, case_id);
create index citizen_case_by_case on citizen_case (home_id, case_id);
