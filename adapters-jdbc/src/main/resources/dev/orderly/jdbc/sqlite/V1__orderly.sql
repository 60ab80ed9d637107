-- Orderly's tables on SQLite 3.42 or newer, version 1. A statement ends at a semicolon that an empty line follows.
-- Points in time are microseconds since 1970-01-01T00:00Z. Texts named content, erased, placed and state are JSON.
-- Keys that refer to other tables only count on connections that ask for them, and checks can be switched off on each; so the
-- triggers below say what keys and checks say on other databases.

create table orderly_schema (
    version integer primary key
) strict;

create table orderly_workflow (
    workflow text not null,
    version integer not null,
    content_hash text not null,
    content text not null,
    primary key (workflow, version)
) strict;

-- The statuses of a version, each with its label in the first language of the workflow.
create table orderly_status (
    workflow text not null,
    version integer not null,
    status text not null,
    done integer not null,
    label text not null,
    primary key (workflow, version, status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
) strict;

-- Every transition that a version of a workflow allows. The subject is '' for the order itself, the type of case for a
-- case, and '(migration)' for a migration from another version, whose number stands in the place of the event.
create table orderly_transition (
    workflow text not null,
    version integer not null,
    subject text not null,
    from_status text not null,
    event text not null,
    to_status text not null,
    primary key (workflow, version, subject, from_status, event, to_status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
) strict, without rowid;

-- The item statuses of a version that looks at units, each with its label in the first language of the workflow.
create table orderly_item_status (
    workflow text not null,
    version integer not null,
    item_status text not null,
    done integer not null,
    label text not null,
    primary key (workflow, version, item_status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
) strict;

-- What each transition that a version allows can do with a unit. The units of a new order come from ''.
create table orderly_item_transition (
    workflow text not null,
    version integer not null,
    subject text not null,
    from_status text not null,
    event text not null,
    to_status text not null,
    from_item text not null,
    to_item text not null,
    primary key (workflow, version, subject, from_status, event, to_status, from_item, to_item),
    foreign key (workflow, version, subject, from_status, event, to_status)
        references orderly_transition (workflow, version, subject, from_status, event, to_status),
    foreign key (workflow, version, to_item) references orderly_item_status (workflow, version, item_status)
) strict, without rowid;

-- The bounds of fields of a version. The subject is '' for the order itself and the type of case for a case. A field is held to
-- the other one, to the total of the lines where that is '(lines)', and to the constant where it is '(constant)'; type is that of
-- their values.
create table orderly_bound (
    workflow text not null,
    version integer not null,
    subject text not null,
    field text not null,
    type text not null,
    relation text not null,
    other text not null,
    constant text,
    primary key (workflow, version, subject, field, relation, other),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
) strict;

-- The entries of all histories. A transition of a case has its number in case_id; moved_items is how many
-- rows of orderly_moved_item it has. The columns actor_id, content, salt and erased have what may be personal, and change
-- when it is erased; the others never change.
create table orderly_history (
    number text not null,
    sequence integer not null,
    kind text not null,
    workflow text not null,
    version integer not null,
    status text not null,
    previous integer,
    previous_version integer not null,
    previous_status text not null,
    subject text,
    from_status text,
    event text,
    to_status text,
    case_id integer,
    actor_role text not null,
    at_time integer not null,
    detail text,
    request_id text,
    moved_items integer not null default 0,
    hash text not null,
    actor_id text,
    content text,
    salt text,
    erased text,
    primary key (number, sequence),
    foreign key (number, previous) references orderly_history (number, sequence),
    foreign key (workflow, version, subject, from_status, event, to_status)
        references orderly_transition (workflow, version, subject, from_status, event, to_status)
) strict;

-- The latest snapshot of each order. From claimable_at on, a sweep may claim it: that is its deadline, or the end of the
-- latest claim.
create table orderly_order (
    number text not null,
    sequence integer not null,
    workflow text not null,
    version integer not null,
    status text not null,
    done integer not null,
    muted integer not null,
    placed_at integer not null,
    since integer not null,
    deadline_at integer,
    overdue_at integer,
    claimable_at integer,
    customer_key text,
    placed text not null,
    state text not null,
    primary key (number),
    foreign key (number, sequence) references orderly_history (number, sequence)
) strict;

create index orderly_order_placed on orderly_order (placed_at desc, number);

create index orderly_order_listed on orderly_order (workflow, version, status, placed_at desc, number);

create index orderly_order_in_status on orderly_order (workflow, status, placed_at desc, number);

create index orderly_order_active on orderly_order (placed_at desc, number) where not done;

create index orderly_order_customer on orderly_order (customer_key, placed_at desc, number)
    where customer_key is not null;

create index orderly_order_deadline on orderly_order (claimable_at, number) where claimable_at is not null;

create index orderly_order_overdue on orderly_order (overdue_at, number) where overdue_at is not null;

-- Which units each entry moved, of which line, from which item status to which; those of a new order come from ''. How many
-- there are of a line in an item status is what came minus what went.
create table orderly_moved_item (
    number text not null,
    sequence integer not null,
    position integer not null,
    line_id text not null,
    from_item text not null,
    to_item text not null,
    quantity integer not null,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence)
) strict, without rowid;

create index orderly_moved_item_line on orderly_moved_item (number, line_id);

create table orderly_attachment (
    number text not null,
    sha256 text not null,
    content blob,
    primary key (number, sha256),
    foreign key (number) references orderly_order (number)
) strict;

-- The answers to requests with an id that changed an order: the sequence is that of the entry that the request made. They
-- are deleted some weeks after they were given.
create table orderly_answer (
    number text not null,
    request_id text not null,
    fingerprint text not null,
    sequence integer not null,
    answered_at integer not null,
    primary key (number, request_id),
    foreign key (number, sequence) references orderly_history (number, sequence)
) strict;

create index orderly_answer_age on orderly_answer (answered_at);

-- The messages to send. A message whose available_at is null is a dead letter. One that is held back is not claimed until
-- the message of its order that holds others back is settled.
create table orderly_outbox (
    number text not null,
    sequence integer not null,
    position integer not null,
    role text not null,
    channel text not null,
    created_at integer not null,
    tries integer not null,
    available_at integer,
    problem text,
    held_back integer not null default 0,
    holds_back integer not null default 0,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence)
) strict;

create index orderly_outbox_waiting on orderly_outbox (channel, available_at, number, sequence, position)
    where held_back = false;

create index orderly_outbox_oldest on orderly_outbox (channel, created_at) where available_at is not null;

create index orderly_outbox_dead_letters on orderly_outbox (number, sequence, position) where available_at is null;

-- Orders that were retired, as they were in orderly_order, with the hash of their latest entry. Once one is purged, nothing is
-- left in customer_key, placed and state, and it has neither entries nor attachments; its number stays taken.
create table orderly_archived_order (
    number text not null,
    sequence integer not null,
    workflow text not null,
    version integer not null,
    status text not null,
    done integer not null,
    muted integer not null,
    placed_at integer not null,
    since integer not null,
    customer_key text,
    placed text,
    state text,
    hash text not null,
    retired_at integer not null,
    primary key (number)
) strict;

create index orderly_archived_order_customer on orderly_archived_order (customer_key, placed_at desc, number)
    where customer_key is not null;

create index orderly_archived_order_age on orderly_archived_order (since, number)
    where state is not null;

-- The histories of retired orders, as they were in orderly_history. The time at which the order was done is in done_at.
create table orderly_archived_entry (
    number text not null,
    sequence integer not null,
    kind text not null,
    workflow text not null,
    version integer not null,
    status text not null,
    previous integer,
    previous_version integer not null,
    previous_status text not null,
    subject text,
    from_status text,
    event text,
    to_status text,
    case_id integer,
    actor_role text not null,
    at_time integer not null,
    detail text,
    request_id text,
    moved_items integer not null default 0,
    hash text not null,
    actor_id text,
    content text,
    salt text,
    erased text,
    done_at integer not null,
    primary key (number, sequence),
    foreign key (number) references orderly_archived_order (number)
) strict;

create table orderly_archived_moved_item (
    number text not null,
    sequence integer not null,
    position integer not null,
    line_id text not null,
    from_item text not null,
    to_item text not null,
    quantity integer not null,
    done_at integer not null,
    primary key (number, sequence, position),
    foreign key (number) references orderly_archived_order (number)
) strict, without rowid;

create table orderly_archived_attachment (
    number text not null,
    sha256 text not null,
    content blob,
    done_at integer not null,
    primary key (number, sha256),
    foreign key (number) references orderly_archived_order (number)
) strict;

-- How many there are: the sum of the amounts here and in orderly_count_change. Counted are each 'order' by workflow, version
-- and status, and each 'message' that waits and each 'dead-letter' by channel.
create table orderly_count (
    counted text not null,
    name text not null,
    version integer not null,
    status text not null,
    amount integer not null,
    primary key (counted, name, version, status)
) strict;

-- What changed since: triggers add a row for each change, and sweeps add the rows up.
create table orderly_count_change (
    id integer primary key,
    counted text not null,
    name text not null,
    version integer not null,
    status text not null,
    amount integer not null
) strict;

create trigger orderly_order_counted after insert on orderly_order begin
insert into orderly_count_change (counted, name, version, status, amount)
    values ('order', new.workflow, new.version, new.status, 1);
end;

create trigger orderly_order_recounted after update on orderly_order
    when new.workflow <> old.workflow or new.version <> old.version or new.status <> old.status begin
insert into orderly_count_change (counted, name, version, status, amount)
    values ('order', old.workflow, old.version, old.status, -1), ('order', new.workflow, new.version, new.status, 1);
end;

create trigger orderly_order_uncounted after delete on orderly_order begin
insert into orderly_count_change (counted, name, version, status, amount)
    values ('order', old.workflow, old.version, old.status, -1);
end;

create trigger orderly_outbox_counted after insert on orderly_outbox begin
insert into orderly_count_change (counted, name, version, status, amount)
    values (iif(new.available_at is null, 'dead-letter', 'message'), new.channel, 0, '', 1);
end;

create trigger orderly_outbox_recounted after update on orderly_outbox
    when (new.available_at is null) <> (old.available_at is null) or new.channel <> old.channel begin
insert into orderly_count_change (counted, name, version, status, amount)
    values (iif(old.available_at is null, 'dead-letter', 'message'), old.channel, 0, '', -1),
        (iif(new.available_at is null, 'dead-letter', 'message'), new.channel, 0, '', 1);
end;

create trigger orderly_outbox_uncounted after delete on orderly_outbox begin
insert into orderly_count_change (counted, name, version, status, amount)
    values (iif(old.available_at is null, 'dead-letter', 'message'), old.channel, 0, '', -1);
end;

-- Where "insert or replace" finds a row with the same key, it deletes that first, and no trigger hears of it.
create trigger orderly_history_fits before insert on orderly_history begin
select raise(abort, 'there is such a row already')
    where exists (select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence);
select raise(abort, 'the number belongs to an order that was retired')
    where new.sequence = 1 and exists (select 1 from orderly_archived_order a where a.number = new.number)
        and not exists (
            select 1 from orderly_archived_entry e where e.number = new.number and e.sequence = 1 and e.hash = new.hash);
select raise(abort, 'an entry follows the one before it, or places the order')
    where (case when new.sequence = 1
        then new.kind = 'transition' and new.case_id is null and new.previous is null and new.previous_status = ''
        else new.sequence > 1 and new.previous = new.sequence - 1
    end) is not true;
select raise(abort, 'an entry has the columns of its kind, and moves as it says')
    where (case
        when new.kind = 'transition' and new.case_id is null then new.subject = '' and new.event is not null
            and new.from_status = new.previous_status and new.to_status = new.status
            and new.version = new.previous_version
        when new.kind = 'transition' then new.subject not in ('', '(migration)') and new.case_id > 0
            and new.from_status is not null and new.event is not null and new.to_status is not null
            and new.status = new.previous_status and new.version = new.previous_version
        when new.kind = 'migration' then new.subject = '(migration)' and new.case_id is null
            and new.from_status = new.previous_status and new.to_status = new.status
            and new.version <> new.previous_version and new.event = cast(new.previous_version as text)
        else new.kind in ('comment', 'notification-preference', 'erasure') and new.subject is null
            and new.case_id is null and new.from_status is null and new.event is null and new.to_status is null
            and new.status = new.previous_status and new.version = new.previous_version
    end) is not true;
select raise(abort, 'only a transition moves units')
    where new.moved_items <> 0 and (new.moved_items < 0 or new.kind <> 'transition');
select raise(abort, 'the version does not have an item status in which units are')
    where new.kind = 'migration' and exists (
        select 1 from (
            select m.line_id, m.to_item as item_status, m.quantity from orderly_moved_item m where m.number = new.number
            union all select m.line_id, m.from_item, -m.quantity from orderly_moved_item m
                where m.number = new.number and m.from_item <> '') u
            where not exists (
                select 1 from orderly_item_status s
                    where s.workflow = new.workflow and s.version = new.version and s.item_status = u.item_status)
            group by u.line_id, u.item_status having sum(u.quantity) <> 0);
select raise(abort, 'an entry follows one that is there, of its own order')
    where new.sequence > 1 and not exists (
        select 1 from orderly_history h where h.number = new.number and h.sequence = new.previous
            and h.workflow = new.workflow and h.version = new.previous_version and h.status = new.previous_status);
select raise(abort, 'the workflow does not have this transition')
    where new.subject is not null and not exists (
        select 1 from orderly_transition t where t.workflow = new.workflow and t.version = new.version
            and t.subject = new.subject and t.from_status = new.from_status and t.event = new.event
            and t.to_status = new.to_status);
end;

create trigger orderly_history_fixed
    before update of number, sequence, kind, workflow, version, status, previous, previous_version, previous_status,
        subject, from_status, event, to_status, case_id, actor_role, at_time, detail, request_id, moved_items, hash
    on orderly_history begin
select raise(abort, 'what happened cannot be changed: only what is personal can be erased');
end;

create trigger orderly_history_stays before delete on orderly_history begin
select raise(abort, 'what happened leaves its table behind its order, the last entry first')
    where exists (select 1 from orderly_order o where o.number = old.number)
        or exists (select 1 from orderly_history h where h.number = old.number and h.sequence = old.sequence + 1)
        or exists (select 1 from orderly_moved_item m where m.number = old.number and m.sequence = old.sequence);
select raise(abort, 'what happened cannot be deleted: it leaves its table for the archive only, as it is')
    where not exists (
        select 1 from orderly_archived_entry e where e.number = old.number and e.sequence = old.sequence
            and (e.kind, e.workflow, e.version, e.status, e.previous, e.previous_version, e.previous_status, e.subject,
                e.from_status, e.event, e.to_status, e.case_id, e.actor_role, e.at_time, e.detail, e.request_id,
                e.moved_items, e.hash, e.actor_id, e.content, e.salt, e.erased)
                is (old.kind, old.workflow, old.version, old.status, old.previous, old.previous_version,
                old.previous_status, old.subject, old.from_status, old.event, old.to_status, old.case_id,
                old.actor_role, old.at_time, old.detail, old.request_id, old.moved_items, old.hash, old.actor_id, old.content,
                old.salt, old.erased));
end;

create trigger orderly_order_fits before insert on orderly_order begin
select raise(abort, 'there is such a row already')
    where exists (select 1 from orderly_order o where o.number = new.number);
select raise(abort, 'an order is where an entry of its history says, and so are its units')
    where not exists (
        select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence
            and h.workflow = new.workflow and h.version = new.version and h.status = new.status
            and (h.moved_items = 0 or exists (
                select 1 from orderly_moved_item m
                    where m.number = h.number and m.sequence = h.sequence and m.position = h.moved_items)));
end;

create trigger orderly_order_forward before update on orderly_order begin
select raise(abort, 'an order moves by one entry of its history at a time, and never back')
    where new.number is not old.number
        or (new.sequence in (old.sequence, old.sequence + 1)) is not true;
select raise(abort, 'an order is where an entry of its history says, and so are its units')
    where (new.sequence is not old.sequence or new.workflow is not old.workflow or new.version is not old.version
            or new.status is not old.status)
        and not exists (
            select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence
                and h.workflow = new.workflow and h.version = new.version and h.status = new.status
                and (h.moved_items = 0 or exists (
                    select 1 from orderly_moved_item m
                        where m.number = h.number and m.sequence = h.sequence and m.position = h.moved_items)));
select raise(abort, 'an order changes by an entry of its history only')
    where new.sequence is old.sequence and new.state is not old.state;
end;

-- What was ordered, and what an entry says of units, stands as JSON as well. It stays when what is personal is erased.
create trigger orderly_order_lines before update of placed on orderly_order when new.placed is not old.placed begin
select raise(abort, 'what was ordered stays as it was when the order was placed')
    where new.placed -> '$.lines' is not old.placed -> '$.lines';
end;

create trigger orderly_history_items before update of content on orderly_history when new.content is not old.content begin
select raise(abort, 'what an entry says of units stays as it was written')
    where (new.content -> '$.items', new.content -> '$.parcel', new.content -> '$.placement.lines')
        is not (old.content -> '$.items', old.content -> '$.parcel', old.content -> '$.placement.lines');
select raise(abort, 'what an entry gave for a field stays as it was, or is erased')
    where exists (
        select 1 from json_each(new.content, '$.data') given
            where new.content -> ('$.data."' || given.key || '"') is not old.content -> ('$.data."' || given.key || '"'));
end;

-- An order and its entries leave their tables only when the archive has them as they are, and the archive only when their tables
-- do.
create trigger orderly_order_stays before delete on orderly_order begin
select raise(abort, 'an order leaves its table for the archive only, as it is, and when it is done')
    where not old.done or not exists (
        select 1 from orderly_archived_order a
            where a.number = old.number and a.sequence = old.sequence and a.placed = old.placed and a.state = old.state
                and a.customer_key is old.customer_key);
end;

create trigger orderly_schema_fixed before update on orderly_schema begin
select raise(abort, 'the version of the tables is for the scripts that make them to say');
end;

create trigger orderly_schema_stays before delete on orderly_schema begin
select raise(abort, 'the version of the tables is for the scripts that make them to say');
end;

create trigger orderly_workflow_fits before insert on orderly_workflow begin
select raise(abort, 'there is such a row already')
    where exists (select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version);
end;

create trigger orderly_workflow_fixed before update on orderly_workflow begin
select raise(abort, 'a version of a workflow stays as it was registered');
end;

create trigger orderly_workflow_stays before delete on orderly_workflow begin
select raise(abort, 'a version of a workflow stays as it was registered');
end;

create trigger orderly_status_fits before insert on orderly_status begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_status s where s.workflow = new.workflow and s.version = new.version
            and s.status = new.status);
select raise(abort, 'there is no such version of a workflow')
    where not exists (
        select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version);
end;

create trigger orderly_status_fixed before update on orderly_status begin
select raise(abort, 'a status of a version stays as it was registered');
end;

create trigger orderly_status_stays before delete on orderly_status begin
select raise(abort, 'a status of a version stays as it was registered');
end;

create trigger orderly_transition_fits before insert on orderly_transition begin
select raise(abort, 'there is no such version of a workflow')
    where not exists (
        select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version);
end;

create trigger orderly_transition_fixed before update on orderly_transition begin
select raise(abort, 'a transition of a version stays as it was registered');
end;

create trigger orderly_transition_stays before delete on orderly_transition begin
select raise(abort, 'a transition of a version stays as it was registered');
end;

create trigger orderly_attachment_fits before insert on orderly_attachment begin
select raise(abort, 'there is such a row already')
    where exists (select 1 from orderly_attachment a where a.number = new.number and a.sha256 = new.sha256);
select raise(abort, 'there is no such order')
    where not exists (select 1 from orderly_order o where o.number = new.number);
end;

create trigger orderly_attachment_fixed before update on orderly_attachment begin
select raise(abort, 'an attachment stays as it was uploaded, until it is erased');
end;

create trigger orderly_answer_fits before insert on orderly_answer begin
select raise(abort, 'there is such a row already')
    where exists (select 1 from orderly_answer a where a.number = new.number and a.request_id = new.request_id);
select raise(abort, 'there is no such entry of a history')
    where not exists (select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence);
end;

create trigger orderly_answer_fixed before update on orderly_answer begin
select raise(abort, 'an answer stays as it was given, until it is forgotten');
end;

create trigger orderly_outbox_fits before insert on orderly_outbox begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_outbox m where m.number = new.number and m.sequence = new.sequence
            and m.position = new.position);
select raise(abort, 'there is no such entry of a history')
    where not exists (select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence);
end;

create trigger orderly_outbox_fixed before update of number, sequence, position on orderly_outbox begin
select raise(abort, 'a message stays with the entry that it tells of');
end;

-- Units move by an entry, as many rows as it says and one after the other, as its transition allows, and only from where they
-- are.
create trigger orderly_moved_item_fits before insert on orderly_moved_item begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_moved_item m
            where m.number = new.number and m.sequence = new.sequence and m.position = new.position);
select raise(abort, 'at least one unit moves') where (new.position > 0 and new.quantity > 0) is not true;
select raise(abort, 'units move by an entry of a history, as many rows as it says, one after the other')
    where not exists (
            select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence
                and h.moved_items >= new.position)
        or (new.position > 1 and not exists (
            select 1 from orderly_moved_item m
                where m.number = new.number and m.sequence = new.sequence and m.position = new.position - 1));
select raise(abort, 'the transition does not move units so')
    where not exists (
        select 1 from orderly_history h join orderly_item_transition t on t.workflow = h.workflow
            and t.version = h.version and t.subject = h.subject and t.from_status = h.from_status and t.event = h.event
            and t.to_status = h.to_status
            where h.number = new.number and h.sequence = new.sequence
                and t.from_item = new.from_item and t.to_item = new.to_item);
select raise(abort, 'a line was ordered before')
    where new.from_item = '' and exists (
        select 1 from orderly_moved_item m where m.number = new.number and m.line_id = new.line_id);
select raise(abort, 'there are not so many units to move')
    where new.from_item <> '' and new.quantity > (
        select coalesce(sum(
            case new.from_item when m.to_item then m.quantity when m.from_item then -m.quantity else 0 end), 0)
            from orderly_moved_item m where m.number = new.number and m.line_id = new.line_id);
end;

create trigger orderly_moved_item_fixed before update on orderly_moved_item begin
select raise(abort, 'units that moved stay as they moved');
end;

create trigger orderly_moved_item_stays before delete on orderly_moved_item begin
select raise(abort, 'units that moved leave their table behind their order, for the archive only, as they are')
    where exists (select 1 from orderly_order o where o.number = old.number) or not exists (
        select 1 from orderly_archived_moved_item m
            where m.number = old.number and m.sequence = old.sequence and m.position = old.position
                and m.line_id = old.line_id and m.from_item = old.from_item and m.to_item = old.to_item
                and m.quantity = old.quantity);
end;

create trigger orderly_archived_moved_item_fits before insert on orderly_archived_moved_item begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_archived_moved_item m
            where m.number = new.number and m.sequence = new.sequence and m.position = new.position);
select raise(abort, 'there is no such order')
    where not exists (select 1 from orderly_archived_order a where a.number = new.number);
end;

create trigger orderly_archived_moved_item_fixed before update on orderly_archived_moved_item begin
select raise(abort, 'units that moved stay in the archive until their order is purged or goes back to where it was');
end;

create trigger orderly_archived_moved_item_stays before delete on orderly_archived_moved_item begin
select raise(abort, 'units that moved stay in the archive until their order is purged or goes back to where it was')
    where not exists (select 1 from orderly_archived_order a where a.number = old.number and a.state is null)
        and not exists (
            select 1 from orderly_moved_item m
                where m.number = old.number and m.sequence = old.sequence and m.position = old.position
                    and m.line_id = old.line_id and m.from_item = old.from_item and m.to_item = old.to_item
                    and m.quantity = old.quantity);
end;

create trigger orderly_item_status_fits before insert on orderly_item_status begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_item_status s where s.workflow = new.workflow and s.version = new.version
            and s.item_status = new.item_status);
select raise(abort, 'there is no such version of a workflow')
    where not exists (
        select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version);
end;

create trigger orderly_item_status_fixed before update on orderly_item_status begin
select raise(abort, 'an item status of a version stays as it was registered');
end;

create trigger orderly_item_status_stays before delete on orderly_item_status begin
select raise(abort, 'an item status of a version stays as it was registered');
end;

create trigger orderly_item_transition_fits before insert on orderly_item_transition begin
select raise(abort, 'the workflow does not have this transition, or this item status')
    where not exists (
            select 1 from orderly_transition t where t.workflow = new.workflow and t.version = new.version
                and t.subject = new.subject and t.from_status = new.from_status and t.event = new.event
                and t.to_status = new.to_status)
        or not exists (
            select 1 from orderly_item_status s where s.workflow = new.workflow and s.version = new.version
                and s.item_status = new.to_item);
end;

create trigger orderly_item_transition_fixed before update on orderly_item_transition begin
select raise(abort, 'what a transition does with units stays as it was registered');
end;

create trigger orderly_item_transition_stays before delete on orderly_item_transition begin
select raise(abort, 'what a transition does with units stays as it was registered');
end;

-- Fields stay within their bounds. Their values stand in an order's state as JSON such as {"money":"5 EUR"}: a step changes them as
-- its entry says, an erasure only takes them away, and what a step changes, or what bounds that, is compared, by some 15 digits.
create trigger orderly_order_begins_bounded before insert on orderly_order
    when exists (select 1 from orderly_bound b where b.workflow = new.workflow and b.version = new.version)
        and new.sequence = 1 begin
select raise(abort, 'a field that is in a bound changes by an entry only, as that says')
    where exists (
        select 1 from (
            select h.kind, h.case_id, part.id, '{}' -> (part.path || '."' || field.name || '"') as was,
                    new.state -> (part.path || '."' || field.name || '"') as is_now,
                    h.content -> ('$.data."' || field.name || '"') as was_given
                from (select 0 as id, '' as subject, '$.fields' as path
                union all select c.key + 1, c.value ->> '$.type', '$.cases[' || c.key || '].fields'
                    from json_each(new.state, '$.cases') c) part
                join (
                    select b.subject, b.field as name from orderly_bound b
                        where b.workflow = new.workflow and b.version = new.version
                    union select b.subject, b.other from orderly_bound b
                        where b.workflow = new.workflow and b.version = new.version and b.other not like '(%') field
                    on field.subject = part.subject
                left join orderly_history h on h.number = new.number and h.sequence = new.sequence) v
            where (case
                when v.kind = 'erasure' then v.is_now is null or v.is_now is v.was
                when v.kind <> 'transition' or (v.id <> 0 and v.id is not v.case_id) then v.is_now is v.was
                when v.case_id is null then v.is_now is coalesce(v.was_given, v.was)
                else v.is_now is v.was or v.is_now = v.was_given
            end) is not true);
select raise(abort, 'a step leaves no field out of its bounds')
    where exists (
        select 1 from (select v.*, cast(iif(v.type in ('number', 'money'), v.is_now ->> ('$.' || v.type), replace(replace(replace(replace(
                        v.is_now ->> ('$.' || v.type), '-', ''), ':', ''), 'T', ''), 'Z', '')) as real) as amount, cast(iif(v.type in ('number', 'money'), v.limited_by ->> ('$.' || v.type), replace(replace(replace(replace(
                        v.limited_by ->> ('$.' || v.type), '-', ''), ':', ''), 'T', ''), 'Z', '')) as real) as limit_amount from (
            select b.type, b.relation, '{}' -> (part.path || '."' || b.field || '"') as was,
                    new.state -> (part.path || '."' || b.field || '"') as is_now,
                    '{}' -> (part.path || '."' || b.other || '"')
                        is new.state -> (part.path || '."' || b.other || '"') as other_stays,
                    case b.other
                        when '(lines)' then (
                            select iif(count(l.value ->> '$.price') = count(*)
                                    and count(distinct l.value ->> '$.currency') = 1,
                                json_object('money', (sum(cast(round((l.value ->> '$.price') * 10000) as integer)
                                    * (l.value ->> '$.quantity')) / 10000.0) || ' ' || max(l.value ->> '$.currency')),
                                null)
                                from json_each(new.placed, '$.lines') l)
                        when '(constant)' then b.constant
                        else new.state -> (part.path || '."' || b.other || '"') end as limited_by
                from (select 0 as id, '' as subject, '$.fields' as path
                union all select c.key + 1, c.value ->> '$.type', '$.cases[' || c.key || '].fields'
                    from json_each(new.state, '$.cases') c) part
                join orderly_bound b on b.workflow = new.workflow and b.version = new.version
                    and b.subject = part.subject
                join orderly_history h on h.number = new.number and h.sequence = new.sequence
                    and h.kind = 'transition') v) v
            where v.is_now is not null and not (v.other_stays and v.is_now is v.was)
                and (v.is_now = json_object(v.type, v.is_now ->> ('$.' || v.type))
                    and v.limited_by = json_object(v.type, v.limited_by ->> ('$.' || v.type))
                    and v.is_now ->> ('$.' || v.type) glob '[-0-9]*'
                    and v.limited_by ->> ('$.' || v.type) glob '[-0-9]*'
                    and (v.type <> 'money' or substr(v.is_now ->> '$.money', -4) = substr(v.limited_by ->> '$.money', -4))
                    and case v.relation when 'at-most' then v.amount <= v.limit_amount
                        else v.amount >= v.limit_amount end) is not true);
end;

create trigger orderly_order_returns_bounded before insert on orderly_order
    when exists (select 1 from orderly_bound b where b.workflow = new.workflow and b.version = new.version)
        and new.sequence <> 1 begin
select raise(abort, 'an order begins with its first entry, or comes back from the archive as it was')
    where not exists (
        select 1 from orderly_archived_order a
            where a.number = new.number and a.sequence = new.sequence and a.state = new.state);
end;

create trigger orderly_order_bounded before update on orderly_order
    when new.sequence <> old.sequence
        and exists (select 1 from orderly_bound b where b.workflow = new.workflow and b.version = new.version) begin
select raise(abort, 'a field that is in a bound changes by an entry only, as that says')
    where exists (
        select 1 from (
            select h.kind, h.case_id, part.id, old.state -> (part.path || '."' || field.name || '"') as was,
                    new.state -> (part.path || '."' || field.name || '"') as is_now,
                    h.content -> ('$.data."' || field.name || '"') as was_given
                from (select 0 as id, '' as subject, '$.fields' as path
                union all select c.key + 1, c.value ->> '$.type', '$.cases[' || c.key || '].fields'
                    from json_each(new.state, '$.cases') c) part
                join (
                    select b.subject, b.field as name from orderly_bound b
                        where b.workflow = new.workflow and b.version = new.version
                    union select b.subject, b.other from orderly_bound b
                        where b.workflow = new.workflow and b.version = new.version and b.other not like '(%') field
                    on field.subject = part.subject
                left join orderly_history h on h.number = new.number and h.sequence = new.sequence) v
            where (case
                when v.kind = 'erasure' then v.is_now is null or v.is_now is v.was
                when v.kind <> 'transition' or (v.id <> 0 and v.id is not v.case_id) then v.is_now is v.was
                when v.case_id is null then v.is_now is coalesce(v.was_given, v.was)
                else v.is_now is v.was or v.is_now = v.was_given
            end) is not true);
select raise(abort, 'a step leaves no field out of its bounds')
    where exists (
        select 1 from (select v.*, cast(iif(v.type in ('number', 'money'), v.is_now ->> ('$.' || v.type), replace(replace(replace(replace(
                        v.is_now ->> ('$.' || v.type), '-', ''), ':', ''), 'T', ''), 'Z', '')) as real) as amount, cast(iif(v.type in ('number', 'money'), v.limited_by ->> ('$.' || v.type), replace(replace(replace(replace(
                        v.limited_by ->> ('$.' || v.type), '-', ''), ':', ''), 'T', ''), 'Z', '')) as real) as limit_amount from (
            select b.type, b.relation, old.state -> (part.path || '."' || b.field || '"') as was,
                    new.state -> (part.path || '."' || b.field || '"') as is_now,
                    old.state -> (part.path || '."' || b.other || '"')
                        is new.state -> (part.path || '."' || b.other || '"') as other_stays,
                    case b.other
                        when '(lines)' then (
                            select iif(count(l.value ->> '$.price') = count(*)
                                    and count(distinct l.value ->> '$.currency') = 1,
                                json_object('money', (sum(cast(round((l.value ->> '$.price') * 10000) as integer)
                                    * (l.value ->> '$.quantity')) / 10000.0) || ' ' || max(l.value ->> '$.currency')),
                                null)
                                from json_each(new.placed, '$.lines') l)
                        when '(constant)' then b.constant
                        else new.state -> (part.path || '."' || b.other || '"') end as limited_by
                from (select 0 as id, '' as subject, '$.fields' as path
                union all select c.key + 1, c.value ->> '$.type', '$.cases[' || c.key || '].fields'
                    from json_each(new.state, '$.cases') c) part
                join orderly_bound b on b.workflow = new.workflow and b.version = new.version
                    and b.subject = part.subject
                join orderly_history h on h.number = new.number and h.sequence = new.sequence
                    and h.kind = 'transition') v) v
            where v.is_now is not null and not (v.other_stays and v.is_now is v.was)
                and (v.is_now = json_object(v.type, v.is_now ->> ('$.' || v.type))
                    and v.limited_by = json_object(v.type, v.limited_by ->> ('$.' || v.type))
                    and v.is_now ->> ('$.' || v.type) glob '[-0-9]*'
                    and v.limited_by ->> ('$.' || v.type) glob '[-0-9]*'
                    and (v.type <> 'money' or substr(v.is_now ->> '$.money', -4) = substr(v.limited_by ->> '$.money', -4))
                    and case v.relation when 'at-most' then v.amount <= v.limit_amount
                        else v.amount >= v.limit_amount end) is not true);
end;

-- An entry is written before its order moves to it.
create trigger orderly_history_bounded before insert on orderly_history
    when new.kind = 'transition' and new.content like '%"data"%' and exists (
        select 1 from orderly_bound b
            where b.workflow = new.workflow and b.version = new.version and b.subject = new.subject) begin
select raise(abort, 'a step leaves no field out of its bounds')
    where exists (
        select 1 from (select v.*, cast(iif(v.type in ('number', 'money'), v.is_now ->> ('$.' || v.type), replace(replace(replace(replace(
                        v.is_now ->> ('$.' || v.type), '-', ''), ':', ''), 'T', ''), 'Z', '')) as real) as amount, cast(iif(v.type in ('number', 'money'), v.limited_by ->> ('$.' || v.type), replace(replace(replace(replace(
                        v.limited_by ->> ('$.' || v.type), '-', ''), ':', ''), 'T', ''), 'Z', '')) as real) as limit_amount from (
            select b.type, b.relation, o.state -> (iif(new.case_id is null, '$.fields', '$.cases[' || (new.case_id - 1) || '].fields') || '."' || b.field || '"') as was,
                    coalesce(new.content -> ('$.data."' || b.field || '"'), o.state -> (iif(new.case_id is null, '$.fields', '$.cases[' || (new.case_id - 1) || '].fields') || '."' || b.field || '"')) as is_now,
                    o.state -> (iif(new.case_id is null, '$.fields', '$.cases[' || (new.case_id - 1) || '].fields') || '."' || b.other || '"')
                        is coalesce(new.content -> ('$.data."' || b.other || '"'), o.state -> (iif(new.case_id is null, '$.fields', '$.cases[' || (new.case_id - 1) || '].fields') || '."' || b.other || '"')) as other_stays,
                    case b.other
                        when '(lines)' then (
                            select iif(count(l.value ->> '$.price') = count(*)
                                    and count(distinct l.value ->> '$.currency') = 1,
                                json_object('money', (sum(cast(round((l.value ->> '$.price') * 10000) as integer)
                                    * (l.value ->> '$.quantity')) / 10000.0) || ' ' || max(l.value ->> '$.currency')),
                                null)
                                from json_each(o.placed, '$.lines') l)
                        when '(constant)' then b.constant
                        else coalesce(new.content -> ('$.data."' || b.other || '"'), o.state -> (iif(new.case_id is null, '$.fields', '$.cases[' || (new.case_id - 1) || '].fields') || '."' || b.other || '"')) end as limited_by
                from orderly_order o
                join orderly_bound b on b.workflow = new.workflow and b.version = new.version
                    and b.subject = new.subject
                where o.number = new.number and o.sequence = new.sequence - 1) v) v
            where v.is_now is not null and not (v.other_stays and v.is_now is v.was)
                and (v.is_now = json_object(v.type, v.is_now ->> ('$.' || v.type))
                    and v.limited_by = json_object(v.type, v.limited_by ->> ('$.' || v.type))
                    and v.is_now ->> ('$.' || v.type) glob '[-0-9]*'
                    and v.limited_by ->> ('$.' || v.type) glob '[-0-9]*'
                    and (v.type <> 'money' or substr(v.is_now ->> '$.money', -4) = substr(v.limited_by ->> '$.money', -4))
                    and case v.relation when 'at-most' then v.amount <= v.limit_amount
                        else v.amount >= v.limit_amount end) is not true);
end;

create trigger orderly_bound_fits before insert on orderly_bound begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_bound b where b.workflow = new.workflow and b.version = new.version
            and b.subject = new.subject and b.field = new.field and b.relation = new.relation and b.other = new.other);
select raise(abort, 'there is no such version of a workflow')
    where not exists (
        select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version);
end;

create trigger orderly_bound_fixed before update on orderly_bound begin
select raise(abort, 'a bound of a version stays as it was registered');
end;

create trigger orderly_bound_stays before delete on orderly_bound begin
select raise(abort, 'a bound of a version stays as it was registered');
end;

create trigger orderly_archived_order_fits before insert on orderly_archived_order begin
select raise(abort, 'there is such a row already')
    where exists (select 1 from orderly_archived_order a where a.number = new.number);
select raise(abort, 'only an order that is done is retired, as it is')
    where not exists (
        select 1 from orderly_order o join orderly_history h on h.number = o.number and h.sequence = o.sequence
            where o.number = new.number and o.done and h.hash = new.hash
            and (o.sequence, o.workflow, o.version, o.status, o.muted, o.placed_at, o.since, o.customer_key, o.placed,
                o.state)
                is (new.sequence, new.workflow, new.version, new.status, new.muted, new.placed_at, new.since,
                new.customer_key, new.placed, new.state));
end;

create trigger orderly_archived_order_fixed before update on orderly_archived_order begin
select raise(abort, 'a retired order stays as it was, or is purged')
    where new.customer_key is not null or new.placed is not null or new.state is not null
        or (new.number, new.sequence, new.workflow, new.version, new.status, new.muted, new.placed_at, new.since,
            new.done, new.hash, new.retired_at)
            is not (old.number, old.sequence, old.workflow, old.version, old.status, old.muted, old.placed_at, old.since,
            old.done, old.hash, old.retired_at);
end;

create trigger orderly_archived_order_stays before delete on orderly_archived_order begin
select raise(abort, 'a retired order leaves the archive only to go back to where it was')
    where not exists (
        select 1 from orderly_order o join orderly_history h on h.number = o.number and h.sequence = o.sequence
            where o.number = old.number and o.sequence = old.sequence and h.hash = old.hash);
end;

create trigger orderly_archived_entry_fits before insert on orderly_archived_entry begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_archived_entry e where e.number = new.number and e.sequence = new.sequence);
select raise(abort, 'there is no such order')
    where not exists (select 1 from orderly_archived_order a where a.number = new.number);
end;

create trigger orderly_archived_entry_fixed before update on orderly_archived_entry begin
select raise(abort, 'what happened stays in the archive until its order is purged or goes back to where it was');
end;

create trigger orderly_archived_entry_stays before delete on orderly_archived_entry begin
select raise(abort, 'what happened stays in the archive until its order is purged or goes back to where it was')
    where not exists (select 1 from orderly_archived_order a where a.number = old.number and a.state is null)
        and not exists (
            select 1 from orderly_history h
                where h.number = old.number and h.sequence = old.sequence and h.hash = old.hash);
end;

create trigger orderly_archived_attachment_fits before insert on orderly_archived_attachment begin
select raise(abort, 'there is such a row already')
    where exists (
        select 1 from orderly_archived_attachment a where a.number = new.number and a.sha256 = new.sha256);
select raise(abort, 'there is no such order')
    where not exists (select 1 from orderly_archived_order a where a.number = new.number);
end;

create trigger orderly_archived_attachment_fixed before update on orderly_archived_attachment begin
select raise(abort, 'an attachment stays as it was uploaded, until it is erased');
end;

insert into orderly_schema (version) values (1);
