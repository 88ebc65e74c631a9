-- What the clerk suggested for a case, what was answered to its questions, and what officers taught the clerk.

-- A suggestion is kept as `routed_why` 'no_rule' with a percent. Unit: hundredths.
alter table cases add column route_percent integer check (route_percent between 0 and 100);
-- Path of the category: MAIN or MAIN > SUB.
alter table cases add column category text;
-- One line for each answer: code of the question, equals sign, text.
alter table cases add column answered text;
-- What can tell who reported is for the province desk alone.
alter table cases add column is_telling_for_province integer not null default 0 check (is_telling_for_province in (0, 1));

-- One correction or confirmation by an officer. It holds known stems in the order of the alphabet: no name, number or
-- sentence, and no way back to its case. Cases that are secret, or about wrongdoing, are never written here.
create table lesson (
    id            blob not null primary key,
    learned_at_ms integer not null,
    desk_id       blob not null references agency (id),
    stems         text not null,
    agency_code   text not null,
    service_code  text,
    category      text,
    is_confirming integer not null check (is_confirming in (0, 1))
);
create index lesson_newest on lesson (learned_at_ms, id);
create index lesson_by_desk on lesson (desk_id);

-- When somebody last asked that all clerks learn anew: one row, which every running server looks at.
create table retraining (
    id          integer not null primary key check (id = 1),
    asked_at_ms integer not null
);
