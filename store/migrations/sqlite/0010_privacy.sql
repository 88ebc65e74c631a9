-- What a reporter asked about their own data.

-- A request that name and contact be erased, and what came of it; one for each case, the last.
create table erasure (
    home_id   blob not null,
    case_id   blob not null,
    state     text not null check (state in ('asked', 'refused', 'granted')),
    at_ms     integer not null,
    due_at_ms integer,
    sentence  text,
    primary key (home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

