-- Where places lie, as the operator imported it: known to everybody, so behind no seat.

-- `shape` is a GeoJSON geometry in degrees (WGS 84): a point, or areas. The next import replaces all of them.
create table boundary (
    code  text not null primary key references region (code),
    shape text not null
) strict;
-- Whose data they are, as maps name it. One row.
create table boundary_source (
    id     integer not null primary key check (id = 1),
    source text not null,
    at_ms  integer not null
) strict;
-- Published cases with a point, for the map that everybody sees.
create index published_on_map on published (first_at_ms, code) where is_shown and latitude_e2 is not null;
