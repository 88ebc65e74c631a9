-- Photos that everybody sees of a published case: ids of its files, in the order in which they came. What is served is
-- the smaller picture made for the public, never the file itself.
create table published_photo (
    code    text not null references published (code),
    no      integer not null,
    file_id blob not null,
    primary key (code, no),
    unique (code, file_id)
) strict;
