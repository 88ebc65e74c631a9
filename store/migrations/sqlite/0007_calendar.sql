-- The calendar version by which a case is counted.
alter table cases add column calendar_version integer not null default 1;

-- The cases that have limits running, and the version each is counted by: a new version moves them.
create table open_case (
    home_id          blob not null,
    case_id          blob not null,
    calendar_version integer not null,
    primary key (home_id, case_id)
) without rowid, strict;
create index open_case_by_calendar on open_case (calendar_version, home_id, case_id);
insert into open_case (home_id, case_id, calendar_version)
    select home_id, id, calendar_version from cases
    where status in ('submitted', 'need_info', 'dispatched', 'in_progress', 'transfer_pending', 'responded', 'reopened');
