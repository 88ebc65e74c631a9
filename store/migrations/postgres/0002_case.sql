-- Cases: what is kept of each, who may look, what was written on it, and the chain that binds its history.
-- `home_id`, the desk where a case began, leads every key of the case and of all that belongs to it.

-- A case as it is now. What its status needs stands in columns that each status reads in its own way:
-- `status_at_ms` is when it began, `status_due_at_ms` when it ends by itself, `status_from` what it returns to.
create table cases (
    home_id              uuid not null references agency (id),
    id                   uuid not null,
    code                 text not null,
    version              bigint not null,
    kind                 text not null check (kind in ('complaint', 'aspiration', 'information_request',
                                                       'whistleblowing')),
    is_urgent            boolean not null,
    visibility           text not null check (visibility in ('open', 'anonymous', 'secret', 'anonymous_secret')),
    channel              text not null check (channel in ('web', 'mobile', 'whatsapp', 'sms', 'phone', 'counter',
                                                          'letter', 'email', 'social', 'sp4n', 'other')),
    filed_at_ms          bigint,
    received_at_ms       bigint not null,
    body                 text not null,
    title                text,
    event_day            text,
    region_code          text not null,
    landmark             text,
    service_code         text,
    subject              text check (subject in ('delay', 'unclear_requirement', 'repeated_document',
                                                 'rejected_no_reason', 'illegal_fee', 'system_error', 'data_mismatch',
                                                 'technical_recommendation', 'spatial_or_environment',
                                                 'staff_behaviour', 'wrong_information', 'licence_error',
                                                 'unlicensed_activity', 'licence_violation')),
    application_no       text,
    nib                  text,
    applied_day          text,
    is_fee_asked         boolean,
    is_route_certain     boolean not null,
    routed_to_id         uuid,
    routed_why           text not null check (routed_why in ('chosen', 'service_rule', 'other_gives_service',
                                                             'no_rule', 'whistleblowing', 'conflict_of_interest')),
    routed_by_service    text,
    route_version        bigint not null,
    status               text not null check (status in ('submitted', 'need_info', 'dispatched', 'in_progress',
                                                         'transfer_pending', 'responded', 'reopened', 'resolved',
                                                         'auto_closed', 'merged', 'referred', 'archived',
                                                         'withdrawn')),
    status_from          text check (status_from in ('submitted', 'dispatched', 'in_progress', 'reopened')),
    handoff              text check (handoff in ('offered', 'awaiting')),
    status_at_ms         bigint,
    status_due_at_ms     bigint,
    status_reason        text,
    status_sentence      text,
    status_agency_id     uuid,
    outside_code         text,
    outside_name         text,
    outside_contact      text,
    merged_home_id       uuid,
    merged_case_id       uuid,
    silent_from          text check (silent_from in ('submitted', 'dispatched', 'in_progress', 'reopened')),
    silent_asked_at_ms   bigint,
    silent_due_at_ms     bigint,
    holder_id            uuid not null,
    handler_id           uuid,
    clock_desk_id        uuid not null,
    flagged_at_ms        bigint,
    declines             bigint not null,
    is_bounced           boolean not null,
    data_requests        bigint not null,
    answers              bigint not null,
    answered_at_ms       bigint,
    reopenings_of_answer bigint not null,
    reopenings           bigint not null,
    is_objected          boolean not null,
    ruling_sentence      text,
    ruling_decision      text,
    ruled_at_ms          bigint,
    rating               bigint check (rating between 1 and 4),
    rating_reason        text,
    rated_at_ms          bigint,
    primary key (home_id, id)
);

-- What waits for somebody's word: a joint case for the holder, an archiving for a second person, an answer and a
-- longer limit for the liaison officer.
create table waiting (
    home_id   uuid not null,
    case_id   uuid not null,
    what      text not null check (what in ('together', 'archive', 'answer', 'prolong')),
    agency_id uuid,
    person_id uuid,
    reason    text,
    words     text not null,
    act       text,
    act_day   text,
    unit      text,
    at_ms     bigint not null,
    due_at_ms bigint,
    primary key (home_id, case_id, what),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- A limit that runs or ran, and what explains it.
create table clock (
    home_id          uuid not null,
    case_id          uuid not null,
    slot             text not null check (slot in ('verification', 'first_response', 'resolution', 'reopened_reply',
                                                   'reopened_answer')),
    kind             text not null check (kind in ('verification', 'first_response', 'resolution_simple',
                                                   'resolution_complaint', 'resolution_supervision', 'ppid',
                                                   'ppid_extended', 'offer', 'ruling', 'citizen_data',
                                                   'citizen_answer', 'reopened_reply', 'reopened_answer')),
    started_at_ms    bigint not null,
    due_at_ms        bigint not null,
    days             bigint not null,
    paused_days      bigint not null,
    calendar_version bigint not null,
    reference        text not null,
    met_at_ms        bigint,
    primary key (home_id, case_id, slot),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- When all clocks of a case stood still.
create table pause (
    home_id     uuid not null,
    case_id     uuid not null,
    no          bigint not null,
    asked_at_ms bigint not null,
    came_at_ms  bigint,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- Who was waited for, from when to when; without gaps.
create table interval (
    home_id    uuid not null,
    case_id    uuid not null,
    no         bigint not null,
    charge     text not null check (charge in ('own', 'offered', 'partner', 'province', 'citizen', 'ended')),
    agency_id  uuid,
    awaited_id uuid,
    from_ms    bigint not null,
    to_ms      bigint,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- An earlier holder; it reads the history up to its hand-off.
create table former (
    home_id   uuid not null,
    case_id   uuid not null,
    no        bigint not null,
    agency_id uuid not null,
    until_ms  bigint not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- An agency complained about; for it the case does not exist.
create table accused (
    home_id   uuid not null,
    case_id   uuid not null,
    no        bigint not null,
    agency_id uuid not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- What a partner does in a joint case.
create table task (
    home_id     uuid not null,
    case_id     uuid not null,
    no          bigint not null,
    partner_id  uuid not null,
    what        text not null,
    asked_at_ms bigint not null,
    due_at_ms   bigint not null,
    state       text not null check (state in ('asked', 'accepted', 'done', 'declined', 'cancelled')),
    state_at_ms bigint,
    reason      text,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- What an agency promised to do, and by which day.
create table promise (
    home_id   uuid not null,
    case_id   uuid not null,
    no        bigint not null,
    agency_id uuid not null,
    act       text not null,
    due_day   text not null,
    at_ms     bigint not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- Who may look at a case, in what capacity, and where it stands in their lists. Written with every change of the case.
-- A `due_at_ms` or `until_ms` that is not limited is the largest number, so that it sorts last.
create table seat (
    agency_id    uuid not null references agency (id),
    home_id      uuid not null,
    case_id      uuid not null,
    version      bigint not null,
    capacity     text not null check (capacity in ('accused', 'holder', 'partner', 'offered', 'overseer', 'former')),
    queue        text not null check (queue in ('work', 'waiting', 'awaiting_us', 'ended')),
    rank         bigint not null,
    due_at_ms    bigint not null,
    until_ms     bigint not null,
    status       text not null,
    kind         text not null,
    holder_id    uuid not null,
    handler_id   uuid,
    service_code text,
    region_code  text not null,
    primary key (agency_id, home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
);
create index seat_by_case on seat (home_id, case_id, agency_id);
create index seat_by_queue on seat (agency_id, queue, rank, due_at_ms, home_id, case_id)
    where capacity <> 'accused';
create index seat_by_handler on seat (agency_id, handler_id, queue, rank, due_at_ms, home_id, case_id)
    where capacity <> 'accused';

-- What people wrote. `own_of_id` names the desk whose own a note is.
create table message (
    home_id          uuid not null,
    case_id          uuid not null,
    no               bigint not null,
    kind             text not null check (kind in ('addition', 'question', 'reply', 'answer', 'objection',
                                                   'task_result', 'note')),
    author_agency_id uuid,
    author_id        uuid,
    author_name      text,
    author_unit      text,
    own_of_id        uuid,
    words            text not null,
    act              text,
    act_day          text,
    unit             text,
    at_ms            bigint not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- What happened, in the order of the home's chain. The salt goes when the texts it covers are erased.
create table event (
    home_id      uuid not null,
    seq          bigint not null,
    case_id      uuid not null,
    act          text not null,
    by_kind      text not null check (by_kind in ('reporter', 'clock', 'officer')),
    by_id        uuid,
    by_agency_id uuid,
    by_role      text,
    from_status  text not null,
    to_status    text not null,
    holder_id    uuid not null,
    about_id     uuid,
    reason       text,
    sentence     text,
    is_public    boolean not null,
    own_of_id    uuid,
    at_ms        bigint not null,
    salt         bytea,
    primary key (home_id, seq),
    foreign key (home_id, case_id) references cases (home_id, id)
);
create index event_by_case on event (home_id, case_id, seq);

-- Who reported, and how to reach them; apart from the case from the first day.
create table identity (
    home_id uuid not null,
    case_id uuid not null,
    name    text,
    contact text,
    primary key (home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- Who opened an identity, and why; the reporter reads it.
create table identity_opening (
    home_id      uuid not null,
    case_id      uuid not null,
    seq          bigint not null,
    by_kind      text not null check (by_kind in ('reporter', 'clock', 'officer')),
    by_id        uuid,
    by_agency_id uuid,
    by_role      text,
    reason       text not null,
    at_ms        bigint not null,
    primary key (home_id, case_id, seq),
    foreign key (home_id, case_id) references cases (home_id, id)
);

-- The last entry of each home's chain; its row is locked while an entry is added.
create table chain_head (
    home_id uuid not null primary key references agency (id),
    seq     bigint not null,
    hash    bytea not null
);

-- The chain itself: the bytes of every event, bound to all before it. Nothing private is in them.
create table chain_entry (
    home_id   uuid not null references agency (id),
    seq       bigint not null,
    canonical bytea not null,
    previous  bytea not null,
    hash      bytea not null,
    primary key (home_id, seq)
);

-- Look-ups without a tenant hold keys only. A tracking code finds its case; the secret of the receipt is kept hashed.
create table tracking (
    code        text not null primary key,
    home_id     uuid not null,
    case_id     uuid not null,
    secret_hash bytea not null
);

-- The cases on which a limit acts by itself, and when.
create table sweep (
    home_id   uuid not null,
    case_id   uuid not null,
    due_at_ms bigint not null,
    primary key (home_id, case_id)
);
create index sweep_by_due on sweep (due_at_ms, home_id, case_id);

-- The second barrier. A reader sees the seats of the agency that looks, and what belongs to a case it has a seat at;
-- a writer sees and writes the one case it names. An identity is there only for a desk that has logged an opening.
-- No policy has an `or`, and that of `seat` reads no table.
alter table seat enable row level security;
create policy seen on seat for select to sinergi_reader using (agency_id = app_scope() and capacity <> 'accused');
alter table cases enable row level security;
create policy seen on cases for select to sinergi_reader
    using (exists (select 1 from seat s where s.agency_id = app_scope() and s.home_id = cases.home_id
                                        and s.case_id = cases.id));
create policy named on cases to sinergi_writer using ((home_id, id) = (app_home_id(), app_case_id()));
do $$
declare
    name text;
begin
    foreach name in array array['waiting', 'clock', 'pause', 'interval', 'former', 'accused', 'task', 'promise',
                                'message', 'event', 'identity_opening'] loop
        execute format('alter table %I enable row level security', name);
        execute format('create policy seen on %I for select to sinergi_reader
                            using (exists (select 1 from seat s where s.agency_id = app_scope()
                                           and s.home_id = %I.home_id and s.case_id = %I.case_id))', name, name, name);
    end loop;
    alter table identity enable row level security;
    create policy seen on identity for select to sinergi_reader
        using (exists (select 1 from identity_opening o where o.home_id = identity.home_id
                                                          and o.case_id = identity.case_id
                                                          and o.by_agency_id = app_scope()));
    foreach name in array array['seat', 'waiting', 'clock', 'pause', 'interval', 'former', 'accused', 'task',
                                'promise', 'message', 'event', 'identity', 'identity_opening'] loop
        execute format('create policy named on %I to sinergi_writer
                            using ((home_id, case_id) = (app_home_id(), app_case_id()))', name);
    end loop;
end
$$;
