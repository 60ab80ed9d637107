-- Orderly's tables on H2 2.2 or newer, version 1. A statement ends at a semicolon that an empty line follows.
-- Points in time are microseconds since 1970-01-01T00:00Z. Texts named content, erased, placed and state
-- are JSON. Each statement is a transaction of its own; running the file again creates what is still missing.

create table if not exists orderly_schema (
    version int primary key
);

create table if not exists orderly_workflow (
    workflow varchar(64) not null,
    version int not null,
    content_hash varchar(64) not null,
    content varchar not null,
    primary key (workflow, version)
);

-- The statuses of a version, each with its label in the first language of the workflow.
create table if not exists orderly_status (
    workflow varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    done boolean not null,
    label varchar not null,
    primary key (workflow, version, status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- Every transition that a version of a workflow allows. The subject is '' for the order itself, the type of case for a
-- case, and '(migration)' for a migration from another version, whose number stands in the place of the event.
create table if not exists orderly_transition (
    workflow varchar(64) not null,
    version int not null,
    subject varchar(64) not null,
    from_status varchar(64) not null,
    event varchar(64) not null,
    to_status varchar(64) not null,
    primary key (workflow, version, subject, from_status, event, to_status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- The item statuses of a version that looks at units, each with its label in the first language of the workflow.
create table if not exists orderly_item_status (
    workflow varchar(64) not null,
    version int not null,
    item_status varchar(64) not null,
    done boolean not null,
    label varchar not null,
    primary key (workflow, version, item_status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- What each transition that a version allows can do with a unit. The units of a new order come from ''.
create table if not exists orderly_item_transition (
    workflow varchar(64) not null,
    version int not null,
    subject varchar(64) not null,
    from_status varchar(64) not null,
    event varchar(64) not null,
    to_status varchar(64) not null,
    from_item varchar(64) not null,
    to_item varchar(64) not null,
    primary key (workflow, version, subject, from_status, event, to_status, from_item, to_item),
    foreign key (workflow, version, subject, from_status, event, to_status)
        references orderly_transition (workflow, version, subject, from_status, event, to_status),
    foreign key (workflow, version, to_item) references orderly_item_status (workflow, version, item_status)
);

-- The bounds of fields of a version. The subject is '' for the order itself and the type of case for a case. A field is held to
-- the other one, to the total of the lines where that is '(lines)', and to the constant where it is '(constant)'; type is that of
-- their values.
create table if not exists orderly_bound (
    workflow varchar(64) not null,
    version int not null,
    subject varchar(64) not null,
    field varchar(64) not null,
    type varchar(10) not null,
    relation varchar(10) not null,
    other varchar(64) not null,
    constant varchar(200),
    primary key (workflow, version, subject, field, relation, other),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- The entries of all histories. A transition of a case has its number in case_id; moved_items is how many
-- rows of orderly_moved_item it has. The columns actor_id, content, salt and erased have what may be personal, and change
-- when it is erased; the others never change.
create table if not exists orderly_history (
    number varchar(100) not null,
    sequence bigint not null,
    kind varchar(30) not null,
    workflow varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    previous bigint,
    previous_version int not null,
    previous_status varchar(64) not null,
    subject varchar(64),
    from_status varchar(64),
    event varchar(64),
    to_status varchar(64),
    case_id int,
    actor_role varchar(64) not null,
    at_time bigint not null,
    detail varchar(10),
    request_id varchar(200),
    moved_items int not null default 0,
    hash varchar(64) not null,
    actor_id varchar(200),
    content varchar,
    salt varchar(200),
    erased varchar,
    primary key (number, sequence),
    constraint orderly_history_status unique (number, sequence, workflow, version, status),
    constraint orderly_history_chain
        foreign key (number, previous, workflow, previous_version, previous_status)
        references orderly_history (number, sequence, workflow, version, status),
    constraint orderly_history_transition
        foreign key (workflow, version, subject, from_status, event, to_status)
        references orderly_transition (workflow, version, subject, from_status, event, to_status),
    constraint orderly_history_link check ((
        case when sequence = 1
            then kind = 'transition' and case_id is null and previous is null and previous_status = ''
            else sequence > 1 and previous = sequence - 1
        end) is true),
    constraint orderly_history_kind check ((
        case
            when kind = 'transition' and case_id is null then subject = '' and event is not null
                and from_status = previous_status and to_status = status and version = previous_version
            when kind = 'transition' then subject not in ('', '(migration)') and case_id > 0
                and from_status is not null and event is not null and to_status is not null
                and status = previous_status and version = previous_version
            when kind = 'migration' then subject = '(migration)' and case_id is null
                and from_status = previous_status and to_status = status
                and version <> previous_version and event = cast(previous_version as varchar)
            else kind in ('comment', 'notification-preference', 'erasure') and subject is null and case_id is null
                and from_status is null and event is null and to_status is null
                and status = previous_status and version = previous_version
        end) is true)
);

-- The latest snapshot of each order. From claimable_at on, a sweep may claim it: that is its deadline, or the end of the
-- latest claim.
create table if not exists orderly_order (
    number varchar(100) not null,
    sequence bigint not null,
    workflow varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    done boolean not null,
    muted boolean not null,
    placed_at bigint not null,
    since bigint not null,
    deadline_at bigint,
    overdue_at bigint,
    claimable_at bigint,
    customer_key varchar(64),
    placed varchar not null,
    state varchar not null,
    primary key (number),
    constraint orderly_order_status
        foreign key (number, sequence, workflow, version, status)
        references orderly_history (number, sequence, workflow, version, status)
);

create index if not exists orderly_order_placed on orderly_order (placed_at desc, number);

create index if not exists orderly_order_listed on orderly_order (workflow, version, status, placed_at desc, number);

create index if not exists orderly_order_in_status on orderly_order (workflow, status, placed_at desc, number);

create index if not exists orderly_order_active on orderly_order (done, placed_at desc, number);

create index if not exists orderly_order_customer on orderly_order (customer_key, placed_at desc, number);

create index if not exists orderly_order_deadline on orderly_order (claimable_at, number);

create index if not exists orderly_order_overdue on orderly_order (overdue_at, number);

-- Which units each entry moved, of which line, from which item status to which; those of a new order come from ''. How many
-- there are of a line in an item status is what came minus what went.
create table if not exists orderly_moved_item (
    number varchar(100) not null,
    sequence bigint not null,
    position int not null,
    line_id varchar(100) not null,
    from_item varchar(64) not null,
    to_item varchar(64) not null,
    quantity int not null,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence),
    constraint orderly_moved_item_some check (position > 0 and quantity > 0)
);

create index if not exists orderly_moved_item_line on orderly_moved_item (number, line_id);

create table if not exists orderly_attachment (
    number varchar(100) not null,
    sha256 varchar(64) not null,
    content blob,
    primary key (number, sha256),
    foreign key (number) references orderly_order (number)
);

-- The answers to requests with an id that changed an order: the sequence is that of the entry that the request made. They
-- are deleted some weeks after they were given.
create table if not exists orderly_answer (
    number varchar(100) not null,
    request_id varchar(200) not null,
    fingerprint varchar(200) not null,
    sequence bigint not null,
    answered_at bigint not null,
    primary key (number, request_id),
    foreign key (number, sequence) references orderly_history (number, sequence)
);

create index if not exists orderly_answer_age on orderly_answer (answered_at);

-- The messages to send. A message whose available_at is null is a dead letter. One that is held back is not claimed until
-- the message of its order that holds others back is settled.
create table if not exists orderly_outbox (
    number varchar(100) not null,
    sequence bigint not null,
    position int not null,
    role varchar(64) not null,
    channel varchar(64) not null,
    created_at bigint not null,
    tries int not null,
    available_at bigint,
    problem varchar,
    held_back boolean not null default false,
    holds_back boolean not null default false,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence)
);

create index if not exists orderly_outbox_waiting on orderly_outbox
    (channel, held_back, available_at, number, sequence, position);

create index if not exists orderly_outbox_oldest on orderly_outbox (channel, created_at, available_at);

create index if not exists orderly_outbox_dead_letters on orderly_outbox (available_at, number, sequence, position);

-- Orders that were retired, as they were in orderly_order, with the hash of their latest entry. Once one is purged, nothing is
-- left in customer_key, placed and state, and it has neither entries nor attachments; its number stays taken.
create table if not exists orderly_archived_order (
    number varchar(100) not null,
    sequence bigint not null,
    workflow varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    done boolean not null,
    muted boolean not null,
    placed_at bigint not null,
    since bigint not null,
    customer_key varchar(64),
    placed varchar,
    state varchar,
    hash varchar(64) not null,
    retired_at bigint not null,
    primary key (number)
);

create index if not exists orderly_archived_order_customer on orderly_archived_order (customer_key, placed_at desc, number);

create index if not exists orderly_archived_order_age on orderly_archived_order (since, number);

-- The histories of retired orders, as they were in orderly_history. The time at which the order was done is in done_at.
create table if not exists orderly_archived_entry (
    number varchar(100) not null,
    sequence bigint not null,
    kind varchar(30) not null,
    workflow varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    previous bigint,
    previous_version int not null,
    previous_status varchar(64) not null,
    subject varchar(64),
    from_status varchar(64),
    event varchar(64),
    to_status varchar(64),
    case_id int,
    actor_role varchar(64) not null,
    at_time bigint not null,
    detail varchar(10),
    request_id varchar(200),
    moved_items int not null default 0,
    hash varchar(64) not null,
    actor_id varchar(200),
    content varchar,
    salt varchar(200),
    erased varchar,
    done_at bigint not null,
    primary key (number, sequence),
    foreign key (number) references orderly_archived_order (number)
);

create table if not exists orderly_archived_moved_item (
    number varchar(100) not null,
    sequence bigint not null,
    position int not null,
    line_id varchar(100) not null,
    from_item varchar(64) not null,
    to_item varchar(64) not null,
    quantity int not null,
    done_at bigint not null,
    primary key (number, sequence, position),
    foreign key (number) references orderly_archived_order (number)
);

create table if not exists orderly_archived_attachment (
    number varchar(100) not null,
    sha256 varchar(64) not null,
    content blob,
    done_at bigint not null,
    primary key (number, sha256),
    foreign key (number) references orderly_archived_order (number)
);

-- How many there are: the sum of the amounts here and in orderly_count_change. Counted are each 'order' by workflow, version
-- and status, and each 'message' that waits and each 'dead-letter' by channel.
create table if not exists orderly_count (
    counted varchar(20) not null,
    name varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    amount bigint not null,
    primary key (counted, name, version, status)
);

-- What changed since: triggers add a row for each change, which waits for no other, and sweeps add the rows up.
create table if not exists orderly_count_change (
    id bigint generated always as identity,
    counted varchar(20) not null,
    name varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    amount bigint not null,
    primary key (id)
);

create trigger if not exists orderly_order_counted after insert, update, delete on orderly_order for each row
call 'dev.orderly.jdbc.h2.OrderCounter';

create trigger if not exists orderly_outbox_counted after insert, update, delete on orderly_outbox for each row
call 'dev.orderly.jdbc.h2.MessageCounter';

create trigger if not exists orderly_order_guard before insert, update, delete on orderly_order for each row
call 'dev.orderly.jdbc.h2.OrderGuard';

create trigger if not exists orderly_order_bounded before insert, update on orderly_order for each row
call 'dev.orderly.jdbc.h2.BoundGuard';

create trigger if not exists orderly_history_bounded before insert on orderly_history for each row
call 'dev.orderly.jdbc.h2.GivenGuard';

create trigger if not exists orderly_history_guard before insert, update, delete on orderly_history for each row
call 'dev.orderly.jdbc.h2.HistoryGuard';

create trigger if not exists orderly_archived_order_guard before insert, update, delete
on orderly_archived_order for each row
call 'dev.orderly.jdbc.h2.ArchivedOrderGuard';

create trigger if not exists orderly_archived_entry_guard before update, delete
on orderly_archived_entry for each row
call 'dev.orderly.jdbc.h2.ArchivedEntryGuard';

create trigger if not exists orderly_moved_item_guard before insert, update, delete on orderly_moved_item for each row
call 'dev.orderly.jdbc.h2.MovedItemGuard';

create trigger if not exists orderly_archived_moved_item_guard before update, delete
on orderly_archived_moved_item for each row
call 'dev.orderly.jdbc.h2.ArchivedMovedItemGuard';

create trigger if not exists orderly_workflow_guard before update, delete on orderly_workflow for each row
call 'dev.orderly.jdbc.h2.WorkflowGuard';

create trigger if not exists orderly_status_guard before update, delete on orderly_status for each row
call 'dev.orderly.jdbc.h2.WorkflowGuard';

create trigger if not exists orderly_transition_guard before update, delete on orderly_transition for each row
call 'dev.orderly.jdbc.h2.WorkflowGuard';

create trigger if not exists orderly_item_status_guard before update, delete on orderly_item_status for each row
call 'dev.orderly.jdbc.h2.WorkflowGuard';

create trigger if not exists orderly_item_transition_guard before update, delete on orderly_item_transition for each row
call 'dev.orderly.jdbc.h2.WorkflowGuard';

create trigger if not exists orderly_bound_guard before update, delete on orderly_bound for each row
call 'dev.orderly.jdbc.h2.WorkflowGuard';

-- Always empty: H2 truncates no table that another one refers to.
create table if not exists orderly_truncation_guard (
    number varchar(100),
    sequence bigint,
    position int,
    request_id varchar(200),
    sha256 varchar(64),
    workflow varchar(64),
    version int,
    status varchar(64),
    subject varchar(64),
    from_status varchar(64),
    event varchar(64),
    to_status varchar(64),
    from_item varchar(64),
    to_item varchar(64),
    field varchar(64),
    relation varchar(10),
    other varchar(64),
    foreign key (number, sequence, position) references orderly_outbox (number, sequence, position),
    foreign key (number, sequence, position) references orderly_moved_item (number, sequence, position),
    foreign key (number, sequence, position) references orderly_archived_moved_item (number, sequence, position),
    foreign key (workflow, version, subject, from_status, event, to_status, from_item, to_item)
        references orderly_item_transition
            (workflow, version, subject, from_status, event, to_status, from_item, to_item),
    foreign key (workflow, version, subject, field, relation, other)
        references orderly_bound (workflow, version, subject, field, relation, other),
    foreign key (number, request_id) references orderly_answer (number, request_id),
    foreign key (number, sha256) references orderly_attachment (number, sha256),
    foreign key (number, sequence) references orderly_archived_entry (number, sequence),
    foreign key (number, sha256) references orderly_archived_attachment (number, sha256),
    foreign key (workflow, version, status) references orderly_status (workflow, version, status),
    check (false)
);

insert into orderly_schema (version) values (1);
