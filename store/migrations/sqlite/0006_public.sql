-- What everybody reads: published texts, the words that find them, their moves, and who supports them. Nothing private
-- is in these tables, so they are behind no seat: every text was edited and confirmed by an officer.

-- A published case, as it is read. What was taken back stays as a row without words, so that copies of it end.
-- `district_code` is the regency's where the reporter named no district. `due_day` is empty where no limit runs.
create table published (
    code           text not null primary key,
    home_id        blob not null,
    case_id        blob not null,
    version        integer not null,
    is_shown       integer not null check (is_shown in (0, 1)),
    title          text not null,
    words          text not null,
    response       text,
    response_by_id blob,
    response_at_ms integer,
    kind           text not null,
    subject        text,
    service_code   text,
    holder_id      blob not null,
    desk_id        blob not null,
    regency_code   text not null,
    district_code  text not null,
    region_code    text not null,
    status         text not null,
    received_at_ms integer not null,
    due_day        text,
    is_paused      integer not null check (is_paused in (0, 1)),
    ended_at_ms    integer,
    first_at_ms    integer not null,
    worded_at_ms   integer not null,
    supports       integer not null
) strict;
create unique index published_by_case on published (home_id, case_id);
create index published_by_time on published (first_at_ms, code);
create index published_by_holder on published (holder_id, first_at_ms, code);
create index published_by_regency on published (regency_code, first_at_ms, code);
create index published_by_place on published (district_code, status);
create index published_by_end on published (ended_at_ms);

-- Counts what changed of what everybody reads, in the transaction that changes it: copies of pages from before a change
-- are old. One row, taken last before the figures, so that the count never runs behind a change that is kept.
create table public_revision (
    id integer not null primary key check (id = 1),
    n  integer not null
) strict;
insert into public_revision (id, n) values (1, 0);

-- Who helps, and whether their part is done.
create table published_partner (
    code       text not null references published (code),
    partner_id blob not null,
    is_done    integer not null check (is_done in (0, 1)),
    primary key (code, partner_id)
) strict;

-- The moves of a published case, without a word that anybody wrote.
create table published_step (
    code      text not null references published (code),
    seq       integer not null,
    status    text not null,
    holder_id blob not null,
    at_ms     integer not null,
    primary key (code, seq)
) strict;

-- Stems of the public title and text: for search, and for what is similar nearby.
create table published_stem (
    code         text not null references published (code),
    stem         text not null,
    regency_code text not null,
    first_at_ms  integer not null,
    primary key (code, stem)
) strict;
create index published_stem_by_stem on published_stem (stem, first_at_ms, code);
create index published_stem_nearby on published_stem (stem, regency_code, first_at_ms, code);

-- Who supports a published case: a keyed hash of the browser's key and the code, so that one browser's supports cannot
-- be told to be one's.
create table support (
    code      text not null references published (code),
    supporter blob not null,
    at_ms     integer not null,
    primary key (code, supporter)
) strict;

-- The public case that a citizen was shown as similar while filing, and why theirs is another.
alter table cases add column unlike_code text;
alter table cases add column unlike_why text;
