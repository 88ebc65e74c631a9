-- Files of a case, and files on their way to one.

-- A file that came with the report (`message_no` is null) or with a message. Its bytes lie under `stored`, outside the
-- database. `no` is its place among those that came with it. `only_id` names the one desk that reads it, besides the reporter.
create table attachment (
    home_id    blob not null,
    case_id    blob not null,
    id         blob not null,
    message_no integer,
    seq        integer not null,
    no         integer not null,
    kind       text not null check (kind in ('jpeg', 'png', 'pdf', 'mp4')),
    name       text not null,
    bytes      integer not null,
    hash       blob not null,
    state      text not null check (state in ('clean', 'quarantined', 'infected')),
    stored     text not null,
    only_id    blob,
    at_ms      integer not null,
    primary key (home_id, case_id, id),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- A file that arrives in pieces. Whoever knows its id may go on with it, and name it in a report; it belongs to nobody
-- yet. `kind` and what follows are there once it is whole and clean.
create table upload (
    id            blob not null primary key,
    stored        text not null,
    length        integer not null,
    received      integer not null,
    kind          text check (kind in ('jpeg', 'png', 'pdf', 'mp4')),
    bytes         integer,
    hash          blob,
    state         text check (state in ('clean', 'quarantined')),
    created_at_ms integer not null
) strict;
create index upload_by_age on upload (created_at_ms, id);

-- Look-ups without a tenant hold keys only. Where bytes lie that somebody still needs; all others are swept.
create table stored_file (
    stored     text not null primary key,
    kept_at_ms integer not null
) strict;

-- Files that the virus scanner has not judged yet.
create table quarantine (
    id      blob not null primary key,
    home_id blob not null,
    case_id blob not null,
    stored  text not null
) strict;
