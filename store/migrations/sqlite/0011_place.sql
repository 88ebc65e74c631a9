-- Where it happened, as a point.

-- Exact, for the reporter and who handles the case. Unit: 1/100,000 degree, WGS 84.
alter table cases add column latitude_e5 integer;
alter table cases add column longitude_e5 integer;
-- As everybody may read it, of open cases alone. Unit: 1/100 degree.
alter table published add column latitude_e2 integer;
alter table published add column longitude_e2 integer;
