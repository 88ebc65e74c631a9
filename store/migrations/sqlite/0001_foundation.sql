-- What needs no case: who works here, where, by which calendar, and what is to be sent.
-- The same tables as the other database's file of this name; a test compares the two.

-- A place of the official list; `code` is Kemendagri's, as 65.01.02.2001.
create table region (
    code        text not null primary key,
    parent_code text references region (code),
    name        text not null,
    kind        text not null check (kind in ('province', 'kabupaten', 'kota', 'district', 'kelurahan', 'desa'))
) strict;
create index region_by_parent on region (parent_code, name, code);

-- A public body. A tenant has a desk here; the others can only be named.
create table agency (
    id          blob not null primary key,
    code        text not null unique,
    name        text not null,
    short_name  text not null,
    name_en     text,
    kind        text not null check (kind in ('province_desk', 'dinas', 'badan', 'biro', 'sekretariat', 'inspektorat',
                                              'satuan', 'rsud', 'pemda', 'external')),
    level       text not null check (level in ('province', 'regency', 'national')),
    parent_id   blob references agency (id),
    region_code text references region (code),
    is_tenant   integer not null check (is_tenant in (0, 1))
) strict;
create index agency_by_parent on agency (parent_id);
create index agency_by_region on agency (region_code);

-- Somebody who signs in for an agency. Sign-in names are unique over all tenants: there is one sign-in page.
create table account (
    id            blob not null primary key,
    agency_id     blob not null references agency (id),
    role          text not null check (role in ('province_admin', 'agency_admin', 'liaison_officer', 'handler',
                                                'agency_head', 'province_leader', 'inspectorate', 'regency_admin',
                                                'auditor', 'intake_officer')),
    name          text not null,
    sign_in_name  text not null unique,
    password_hash text not null,
    is_active     integer not null check (is_active in (0, 1)),
    unit          text,
    version       integer not null
) strict;
create index account_by_agency on account (agency_id, name, id);

-- A signed-in browser, by the hash of the token it holds.
create table session (
    token_hash    blob not null primary key,
    account_id    blob not null references account (id),
    created_at_ms integer not null,
    seen_at_ms    integer not null,
    expires_at_ms integer not null
) strict;
create index session_by_account on session (account_id);
create index session_by_expiry on session (expires_at_ms);

-- What a form sent twice was answered the first time.
create table idempotency (
    key        text not null primary key,
    result     text not null,
    kept_at_ms integer not null
) strict;
create index idempotency_by_age on idempotency (kept_at_ms);

-- A service citizens complain about. Without `agency_id` the regency or city of the place gives it.
create table service (
    code                  text not null primary key,
    name                  text not null,
    name_en               text not null,
    kind                  text not null check (kind in ('business_licence', 'licence', 'non_licence')),
    agency_id             blob references agency (id),
    technical_agency_id   blob references agency (id),
    level                 text not null check (level in ('province', 'regency', 'all')),
    channel               text not null,
    risk_level            text check (risk_level in ('R', 'MR', 'MT', 'T')),
    standard_working_days integer
) strict;
create index service_by_agency on service (agency_id);
create index service_by_technical_agency on service (technical_agency_id);

-- A state of the calendar. Deadlines say by which they were computed, so versions are added, never changed.
create table calendar_version (
    version    integer not null primary key,
    source     text not null,
    made_at_ms integer not null
) strict;

-- A day on which offices are closed; `day` as 2026-03-19, in the province's time zone.
create table holiday (
    version integer not null references calendar_version (version),
    day     text not null,
    name    text not null,
    kind    text not null check (kind in ('national_holiday', 'collective_leave', 'local_holiday')),
    primary key (version, day)
) strict;

-- A message to be sent. It holds no address and no text: both are made when it is sent, from what may be read then.
-- Its ids refer to nothing: what is gone by then is not told of.
create table outbox (
    id         blob not null primary key,
    topic      text not null,
    home_id    blob,
    case_id    blob,
    account_id blob,
    facts      text not null,
    tries      integer not null,
    due_at_ms  integer not null,
    sent_at_ms integer
) strict;
create index outbox_unsent on outbox (due_at_ms, id) where sent_at_ms is null;
create index outbox_sent on outbox (sent_at_ms) where sent_at_ms is not null;
