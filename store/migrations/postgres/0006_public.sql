-- What everybody reads: published texts, the words that find them, their moves, and who supports them. Nothing private
-- is in these tables, so they are behind no seat: every text was edited and confirmed by an officer.

-- A published case, as it is read. What was taken back stays as a row without words, so that copies of it end.
-- `district_code` is the regency's where the reporter named no district. `due_day` is empty where no limit runs.
create table published (
    code           text not null primary key,
    home_id        uuid not null,
    case_id        uuid not null,
    version        bigint not null,
    is_shown       boolean not null,
    title          text not null,
    words          text not null,
    response       text,
    response_by_id uuid,
    response_at_ms bigint,
    kind           text not null,
    subject        text,
    service_code   text,
    holder_id      uuid not null,
    desk_id        uuid not null,
    regency_code   text not null,
    district_code  text not null,
    region_code    text not null,
    status         text not null,
    received_at_ms bigint not null,
    due_day        text,
    is_paused      boolean not null,
    ended_at_ms    bigint,
    first_at_ms    bigint not null,
    worded_at_ms   bigint not null,
    supports       bigint not null
);
create unique index published_by_case on published (home_id, case_id);
create index published_by_time on published (first_at_ms, code);
create index published_by_holder on published (holder_id, first_at_ms, code);
create index published_by_regency on published (regency_code, first_at_ms, code);
create index published_by_place on published (district_code, status);
create index published_by_end on published (ended_at_ms);

-- Counts what changed of what everybody reads, in the transaction that changes it: copies of pages from before a change
-- are old. One row, taken last before the figures, so that the count never runs behind a change that is kept.
create table public_revision (
    id bigint not null primary key check (id = 1),
    n  bigint not null
);
insert into public_revision (id, n) values (1, 0);

-- Who helps, and whether their part is done.
create table published_partner (
    code       text not null references published (code),
    partner_id uuid not null,
    is_done    boolean not null,
    primary key (code, partner_id)
);

-- The moves of a published case, without a word that anybody wrote.
create table published_step (
    code      text not null references published (code),
    seq       bigint not null,
    status    text not null,
    holder_id uuid not null,
    at_ms     bigint not null,
    primary key (code, seq)
);

-- Stems of the public title and text: for search, and for what is similar nearby.
create table published_stem (
    code         text not null references published (code),
    stem         text not null,
    regency_code text not null,
    first_at_ms  bigint not null,
    primary key (code, stem)
);
create index published_stem_by_stem on published_stem (stem, first_at_ms, code);
create index published_stem_nearby on published_stem (stem, regency_code, first_at_ms, code);

-- Who supports a published case: a keyed hash of the browser's key and the code, so that one browser's supports cannot
-- be told to be one's.
create table support (
    code      text not null references published (code),
    supporter bytea not null,
    at_ms     bigint not null,
    primary key (code, supporter)
);

-- The public case that a citizen was shown as similar while filing, and why theirs is another.
alter table cases add column unlike_code text;
alter table cases add column unlike_why text;
