-- Notices: what a reporter wants to be told, where it goes, and how sending went; and a receipt that was lost.
-- The same tables as the other database's file of this name; a test compares the two.

-- A message goes one way, and is given up on after many tries. `target_id` names one of several browsers.
alter table outbox add column channel text not null default 'mail' check (channel in ('mail', 'phone', 'push'));
alter table outbox add column target_id uuid;
alter table outbox add column dead_at_ms bigint;
alter table outbox add column failure text;
drop index outbox_unsent;
create index outbox_unsent on outbox (channel, due_at_ms, id) where sent_at_ms is null and dead_at_ms is null;
create index outbox_dead on outbox (dead_at_ms) where dead_at_ms is not null;
-- Several changes before a notice goes out are one notice: it says only that there is news. Once sending has begun,
-- the next change is told anew.
create unique index outbox_once on outbox (home_id, case_id, channel, coalesce(target_id, case_id))
    where topic = 'notice' and tries = 0;

-- What a reporter switched on or off, where that differs from what is usual for the kind of report.
create table notice_wish (
    home_id    uuid not null,
    case_id    uuid not null,
    channel    text not null check (channel in ('mail', 'phone', 'push')),
    wish_group text not null check (wish_group in ('answers', 'moves', 'limits', 'ends', 'identity')),
    is_on      boolean not null,
    primary key (home_id, case_id, channel, wish_group),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- An e-mail address given after the filing: `asked` waits until its owner has confirmed it, `address` is in force.
create table notice_address (
    home_id         uuid not null,
    case_id         uuid not null,
    address         text,
    confirmed_at_ms bigint,
    asked           text,
    asked_at_ms     bigint,
    primary key (home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- A browser that asked to be told by push.
create table push_target (
    home_id  uuid not null,
    case_id  uuid not null,
    id       uuid not null,
    endpoint text not null,
    p256dh   bytea not null,
    auth     bytea not null,
    lang     text not null check (lang in ('id', 'en')),
    is_named boolean not null,
    at_ms    bigint not null,
    primary key (home_id, case_id, id),
    foreign key (home_id, case_id) references cases (home_id, id)
);
create unique index push_target_once on push_target (home_id, case_id, endpoint);

-- Each time the house itself used a contact, to send something. The reporter reads it.
create table contact_use (
    home_id    uuid not null,
    case_id    uuid not null,
    message_id uuid not null,
    tries      bigint not null,
    channel    text not null,
    topic      text not null,
    at_ms      bigint not null,
    primary key (home_id, case_id, message_id, tries),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- Attempts to have a lost receipt replaced, by code: so that nobody is flooded and nobody guesses for long. It holds
-- codes that were typed, also of cases that do not exist.
create table lost_receipt (
    code  text not null,
    at_ms bigint not null,
    no    bigint not null,
    primary key (code, at_ms, no)
);
create index lost_receipt_by_age on lost_receipt (at_ms);

-- None of it is for a desk: only who names the case, as its reporter or as its sender, sees it.
do $$
declare
    name text;
begin
    foreach name in array array['notice_wish', 'notice_address', 'push_target', 'contact_use'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy named on %I to sinergi_writer
                            using ((home_id, case_id) = (app_home_id(), app_case_id()))', name);
    end loop;
end
$$;
