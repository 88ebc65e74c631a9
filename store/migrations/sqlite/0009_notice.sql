-- Notices: what a reporter wants to be told, where it goes, and how sending went; and a receipt that was lost.
-- The same tables as the other database's file of this name; a test compares the two.

-- A message goes one way, and is given up on after many tries. `target_id` names one of several browsers.
alter table outbox add column channel text not null default 'mail' check (channel in ('mail', 'phone', 'push'));
alter table outbox add column target_id blob;
alter table outbox add column dead_at_ms integer;
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
    home_id    blob not null,
    case_id    blob not null,
    channel    text not null check (channel in ('mail', 'phone', 'push')),
    wish_group text not null check (wish_group in ('answers', 'moves', 'limits', 'ends', 'identity')),
    is_on      integer not null check (is_on in (0, 1)),
    primary key (home_id, case_id, channel, wish_group),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- An e-mail address given after the filing: `asked` waits until its owner has confirmed it, `address` is in force.
create table notice_address (
    home_id         blob not null,
    case_id         blob not null,
    address         text,
    confirmed_at_ms integer,
    asked           text,
    asked_at_ms     integer,
    primary key (home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- A browser that asked to be told by push.
create table push_target (
    home_id  blob not null,
    case_id  blob not null,
    id       blob not null,
    endpoint text not null,
    p256dh   blob not null,
    auth     blob not null,
    lang     text not null check (lang in ('id', 'en')),
    is_named integer not null check (is_named in (0, 1)),
    at_ms    integer not null,
    primary key (home_id, case_id, id),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;
create unique index push_target_once on push_target (home_id, case_id, endpoint);

-- Each time the house itself used a contact, to send something. The reporter reads it.
create table contact_use (
    home_id    blob not null,
    case_id    blob not null,
    message_id blob not null,
    tries      integer not null,
    channel    text not null,
    topic      text not null,
    at_ms      integer not null,
    primary key (home_id, case_id, message_id, tries),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- Attempts to have a lost receipt replaced, by code: so that nobody is flooded and nobody guesses for long. It holds
-- codes that were typed, also of cases that do not exist.
create table lost_receipt (
    code  text not null,
    at_ms integer not null,
    no    integer not null,
    primary key (code, at_ms, no)
) strict;
create index lost_receipt_by_age on lost_receipt (at_ms);
