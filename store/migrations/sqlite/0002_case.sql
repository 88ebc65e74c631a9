-- Cases: what is kept of each, who may look, what was written on it, and the chain that binds its history.
-- `home_id`, the desk where a case began, leads every key of the case and of all that belongs to it.

-- A case as it is now. What its status needs stands in columns that each status reads in its own way:
-- `status_at_ms` is when it began, `status_due_at_ms` when it ends by itself, `status_from` what it returns to.
create table cases (
    home_id              blob not null references agency (id),
    id                   blob not null,
    code                 text not null,
    version              integer not null,
    kind                 text not null check (kind in ('complaint', 'aspiration', 'information_request',
                                                       'whistleblowing')),
    is_urgent            integer not null check (is_urgent in (0, 1)),
    visibility           text not null check (visibility in ('open', 'anonymous', 'secret', 'anonymous_secret')),
    channel              text not null check (channel in ('web', 'mobile', 'whatsapp', 'sms', 'phone', 'counter',
                                                          'letter', 'email', 'social', 'sp4n', 'other')),
    filed_at_ms          integer,
    received_at_ms       integer not null,
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
    is_fee_asked         integer check (is_fee_asked in (0, 1)),
    is_route_certain     integer not null check (is_route_certain in (0, 1)),
    routed_to_id         blob,
    routed_why           text not null check (routed_why in ('chosen', 'service_rule', 'other_gives_service',
                                                             'no_rule', 'whistleblowing', 'conflict_of_interest')),
    routed_by_service    text,
    route_version        integer not null,
    status               text not null check (status in ('submitted', 'need_info', 'dispatched', 'in_progress',
                                                         'transfer_pending', 'responded', 'reopened', 'resolved',
                                                         'auto_closed', 'merged', 'referred', 'archived',
                                                         'withdrawn')),
    status_from          text check (status_from in ('submitted', 'dispatched', 'in_progress', 'reopened')),
    handoff              text check (handoff in ('offered', 'awaiting')),
    status_at_ms         integer,
    status_due_at_ms     integer,
    status_reason        text,
    status_sentence      text,
    status_agency_id     blob,
    outside_code         text,
    outside_name         text,
    outside_contact      text,
    merged_home_id       blob,
    merged_case_id       blob,
    silent_from          text check (silent_from in ('submitted', 'dispatched', 'in_progress', 'reopened')),
    silent_asked_at_ms   integer,
    silent_due_at_ms     integer,
    holder_id            blob not null,
    handler_id           blob,
    clock_desk_id        blob not null,
    flagged_at_ms        integer,
    declines             integer not null,
    is_bounced           integer not null check (is_bounced in (0, 1)),
    data_requests        integer not null,
    answers              integer not null,
    answered_at_ms       integer,
    reopenings_of_answer integer not null,
    reopenings           integer not null,
    is_objected          integer not null check (is_objected in (0, 1)),
    ruling_sentence      text,
    ruling_decision      text,
    ruled_at_ms          integer,
    rating               integer check (rating between 1 and 4),
    rating_reason        text,
    rated_at_ms          integer,
    primary key (home_id, id)
) strict;

-- What waits for somebody's word: a joint case for the holder, an archiving for a second person, an answer and a
-- longer limit for the liaison officer.
create table waiting (
    home_id   blob not null,
    case_id   blob not null,
    what      text not null check (what in ('together', 'archive', 'answer', 'prolong')),
    agency_id blob,
    person_id blob,
    reason    text,
    words     text not null,
    act       text,
    act_day   text,
    unit      text,
    at_ms     integer not null,
    due_at_ms integer,
    primary key (home_id, case_id, what),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- A limit that runs or ran, and what explains it.
create table clock (
    home_id          blob not null,
    case_id          blob not null,
    slot             text not null check (slot in ('verification', 'first_response', 'resolution', 'reopened_reply',
                                                   'reopened_answer')),
    kind             text not null check (kind in ('verification', 'first_response', 'resolution_simple',
                                                   'resolution_complaint', 'resolution_supervision', 'ppid',
                                                   'ppid_extended', 'offer', 'ruling', 'citizen_data',
                                                   'citizen_answer', 'reopened_reply', 'reopened_answer')),
    started_at_ms    integer not null,
    due_at_ms        integer not null,
    days             integer not null,
    paused_days      integer not null,
    calendar_version integer not null,
    reference        text not null,
    met_at_ms        integer,
    primary key (home_id, case_id, slot),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- When all clocks of a case stood still.
create table pause (
    home_id     blob not null,
    case_id     blob not null,
    no          integer not null,
    asked_at_ms integer not null,
    came_at_ms  integer,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- Who was waited for, from when to when; without gaps.
create table interval (
    home_id    blob not null,
    case_id    blob not null,
    no         integer not null,
    charge     text not null check (charge in ('own', 'offered', 'partner', 'province', 'citizen', 'ended')),
    agency_id  blob,
    awaited_id blob,
    from_ms    integer not null,
    to_ms      integer,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- An earlier holder; it reads the history up to its hand-off.
create table former (
    home_id   blob not null,
    case_id   blob not null,
    no        integer not null,
    agency_id blob not null,
    until_ms  integer not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- An agency complained about; for it the case does not exist.
create table accused (
    home_id   blob not null,
    case_id   blob not null,
    no        integer not null,
    agency_id blob not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- What a partner does in a joint case.
create table task (
    home_id     blob not null,
    case_id     blob not null,
    no          integer not null,
    partner_id  blob not null,
    what        text not null,
    asked_at_ms integer not null,
    due_at_ms   integer not null,
    state       text not null check (state in ('asked', 'accepted', 'done', 'declined', 'cancelled')),
    state_at_ms integer,
    reason      text,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- What an agency promised to do, and by which day.
create table promise (
    home_id   blob not null,
    case_id   blob not null,
    no        integer not null,
    agency_id blob not null,
    act       text not null,
    due_day   text not null,
    at_ms     integer not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- Who may look at a case, in what capacity, and where it stands in their lists. Written with every change of the case.
-- A `due_at_ms` or `until_ms` that is not limited is the largest number, so that it sorts last.
create table seat (
    agency_id    blob not null references agency (id),
    home_id      blob not null,
    case_id      blob not null,
    version      integer not null,
    capacity     text not null check (capacity in ('accused', 'holder', 'partner', 'offered', 'overseer', 'former')),
    queue        text not null check (queue in ('work', 'waiting', 'awaiting_us', 'ended')),
    rank         integer not null,
    due_at_ms    integer not null,
    until_ms     integer not null,
    status       text not null,
    kind         text not null,
    holder_id    blob not null,
    handler_id   blob,
    service_code text,
    region_code  text not null,
    primary key (agency_id, home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;
create index seat_by_case on seat (home_id, case_id, agency_id);
create index seat_by_queue on seat (agency_id, queue, rank, due_at_ms, home_id, case_id)
    where capacity <> 'accused';
create index seat_by_handler on seat (agency_id, handler_id, queue, rank, due_at_ms, home_id, case_id)
    where capacity <> 'accused';

-- What people wrote. `own_of_id` names the desk whose own a note is.
create table message (
    home_id          blob not null,
    case_id          blob not null,
    no               integer not null,
    kind             text not null check (kind in ('addition', 'question', 'reply', 'answer', 'objection',
                                                   'task_result', 'note')),
    author_agency_id blob,
    author_id        blob,
    author_name      text,
    author_unit      text,
    own_of_id        blob,
    words            text not null,
    act              text,
    act_day          text,
    unit             text,
    at_ms            integer not null,
    primary key (home_id, case_id, no),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- What happened, in the order of the home's chain. The salt goes when the texts it covers are erased.
create table event (
    home_id      blob not null,
    seq          integer not null,
    case_id      blob not null,
    act          text not null,
    by_kind      text not null check (by_kind in ('reporter', 'clock', 'officer')),
    by_id        blob,
    by_agency_id blob,
    by_role      text,
    from_status  text not null,
    to_status    text not null,
    holder_id    blob not null,
    about_id     blob,
    reason       text,
    sentence     text,
    is_public    integer not null check (is_public in (0, 1)),
    own_of_id    blob,
    at_ms        integer not null,
    salt         blob,
    primary key (home_id, seq),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;
create index event_by_case on event (home_id, case_id, seq);

-- Who reported, and how to reach them; apart from the case from the first day.
create table identity (
    home_id blob not null,
    case_id blob not null,
    name    text,
    contact text,
    primary key (home_id, case_id),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- Who opened an identity, and why; the reporter reads it.
create table identity_opening (
    home_id      blob not null,
    case_id      blob not null,
    seq          integer not null,
    by_kind      text not null check (by_kind in ('reporter', 'clock', 'officer')),
    by_id        blob,
    by_agency_id blob,
    by_role      text,
    reason       text not null,
    at_ms        integer not null,
    primary key (home_id, case_id, seq),
    foreign key (home_id, case_id) references cases (home_id, id)
) strict;

-- The last entry of each home's chain; its row is locked while an entry is added.
create table chain_head (
    home_id blob not null primary key references agency (id),
    seq     integer not null,
    hash    blob not null
) strict;

-- The chain itself: the bytes of every event, bound to all before it. Nothing private is in them.
create table chain_entry (
    home_id   blob not null references agency (id),
    seq       integer not null,
    canonical blob not null,
    previous  blob not null,
    hash      blob not null,
    primary key (home_id, seq)
) strict;

-- Look-ups without a tenant hold keys only. A tracking code finds its case; the secret of the receipt is kept hashed.
create table tracking (
    code        text not null primary key,
    home_id     blob not null,
    case_id     blob not null,
    secret_hash blob not null
) strict;

-- The cases on which a limit acts by itself, and when.
create table sweep (
    home_id   blob not null,
    case_id   blob not null,
    due_at_ms integer not null,
    primary key (home_id, case_id)
) strict;
create index sweep_by_due on sweep (due_at_ms, home_id, case_id);
