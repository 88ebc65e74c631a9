-- The figures: rollups that change in the transaction of the case. They name agencies, never a case.

-- One cell. `other_id` is the agency that is waited for, or `agency_id` again where there is no other. `measure` is
-- what is counted, or the clock; `any` stands for the earliest of several clocks, and for what waits. `month` is
-- 202611, or 0 for a stock. `value` is in the unit of the measure; the calendar's version for what waits; the last
-- day, as 20261104, for what is due.
create table figure (
    kind      text not null check (kind in ('agency', 'pair', 'waiting', 'due')),
    month     bigint not null,
    agency_id uuid not null,
    other_id  uuid not null,
    measure   text not null,
    value     bigint not null,
    n         bigint not null,
    sum       bigint not null,
    primary key (kind, month, agency_id, other_id, measure, value)
);
-- Cells that fell back to nothing stay, and are not read.
create index figure_of_month on figure (kind, month, value) where n <> 0;
