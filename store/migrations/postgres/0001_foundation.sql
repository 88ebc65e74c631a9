-- What needs no case: who works here, where, by which calendar, and what is to be sent.
-- The same tables as the other database's file of this name; a test compares the two.

-- Two roles without a login, so that row-level security binds the server itself, which owns the tables. Roles belong
-- to the whole cluster: another database's migration may make them at the same moment.
do $$
declare
    role_name text;
begin
    foreach role_name in array array['sinergi_reader', 'sinergi_writer'] loop
        begin
            execute format('create role %I nologin', role_name);
        exception when duplicate_object or unique_violation then
            null;
        end;
        begin
            if not pg_has_role(current_user, role_name, 'member') then
                execute format('grant %I to current_user', role_name);
            end if;
        exception when unique_violation then
            null;
        end;
    end loop;
end
$$;
grant usage on schema public to sinergi_reader, sinergi_writer;
alter default privileges in schema public grant select on tables to sinergi_reader;
alter default privileges in schema public grant select, insert, update, delete on tables to sinergi_writer;

-- Who looks, and which case is written: set for one transaction, null outside it. Policies compare with these.
create function app_scope() returns uuid language sql stable
    return nullif(current_setting('app.scope', true), '')::uuid;
create function app_home_id() returns uuid language sql stable
    return nullif(current_setting('app.home_id', true), '')::uuid;
create function app_case_id() returns uuid language sql stable
    return nullif(current_setting('app.case_id', true), '')::uuid;

-- A place of the official list; `code` is Kemendagri's, as 65.01.02.2001.
create table region (
    code        text not null primary key,
    parent_code text references region (code),
    name        text not null,
    kind        text not null check (kind in ('province', 'kabupaten', 'kota', 'district', 'kelurahan', 'desa'))
);
create index region_by_parent on region (parent_code, name, code);

-- A public body. A tenant has a desk here; the others can only be named.
create table agency (
    id          uuid not null primary key,
    code        text not null unique,
    name        text not null,
    short_name  text not null,
    name_en     text,
    kind        text not null check (kind in ('province_desk', 'dinas', 'badan', 'biro', 'sekretariat', 'inspektorat',
                                              'satuan', 'rsud', 'pemda', 'external')),
    level       text not null check (level in ('province', 'regency', 'national')),
    parent_id   uuid references agency (id),
    region_code text references region (code),
    is_tenant   boolean not null
);
create index agency_by_parent on agency (parent_id);
create index agency_by_region on agency (region_code);

-- Somebody who signs in for an agency. Sign-in names are unique over all tenants: there is one sign-in page.
create table account (
    id            uuid not null primary key,
    agency_id     uuid not null references agency (id),
    role          text not null check (role in ('province_admin', 'agency_admin', 'liaison_officer', 'handler',
                                                'agency_head', 'province_leader', 'inspectorate', 'regency_admin',
                                                'auditor', 'intake_officer')),
    name          text not null,
    sign_in_name  text not null unique,
    password_hash text not null,
    is_active     boolean not null,
    unit          text,
    version       bigint not null
);
create index account_by_agency on account (agency_id, name, id);

-- A signed-in browser, by the hash of the token it holds.
create table session (
    token_hash    bytea not null primary key,
    account_id    uuid not null references account (id),
    created_at_ms bigint not null,
    seen_at_ms    bigint not null,
    expires_at_ms bigint not null
);
create index session_by_account on session (account_id);
create index session_by_expiry on session (expires_at_ms);

-- What a form sent twice was answered the first time.
create table idempotency (
    key        text not null primary key,
    result     text not null,
    kept_at_ms bigint not null
);
create index idempotency_by_age on idempotency (kept_at_ms);

-- A service citizens complain about. Without `agency_id` the regency or city of the place gives it.
create table service (
    code                  text not null primary key,
    name                  text not null,
    name_en               text not null,
    kind                  text not null check (kind in ('business_licence', 'licence', 'non_licence')),
    agency_id             uuid references agency (id),
    technical_agency_id   uuid references agency (id),
    level                 text not null check (level in ('province', 'regency', 'all')),
    channel               text not null,
    risk_level            text check (risk_level in ('R', 'MR', 'MT', 'T')),
    standard_working_days bigint
);
create index service_by_agency on service (agency_id);
create index service_by_technical_agency on service (technical_agency_id);

-- A state of the calendar. Deadlines say by which they were computed, so versions are added, never changed.
create table calendar_version (
    version    bigint not null primary key,
    source     text not null,
    made_at_ms bigint not null
);

-- A day on which offices are closed; `day` as 2026-03-19, in the province's time zone.
create table holiday (
    version bigint not null references calendar_version (version),
    day     text not null,
    name    text not null,
    kind    text not null check (kind in ('national_holiday', 'collective_leave', 'local_holiday')),
    primary key (version, day)
);

-- A message to be sent. It holds no address and no text: both are made when it is sent, from what may be read then.
-- Its ids refer to nothing: what is gone by then is not told of.
create table outbox (
    id         uuid not null primary key,
    topic      text not null,
    home_id    uuid,
    case_id    uuid,
    account_id uuid,
    facts      jsonb not null,
    tries      bigint not null,
    due_at_ms  bigint not null,
    sent_at_ms bigint
);
create index outbox_unsent on outbox (due_at_ms, id) where sent_at_ms is null;
create index outbox_sent on outbox (sent_at_ms) where sent_at_ms is not null;
