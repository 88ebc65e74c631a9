-- The calendar version by which a case is counted.
alter table cases add column calendar_version bigint not null default 1;

-- The cases that have limits running, and the version each is counted by: a new version moves them.
create table open_case (
    home_id          uuid not null,
    case_id          uuid not null,
    calendar_version bigint not null,
    primary key (home_id, case_id)
);
create index open_case_by_calendar on open_case (calendar_version, home_id, case_id);
insert into open_case (home_id, case_id, calendar_version)
    select home_id, id, calendar_version from cases
    where status in ('submitted', 'need_info', 'dispatched', 'in_progress', 'transfer_pending', 'responded', 'reopened');
