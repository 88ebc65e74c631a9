-- What a reporter asked about their own data.

-- A request that name and contact be erased, and what came of it; one for each case, the last.
create table erasure (
    home_id   uuid not null,
    case_id   uuid not null,
    state     text not null check (state in ('asked', 'refused', 'granted')),
    at_ms     bigint not null,
    due_at_ms bigint,
    sentence  text,
    primary key (home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
);

alter table erasure enable row level security;
create policy seen on erasure for select to sinergi_reader
    using (exists (select 1 from seat s where s.agency_id = app_scope()
                   and s.home_id = erasure.home_id and s.case_id = erasure.case_id));
create policy named on erasure to sinergi_writer
    using ((home_id, case_id) = (app_home_id(), app_case_id()));
