-- Files of a case, and files on their way to one.

-- A file that came with the report (`message_no` is null) or with a message. Its bytes lie under `stored`, outside the
-- database. `no` is its place among those that came with it. `only_id` names the one desk that reads it, besides the reporter.
create table attachment (
    home_id    uuid not null,
    case_id    uuid not null,
    id         uuid not null,
    message_no bigint,
    seq        bigint not null,
    no         bigint not null,
    kind       text not null check (kind in ('jpeg', 'png', 'pdf', 'mp4')),
    name       text not null,
    bytes      bigint not null,
    hash       bytea not null,
    state      text not null check (state in ('clean', 'quarantined', 'infected')),
    stored     text not null,
    only_id    uuid,
    at_ms      bigint not null,
    primary key (home_id, case_id, id),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- A file that arrives in pieces. Whoever knows its id may go on with it, and name it in a report; it belongs to nobody
-- yet. `kind` and what follows are there once it is whole and clean.
create table upload (
    id            uuid not null primary key,
    stored        text not null,
    length        bigint not null,
    received      bigint not null,
    kind          text check (kind in ('jpeg', 'png', 'pdf', 'mp4')),
    bytes         bigint,
    hash          bytea,
    state         text check (state in ('clean', 'quarantined')),
    created_at_ms bigint not null
);
create index upload_by_age on upload (created_at_ms, id);

-- Look-ups without a tenant hold keys only. Where bytes lie that somebody still needs; all others are swept.
create table stored_file (
    stored     text not null primary key,
    kept_at_ms bigint not null
);

-- Files that the virus scanner has not judged yet.
create table quarantine (
    id      uuid not null primary key,
    home_id uuid not null,
    case_id uuid not null,
    stored  text not null
);

-- As for all that belongs to a case; and what is for one desk only is there for no other. No policy has an `or`.
alter table attachment enable row level security;
create policy seen on attachment for select to sinergi_reader
    using (coalesce(only_id, app_scope()) = app_scope()
           and exists (select 1 from seat s where s.agency_id = app_scope() and s.home_id = attachment.home_id
                                              and s.case_id = attachment.case_id));
create policy named on attachment to sinergi_writer using ((home_id, case_id) = (app_home_id(), app_case_id()));
