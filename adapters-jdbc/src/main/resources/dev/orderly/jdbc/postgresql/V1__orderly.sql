-- Orderly's tables on PostgreSQL 15 or newer, version 1. A statement ends at a semicolon that an empty line follows.
-- Points in time are microseconds since 1970-01-01T00:00Z. Texts named content, erased, placed and state are JSON.

create table orderly_schema (
    version int primary key
);

create table orderly_workflow (
    workflow varchar(64) collate "C" not null,
    version int not null,
    content_hash varchar(64) collate "C" not null,
    content text not null,
    primary key (workflow, version)
);

-- The statuses of a version, each with its label in the first language of the workflow.
create table orderly_status (
    workflow varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    done boolean not null,
    label text not null,
    primary key (workflow, version, status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- Every transition that a version of a workflow allows. The subject is '' for the order itself, the type of case for a
-- case, and '(migration)' for a migration from another version, whose number stands in the place of the event.
create table orderly_transition (
    workflow varchar(64) collate "C" not null,
    version int not null,
    subject varchar(64) collate "C" not null,
    from_status varchar(64) collate "C" not null,
    event varchar(64) collate "C" not null,
    to_status varchar(64) collate "C" not null,
    primary key (workflow, version, subject, from_status, event, to_status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- The item statuses of a version that looks at units, each with its label in the first language of the workflow.
create table orderly_item_status (
    workflow varchar(64) collate "C" not null,
    version int not null,
    item_status varchar(64) collate "C" not null,
    done boolean not null,
    label text not null,
    primary key (workflow, version, item_status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- What each transition that a version allows can do with a unit. The units of a new order come from ''.
create table orderly_item_transition (
    workflow varchar(64) collate "C" not null,
    version int not null,
    subject varchar(64) collate "C" not null,
    from_status varchar(64) collate "C" not null,
    event varchar(64) collate "C" not null,
    to_status varchar(64) collate "C" not null,
    from_item varchar(64) collate "C" not null,
    to_item varchar(64) collate "C" not null,
    primary key (workflow, version, subject, from_status, event, to_status, from_item, to_item),
    foreign key (workflow, version, subject, from_status, event, to_status)
        references orderly_transition (workflow, version, subject, from_status, event, to_status),
    foreign key (workflow, version, to_item) references orderly_item_status (workflow, version, item_status)
);

-- The bounds of fields of a version. The subject is '' for the order itself and the type of case for a case. A field is held to
-- the other one, to the total of the lines where that is '(lines)', and to the constant where it is '(constant)'; type is that of
-- their values.
create table orderly_bound (
    workflow varchar(64) collate "C" not null,
    version int not null,
    subject varchar(64) collate "C" not null,
    field varchar(64) collate "C" not null,
    type varchar(10) collate "C" not null,
    relation varchar(10) collate "C" not null,
    other varchar(64) collate "C" not null,
    constant varchar(200) collate "C",
    primary key (workflow, version, subject, field, relation, other),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- The entries of all histories. A transition of a case has its number in case_id; moved_items is how many
-- rows of orderly_moved_item it has. The columns actor_id, content, salt and erased have what may be personal, and change
-- when it is erased; the others never change.
create table orderly_history (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    kind varchar(30) collate "C" not null,
    workflow varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    previous bigint,
    previous_version int not null,
    previous_status varchar(64) collate "C" not null,
    subject varchar(64) collate "C",
    from_status varchar(64) collate "C",
    event varchar(64) collate "C",
    to_status varchar(64) collate "C",
    case_id int,
    actor_role varchar(64) collate "C" not null,
    at_time bigint not null,
    detail varchar(10) collate "C",
    request_id varchar(200) collate "C",
    moved_items int not null default 0,
    hash varchar(64) collate "C" not null,
    actor_id varchar(200) collate "C",
    content text,
    salt varchar(200) collate "C",
    erased text,
    primary key (number, sequence),
    constraint orderly_history_status unique (number, sequence, workflow, version, status),
    constraint orderly_history_chain
        foreign key (number, previous, workflow, previous_version, previous_status)
        references orderly_history (number, sequence, workflow, version, status),
    constraint orderly_history_transition
        foreign key (workflow, version, subject, from_status, event, to_status)
        references orderly_transition (workflow, version, subject, from_status, event, to_status)
);

-- The latest snapshot of each order. From claimable_at on, a sweep may claim it: that is its deadline, or the end of the
-- latest claim.
create table orderly_order (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    workflow varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    done boolean not null,
    muted boolean not null,
    placed_at bigint not null,
    since bigint not null,
    deadline_at bigint,
    overdue_at bigint,
    claimable_at bigint,
    customer_key varchar(64) collate "C",
    placed text not null,
    state text not null,
    primary key (number),
    constraint orderly_order_status
        foreign key (number, sequence, workflow, version, status)
        references orderly_history (number, sequence, workflow, version, status)
);

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
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    position int not null,
    line_id varchar(100) collate "C" not null,
    from_item varchar(64) collate "C" not null,
    to_item varchar(64) collate "C" not null,
    quantity int not null,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence),
    constraint orderly_moved_item_some check (position > 0 and quantity > 0)
);

create table orderly_attachment (
    number varchar(100) collate "C" not null,
    sha256 varchar(64) collate "C" not null,
    content bytea,
    primary key (number, sha256),
    foreign key (number) references orderly_order (number)
);

-- The answers to requests with an id that changed an order: the sequence is that of the entry that the request made. They
-- are deleted some weeks after they were given.
create table orderly_answer (
    number varchar(100) collate "C" not null,
    request_id varchar(200) collate "C" not null,
    fingerprint varchar(200) collate "C" not null,
    sequence bigint not null,
    answered_at bigint not null,
    primary key (number, request_id),
    foreign key (number, sequence) references orderly_history (number, sequence)
);

create index orderly_answer_age on orderly_answer (answered_at);

-- The messages to send. A message whose available_at is null is a dead letter. One that is held back is not claimed until
-- the message of its order that holds others back is settled.
create table orderly_outbox (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    position int not null,
    role varchar(64) collate "C" not null,
    channel varchar(64) collate "C" not null,
    created_at bigint not null,
    tries int not null,
    available_at bigint,
    problem text,
    held_back boolean not null default false,
    holds_back boolean not null default false,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence)
);

create index orderly_outbox_waiting on orderly_outbox (channel, available_at, number, sequence, position)
    where not held_back;

create index orderly_outbox_oldest on orderly_outbox (channel, created_at) where available_at is not null;

create index orderly_outbox_dead_letters on orderly_outbox (number, sequence, position) where available_at is null;

-- Orders that were retired, as they were in orderly_order, with the hash of their latest entry. Once one is purged, nothing is
-- left in customer_key, placed and state, and it has neither entries nor attachments; its number stays taken.
create table orderly_archived_order (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    workflow varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    done boolean not null,
    muted boolean not null,
    placed_at bigint not null,
    since bigint not null,
    customer_key varchar(64) collate "C",
    placed text,
    state text,
    hash varchar(64) collate "C" not null,
    retired_at bigint not null,
    primary key (number)
);

create index orderly_archived_order_customer on orderly_archived_order (customer_key, placed_at desc, number)
    where customer_key is not null;

create index orderly_archived_order_age on orderly_archived_order (since, number)
    where state is not null;

-- The histories of retired orders, as they were in orderly_history. The time at which the order was done is in done_at.
create table orderly_archived_entry (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    kind varchar(30) collate "C" not null,
    workflow varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    previous bigint,
    previous_version int not null,
    previous_status varchar(64) collate "C" not null,
    subject varchar(64) collate "C",
    from_status varchar(64) collate "C",
    event varchar(64) collate "C",
    to_status varchar(64) collate "C",
    case_id int,
    actor_role varchar(64) collate "C" not null,
    at_time bigint not null,
    detail varchar(10) collate "C",
    request_id varchar(200) collate "C",
    moved_items int not null default 0,
    hash varchar(64) collate "C" not null,
    actor_id varchar(200) collate "C",
    content text,
    salt varchar(200) collate "C",
    erased text,
    done_at bigint not null,
    primary key (number, sequence, done_at),
    foreign key (number) references orderly_archived_order (number)
);

create table orderly_archived_moved_item (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    position int not null,
    line_id varchar(100) collate "C" not null,
    from_item varchar(64) collate "C" not null,
    to_item varchar(64) collate "C" not null,
    quantity int not null,
    done_at bigint not null,
    primary key (number, sequence, position, done_at),
    foreign key (number) references orderly_archived_order (number)
);

create table orderly_archived_attachment (
    number varchar(100) collate "C" not null,
    sha256 varchar(64) collate "C" not null,
    content bytea,
    done_at bigint not null,
    primary key (number, sha256, done_at),
    foreign key (number) references orderly_archived_order (number)
);

-- How many there are: the sum of the amounts here and in orderly_count_change. Counted are each 'order' by workflow, version
-- and status, and each 'message' that waits and each 'dead-letter' by channel.
create table orderly_count (
    counted varchar(20) collate "C" not null,
    name varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    amount bigint not null,
    primary key (counted, name, version, status)
);

-- What changed since: triggers add a row for each change, which waits for no other, and sweeps add the rows up.
create table orderly_count_change (
    id bigint generated always as identity,
    counted varchar(20) collate "C" not null,
    name varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    amount bigint not null,
    primary key (id)
);

create function orderly_refuse() returns trigger language plpgsql as $$
begin
    raise exception using errcode = '23000', message = tg_argv[0];
end $$;

create function orderly_check_order() returns trigger language plpgsql as $$
begin
    if new.number <> old.number or new.sequence not in (old.sequence, old.sequence + 1) then
        raise exception using errcode = '23000',
            message = 'an order moves by one entry of its history at a time, and never back';
    elsif new.sequence = old.sequence and new.state <> old.state then
        raise exception using errcode = '23000', message = 'an order changes by an entry of its history only';
    end if;
    if new.status <> old.status or new.version <> old.version or new.workflow <> old.workflow then
        insert into orderly_count_change (counted, name, version, status, amount)
            values ('order', old.workflow, old.version, old.status, -1),
                ('order', new.workflow, new.version, new.status, 1);
    end if;
    return new;
end $$;

create trigger orderly_order_forward before update on orderly_order for each row
    execute function orderly_check_order();

-- An order and its entries leave their tables only when the archive has them as they are, and the archive only when their tables
-- do.
create function orderly_check_order_leaves() returns trigger language plpgsql as $$
begin
    if not old.done or not exists (
        select from orderly_archived_order a
            where a.number = old.number and a.sequence = old.sequence and a.placed = old.placed and a.state = old.state
                and a.customer_key is not distinct from old.customer_key) then
        raise exception using errcode = '23000',
            message = 'an order leaves its table for the archive only, as it is, and when it is done';
    end if;
    return old;
end $$;

create function orderly_check_entry_leaves() returns trigger language plpgsql as $$
begin
    if not exists (
        select from orderly_archived_entry e where e.number = old.number and e.sequence = old.sequence
            and row(e.kind, e.workflow, e.version, e.status, e.previous, e.previous_version, e.previous_status, e.subject,
                e.from_status, e.event, e.to_status, e.case_id, e.actor_role, e.at_time, e.detail, e.request_id,
                e.moved_items, e.hash, e.actor_id, e.content, e.salt, e.erased)
                is not distinct from row(old.kind, old.workflow, old.version, old.status, old.previous, old.previous_version,
                old.previous_status, old.subject, old.from_status, old.event, old.to_status, old.case_id,
                old.actor_role, old.at_time, old.detail, old.request_id, old.moved_items, old.hash, old.actor_id, old.content,
                old.salt, old.erased)) then
        raise exception using errcode = '23000',
            message = 'what happened cannot be deleted: it leaves its table for the archive only, as it is';
    end if;
    return old;
end $$;

create function orderly_check_archived_order() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' and not exists (
        select from orderly_order o join orderly_history h on h.number = o.number and h.sequence = o.sequence
            where o.number = new.number and o.done and h.hash = new.hash
            and row(o.sequence, o.workflow, o.version, o.status, o.muted, o.placed_at, o.since, o.customer_key, o.placed,
                o.state)
                is not distinct from row(new.sequence, new.workflow, new.version, new.status, new.muted, new.placed_at, new.since,
                new.customer_key, new.placed, new.state)) then
        raise exception using errcode = '23000', message = 'only an order that is done is retired, as it is';
    elsif tg_op = 'UPDATE' and (new.customer_key is not null or new.placed is not null or new.state is not null
        or row(new.number, new.sequence, new.workflow, new.version, new.status, new.muted, new.placed_at, new.since,
            new.done, new.hash, new.retired_at)
            is distinct from row(old.number, old.sequence, old.workflow, old.version, old.status, old.muted, old.placed_at, old.since,
            old.done, old.hash, old.retired_at)) then
        raise exception using errcode = '23000', message = 'a retired order stays as it was, or is purged';
    elsif tg_op = 'DELETE' and not exists (
        select from orderly_order o join orderly_history h on h.number = o.number and h.sequence = o.sequence
            where o.number = old.number and o.sequence = old.sequence and h.hash = old.hash) then
        raise exception using errcode = '23000',
            message = 'a retired order leaves the archive only to go back to where it was';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create function orderly_check_archived_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or not exists (
        select from orderly_archived_order a where a.number = old.number and a.state is null
        union all select from orderly_history h
            where h.number = old.number and h.sequence = old.sequence and h.hash = old.hash) then
        raise exception using errcode = '23000',
            message = 'what happened stays in the archive until its order is purged or goes back to where it was';
    end if;
    return old;
end $$;

create function orderly_count_order() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into orderly_count_change (counted, name, version, status, amount)
            values ('order', new.workflow, new.version, new.status, 1);
    else
        insert into orderly_count_change (counted, name, version, status, amount)
            values ('order', old.workflow, old.version, old.status, -1);
    end if;
    return null;
end $$;

create trigger orderly_order_counted after insert or delete on orderly_order for each row
    execute function orderly_count_order();

create function orderly_count_message() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into orderly_count_change (counted, name, version, status, amount)
            values (case when new.available_at is null then 'dead-letter' else 'message' end, new.channel, 0, '', 1);
        return new;
    elsif tg_op = 'DELETE' then
        insert into orderly_count_change (counted, name, version, status, amount)
            values (case when old.available_at is null then 'dead-letter' else 'message' end, old.channel, 0, '', -1);
        return old;
    elsif (new.available_at is null) <> (old.available_at is null) or new.channel <> old.channel then
        insert into orderly_count_change (counted, name, version, status, amount)
            values (case when old.available_at is null then 'dead-letter' else 'message' end, old.channel, 0, '', -1),
                (case when new.available_at is null then 'dead-letter' else 'message' end, new.channel, 0, '', 1);
    end if;
    return new;
end $$;

create trigger orderly_outbox_counted before insert or update or delete on orderly_outbox for each row
    execute function orderly_count_message();

create trigger orderly_order_stays before delete on orderly_order for each row
    execute function orderly_check_order_leaves();

-- Checks of the columns of an entry against each other. Other databases have check constraints for it; PostgreSQL would
-- parse such long ones anew with every statement.
create function orderly_check_entry() returns trigger language plpgsql as $$
declare
    follows boolean;
    fits boolean;
begin
    if new.sequence = 1 then
        follows := new.kind = 'transition' and new.case_id is null and new.previous is null
            and new.previous_status = '';
    else
        follows := new.sequence > 1 and new.previous = new.sequence - 1;
    end if;
    if new.kind = 'transition' and new.case_id is null then
        fits := new.subject = '' and new.event is not null
            and new.from_status = new.previous_status and new.to_status = new.status
            and new.version = new.previous_version;
    elsif new.kind = 'transition' then
        fits := new.subject not in ('', '(migration)') and new.case_id > 0
            and new.from_status is not null and new.event is not null and new.to_status is not null
            and new.status = new.previous_status and new.version = new.previous_version;
    elsif new.kind = 'migration' then
        fits := new.subject = '(migration)' and new.case_id is null
            and new.from_status = new.previous_status and new.to_status = new.status
            and new.version <> new.previous_version and new.event = new.previous_version::text;
    else
        fits := new.kind in ('comment', 'notification-preference', 'erasure')
            and new.subject is null and new.case_id is null
            and new.from_status is null and new.event is null and new.to_status is null
            and new.status = new.previous_status and new.version = new.previous_version;
    end if;
    if new.sequence = 1
        and exists (select from orderly_archived_order a where a.number = new.number)
        and not exists (
            select from orderly_archived_entry e
                where e.number = new.number and e.sequence = 1 and e.hash = new.hash) then
        raise exception using errcode = '23000', message = 'the number belongs to an order that was retired';
    end if;
    if follows is not true then
        raise exception using errcode = '23514', message = 'an entry follows the one before it, or places the order';
    elsif fits is not true then
        raise exception using errcode = '23514', message = 'an entry has the columns of its kind, and moves as it says';
    elsif new.moved_items <> 0 and new.kind <> 'transition' then
        raise exception using errcode = '23514', message = 'only a transition moves units';
    elsif new.kind = 'migration' and exists (
        select from orderly_moved_item m
            cross join lateral (values (m.to_item, m.quantity), (m.from_item, -m.quantity)) as unit (item_status, quantity)
            where m.number = new.number and unit.item_status <> ''
                and not exists (
                    select from orderly_item_status s
                        where s.workflow = new.workflow and s.version = new.version and s.item_status = unit.item_status)
            group by m.line_id, unit.item_status having sum(unit.quantity) <> 0) then
        raise exception using errcode = '23000', message = 'the version does not have an item status in which units are';
    end if;
    return new;
end $$;

create trigger orderly_history_fits before insert on orderly_history for each row
    execute function orderly_check_entry();

create trigger orderly_history_fixed
    before update of number, sequence, kind, workflow, version, status, previous, previous_version, previous_status,
        subject, from_status, event, to_status, case_id, actor_role, at_time, detail, request_id, moved_items, hash
    on orderly_history for each row
    execute function orderly_refuse('what happened cannot be changed: only what is personal can be erased');

create trigger orderly_history_stays before delete on orderly_history for each row
    execute function orderly_check_entry_leaves();

-- What was ordered, and what an entry says of units, stands as JSON as well. It stays when what is personal is erased; what an
-- entry gave for a field goes then, and does not change.
create function orderly_check_lines_stay() returns trigger language plpgsql as $$
begin
    if new.placed::jsonb -> 'lines' is distinct from old.placed::jsonb -> 'lines' then
        raise exception using errcode = '23000', message = 'what was ordered stays as it was when the order was placed';
    end if;
    return new;
end $$;

create trigger orderly_order_lines before update of placed on orderly_order for each row
    when (new.placed is distinct from old.placed)
    execute function orderly_check_lines_stay();

create function orderly_check_items_stay() returns trigger language plpgsql as $$
begin
    if row(new.content::jsonb -> 'items', new.content::jsonb -> 'parcel', new.content::jsonb #> '{placement,lines}')
        is distinct from row(old.content::jsonb -> 'items', old.content::jsonb -> 'parcel',
        old.content::jsonb #> '{placement,lines}') then
        raise exception using errcode = '23000', message = 'what an entry says of units stays as it was written';
    elsif exists (
        select from jsonb_each(new.content::jsonb -> 'data') given
            where given.value is distinct from old.content::jsonb -> 'data' -> given.key) then
        raise exception using errcode = '23000', message = 'what an entry gave for a field stays as it was, or is erased';
    end if;
    return new;
end $$;

create trigger orderly_history_items before update of content on orderly_history for each row
    when (new.content is distinct from old.content)
    execute function orderly_check_items_stay();

-- Units move by an entry, as many rows as it says and one after the other, as its transition allows, and only from where they
-- are. One who has an older view of the order is refused, as he does not see where they are.
create function orderly_check_moved_items() returns trigger language plpgsql as $$
declare
    moving record;
    entry record;
begin
    for moving in
        select m.number, m.sequence, max(m.position) as last from moved m group by m.number, m.sequence order by m.sequence
    loop
        perform from orderly_order o where o.number = moving.number for share;
        select h.workflow, h.version, h.subject, h.from_status, h.event, h.to_status, h.moved_items into entry
            from orderly_history h where h.number = moving.number and h.sequence = moving.sequence;
        if entry is null or moving.last > entry.moved_items or moving.last <> (
            select count(*) from orderly_moved_item m where m.number = moving.number and m.sequence = moving.sequence) then
            raise exception using errcode = '23000',
                message = 'units move by an entry of a history, as many rows as it says, one after the other';
        end if;
        if exists (
            select from (
                select distinct m.from_item, m.to_item from orderly_moved_item m
                    where m.number = moving.number and m.sequence = moving.sequence) item
                where not exists (
                    select from orderly_item_transition t
                        where t.workflow = entry.workflow and t.version = entry.version and t.subject = entry.subject
                            and t.from_status = entry.from_status and t.event = entry.event
                            and t.to_status = entry.to_status
                            and t.from_item = item.from_item and t.to_item = item.to_item)) then
            raise exception using errcode = '23000', message = 'the transition does not move units so';
        end if;
        if exists (
            select from orderly_moved_item m
                cross join lateral (values (m.to_item, m.quantity), (m.from_item, -m.quantity)) as unit (item_status, quantity)
                where m.number = moving.number and unit.item_status in (
                    select n.from_item from orderly_moved_item n
                        where n.number = moving.number and n.sequence = moving.sequence)
                group by m.line_id, unit.item_status
                having case when unit.item_status = '' then count(*) > 1 else sum(unit.quantity) < 0 end) then
            raise exception using errcode = '23000',
                message = 'there are not so many units to move, or a line was ordered before';
        end if;
    end loop;
    return null;
end $$;

create trigger orderly_moved_item_fits after insert on orderly_moved_item
    referencing new table as moved for each statement
    execute function orderly_check_moved_items();

create function orderly_check_entry_moved() returns trigger language plpgsql as $$
begin
    if exists (select from orderly_history h where h.number = new.number and h.sequence = new.sequence)
        and new.moved_items <> (
            select count(*) from orderly_moved_item m where m.number = new.number and m.sequence = new.sequence) then
        raise exception using errcode = '23000', message = 'an entry comes with the units that it moves';
    end if;
    return null;
end $$;

-- When the transaction ends: an order that comes back from the archive has its entries first.
create constraint trigger orderly_history_moved after insert on orderly_history
    deferrable initially deferred for each row
    when (new.moved_items <> 0)
    execute function orderly_check_entry_moved();

create trigger orderly_moved_item_fixed before update on orderly_moved_item for each row
    execute function orderly_refuse('units that moved stay as they moved');

create function orderly_check_moved_item_leaves() returns trigger language plpgsql as $$
begin
    if exists (select from orderly_order o where o.number = old.number) or not exists (
        select from orderly_archived_moved_item m
            where m.number = old.number and m.sequence = old.sequence and m.position = old.position
                and m.line_id = old.line_id and m.from_item = old.from_item and m.to_item = old.to_item
                and m.quantity = old.quantity) then
        raise exception using errcode = '23000',
            message = 'units that moved leave their table behind their order, for the archive only, as they are';
    end if;
    return old;
end $$;

create trigger orderly_moved_item_stays before delete on orderly_moved_item for each row
    execute function orderly_check_moved_item_leaves();

create function orderly_check_archived_moved_item() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' or not exists (
        select from orderly_archived_order a where a.number = old.number and a.state is null
        union all select from orderly_moved_item m
            where m.number = old.number and m.sequence = old.sequence and m.position = old.position
                and m.line_id = old.line_id and m.from_item = old.from_item and m.to_item = old.to_item
                and m.quantity = old.quantity) then
        raise exception using errcode = '23000',
            message = 'units that moved stay in the archive until their order is purged or goes back to where it was';
    end if;
    return old;
end $$;

create trigger orderly_archived_moved_item_guard before update or delete on orderly_archived_moved_item for each row
    execute function orderly_check_archived_moved_item();

create trigger orderly_item_status_fixed before update or delete on orderly_item_status for each row
    execute function orderly_refuse('an item status of a version stays as it was registered');

create trigger orderly_item_transition_fixed before update or delete on orderly_item_transition for each row
    execute function orderly_refuse('what a transition does with units stays as it was registered');

-- Fields stay within their bounds. Their values stand in an order's state as JSON such as {"money":"5 EUR"}: a step changes them as
-- its entry says, an erasure only takes them away, and what a step changes, or what bounds that, is compared.

-- A value as the number by which it is compared with others of its type and currency; null for what is none.
create function orderly_amount(of_value jsonb, of_type text) returns numeric language plpgsql immutable as $$
declare
    written text := of_value ->> of_type;
begin
    if of_value is distinct from jsonb_build_object(of_type, written) then
        return null;
    elsif of_type = 'money' then
        written := substring(written from '^([^ ]+) [A-Z]{3}$');
    elsif of_type <> 'number' then
        written := translate(written, '-:TZ', '');
    end if;
    return case when written ~ '^-?[0-9]+([.][0-9]+)?(E-?[0-9]{1,3})?$' then written::numeric end;
end $$;

-- The first field that is out of its bounds, of those that are given and those that are bounded by these; null for none.
create function orderly_broken_bound(
    of_workflow varchar, of_version int, of_subject varchar, was jsonb, given jsonb, placed text)
returns text language plpgsql stable as $$
declare
    total jsonb;
    broken text;
begin
    if exists (
        select from orderly_bound b
            where b.workflow = of_workflow and b.version = of_version and b.subject = of_subject and b.other = '(lines)') then
        select case when count(l ->> 'price') = count(*) and count(distinct l ->> 'currency') = 1
            then jsonb_build_object('money',
                sum((l ->> 'price')::numeric * (l ->> 'quantity')::numeric) || ' ' || max(l ->> 'currency')) end
            into total from jsonb_array_elements(placed::jsonb -> 'lines') l;
    end if;
    select bound.field into broken
        from orderly_bound bound
        cross join lateral (
            select coalesce(given -> bound.field, was -> bound.field) as has, case bound.other
                when '(lines)' then total
                when '(constant)' then bound.constant::jsonb
                else coalesce(given -> bound.other, was -> bound.other) end as limited_by) compared
        where bound.workflow = of_workflow and bound.version = of_version and bound.subject = of_subject
            and compared.has is not null
            and (coalesce(given -> bound.field, was -> bound.field) is distinct from was -> bound.field
                or coalesce(given -> bound.other, was -> bound.other) is distinct from was -> bound.other)
            and not coalesce(
                (bound.type <> 'money'
                    or right(compared.has ->> 'money', 4) = right(compared.limited_by ->> 'money', 4))
                and case bound.relation
                    when 'at-most'
                        then orderly_amount(compared.has, bound.type) <= orderly_amount(compared.limited_by, bound.type)
                    else orderly_amount(compared.has, bound.type) >= orderly_amount(compared.limited_by, bound.type)
                end, false)
        order by bound.field limit 1;
    return broken;
end $$;

create function orderly_check_bounds() returns trigger language plpgsql as $$
declare
    before jsonb;
    after jsonb;
    entry record;
    broken text;
begin
    if not exists (select from orderly_bound b where b.workflow = new.workflow and b.version = new.version) then
        return null;
    end if;
    if tg_op = 'INSERT' and new.sequence > 1 then
        if not exists (
            select from orderly_archived_order a
                where a.number = new.number and a.sequence = new.sequence and a.state = new.state) then
            raise exception using errcode = '23000',
                message = 'an order begins with its first entry, or comes back from the archive as it was';
        end if;
        return null;
    end if;
    before := case tg_op when 'UPDATE' then old.state::jsonb else '{}' end;
    after := new.state::jsonb;
    select h.kind, h.case_id, h.content::jsonb -> 'data' as given into entry
        from orderly_history h where h.number = new.number and h.sequence = new.sequence;
    select field.name into broken
        from (
            select 0::bigint as id, '' as subject, before -> 'fields' as was, after -> 'fields' as is_now
            union all select c.id, c.part ->> 'type', before -> 'cases' -> (c.id - 1)::int -> 'fields', c.part -> 'fields'
                from jsonb_array_elements(after -> 'cases') with ordinality c (part, id)) part
        join (
            select b.subject, b.field as name from orderly_bound b
                where b.workflow = new.workflow and b.version = new.version
            union select b.subject, b.other from orderly_bound b
                where b.workflow = new.workflow and b.version = new.version and b.other not like '(%') field
            on field.subject = part.subject
        where not coalesce(case
            when entry.kind = 'erasure' then part.is_now -> field.name is null
                or part.is_now -> field.name is not distinct from part.was -> field.name
            when entry.kind <> 'transition' or (part.id <> 0 and part.id is distinct from entry.case_id)
                then part.is_now -> field.name is not distinct from part.was -> field.name
            when entry.case_id is null
                then part.is_now -> field.name is not distinct from coalesce(entry.given -> field.name, part.was -> field.name)
            else part.is_now -> field.name is not distinct from part.was -> field.name
                or part.is_now -> field.name = entry.given -> field.name
        end, false)
        limit 1;
    if broken is not null then
        raise exception using errcode = '23000',
            message = 'a field that is in a bound changes by an entry only, as that says: ' || broken;
    end if;
    if entry.kind <> 'transition' then
        return null;
    end if;
    select min(orderly_broken_bound(new.workflow, new.version, part.subject, part.was, part.is_now, new.placed)) into broken
        from (
            select '' as subject, before -> 'fields' as was, after -> 'fields' as is_now
            union all select c.part ->> 'type', before -> 'cases' -> (c.id - 1)::int -> 'fields', c.part -> 'fields'
                from jsonb_array_elements(after -> 'cases') with ordinality c (part, id)) part;
    if broken is not null then
        raise exception using errcode = '23000', message = 'a step leaves no field out of its bounds: ' || broken;
    end if;
    return null;
end $$;

create trigger orderly_order_begins_bounded after insert on orderly_order for each row
    execute function orderly_check_bounds();

create trigger orderly_order_bounded after update on orderly_order for each row
    when (new.sequence <> old.sequence)
    execute function orderly_check_bounds();

-- An entry that is written before its order moves to it.
create function orderly_check_given() returns trigger language plpgsql as $$
declare
    broken text;
begin
    if not exists (
        select from orderly_bound b
            where b.workflow = new.workflow and b.version = new.version and b.subject = new.subject) then
        return null;
    end if;
    select orderly_broken_bound(new.workflow, new.version, new.subject, case when new.case_id is null
                then o.state::jsonb -> 'fields'
                else o.state::jsonb -> 'cases' -> (new.case_id - 1) -> 'fields' end,
            new.content::jsonb -> 'data', o.placed) into broken
        from orderly_order o where o.number = new.number and o.sequence = new.sequence - 1;
    if broken is not null then
        raise exception using errcode = '23000', message = 'a step leaves no field out of its bounds: ' || broken;
    end if;
    return null;
end $$;

create trigger orderly_history_bounded after insert on orderly_history for each row
    when (new.kind = 'transition' and new.content like '%"data"%')
    execute function orderly_check_given();

create trigger orderly_bound_fixed before update or delete on orderly_bound for each row
    execute function orderly_refuse('a bound of a version stays as it was registered');

create trigger orderly_archived_order_guard before insert or update or delete on orderly_archived_order for each row
    execute function orderly_check_archived_order();

create trigger orderly_archived_entry_guard before update or delete on orderly_archived_entry for each row
    execute function orderly_check_archived_entry();

create trigger orderly_workflow_fixed before update or delete on orderly_workflow for each row
    execute function orderly_refuse('a version of a workflow stays as it was registered');

create trigger orderly_status_fixed before update or delete on orderly_status for each row
    execute function orderly_refuse('a status of a version stays as it was registered');

create trigger orderly_transition_fixed before update or delete on orderly_transition for each row
    execute function orderly_refuse('a transition of a version stays as it was registered');

create trigger orderly_workflow_whole before truncate on orderly_workflow for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_status_whole before truncate on orderly_status for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_transition_whole before truncate on orderly_transition for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_item_status_whole before truncate on orderly_item_status for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_item_transition_whole before truncate on orderly_item_transition for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_bound_whole before truncate on orderly_bound for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_history_whole before truncate on orderly_history for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_order_whole before truncate on orderly_order for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_moved_item_whole before truncate on orderly_moved_item for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_attachment_whole before truncate on orderly_attachment for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_answer_whole before truncate on orderly_answer for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_outbox_whole before truncate on orderly_outbox for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_archived_order_whole before truncate on orderly_archived_order for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_archived_entry_whole before truncate on orderly_archived_entry for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_archived_moved_item_whole before truncate on orderly_archived_moved_item for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_archived_attachment_whole before truncate on orderly_archived_attachment for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_count_whole before truncate on orderly_count for each statement
    execute function orderly_refuse('no table of orders is emptied');

create trigger orderly_count_change_whole before truncate on orderly_count_change for each statement
    execute function orderly_refuse('no table of orders is emptied');

insert into orderly_schema (version) values (1);
