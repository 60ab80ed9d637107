-- Orderly's tables on MariaDB 10.11 or newer, version 1. A statement ends at a semicolon that an empty line follows.
-- Points in time are microseconds since 1970-01-01T00:00Z. Texts named content, erased, placed and state
-- are JSON. Each statement is a transaction of its own; running the file again creates what is still missing.
-- Texts are compared exactly, letter case and trailing blanks included.

create table if not exists orderly_schema (
    version int primary key
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists orderly_workflow (
    workflow varchar(64) not null,
    version int not null,
    content_hash varchar(64) not null,
    content longtext not null,
    primary key (workflow, version)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- The statuses of a version, each with its label in the first language of the workflow.
create table if not exists orderly_status (
    workflow varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    done boolean not null,
    label longtext not null,
    primary key (workflow, version, status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- The item statuses of a version that looks at units, each with its label in the first language of the workflow.
create table if not exists orderly_item_status (
    workflow varchar(64) not null,
    version int not null,
    item_status varchar(64) not null,
    done boolean not null,
    label longtext not null,
    primary key (workflow, version, item_status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
    content longtext,
    salt varchar(200),
    erased longtext,
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
                and version <> previous_version and event = cast(previous_version as char)
            else kind in ('comment', 'notification-preference', 'erasure') and subject is null and case_id is null
                and from_status is null and event is null and to_status is null
                and status = previous_status and version = previous_version
        end) is true)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
    placed longtext not null,
    state longtext not null,
    primary key (number),
    constraint orderly_order_status
        foreign key (number, sequence, workflow, version, status)
        references orderly_history (number, sequence, workflow, version, status)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create index if not exists orderly_moved_item_line on orderly_moved_item (number, line_id);

create table if not exists orderly_attachment (
    number varchar(100) not null,
    sha256 varchar(64) not null,
    content longblob,
    primary key (number, sha256),
    foreign key (number) references orderly_order (number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
    problem longtext,
    held_back boolean not null default false,
    holds_back boolean not null default false,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
    placed longtext,
    state longtext,
    hash varchar(64) not null,
    retired_at bigint not null,
    primary key (number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
    content longtext,
    salt varchar(200),
    erased longtext,
    done_at bigint not null,
    primary key (number, sequence),
    foreign key (number) references orderly_archived_order (number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

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
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

create table if not exists orderly_archived_attachment (
    number varchar(100) not null,
    sha256 varchar(64) not null,
    content longblob,
    done_at bigint not null,
    primary key (number, sha256),
    foreign key (number) references orderly_archived_order (number)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- How many there are: the sum of the amounts here and in orderly_count_change. Counted are each 'order' by workflow, version
-- and status, and each 'message' that waits and each 'dead-letter' by channel.
create table if not exists orderly_count (
    counted varchar(20) not null,
    name varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    amount bigint not null,
    primary key (counted, name, version, status)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- What changed since: triggers add a row for each change, which waits for no other, and sweeps add the rows up.
create table if not exists orderly_count_change (
    id bigint not null auto_increment,
    counted varchar(20) not null,
    name varchar(64) not null,
    version int not null,
    status varchar(64) not null,
    amount bigint not null,
    primary key (id)
) engine = InnoDB default character set utf8mb4 collate utf8mb4_nopad_bin;

-- The triggers check what keys and constraints check as well: each session can switch those off for itself, by
-- foreign_key_checks and check_constraint_checks, but no trigger.

create trigger if not exists orderly_history_fits before insert on orderly_history for each row begin
if not ((
    case when new.sequence = 1
        then new.kind = 'transition' and new.case_id is null and new.previous is null and new.previous_status = ''
        else new.sequence > 1 and new.previous = new.sequence - 1
    end) is true)
then
    signal sqlstate '23000' set message_text = 'an entry follows the one before it, or places the order';
end if;
if not ((
    case
        when new.kind = 'transition' and new.case_id is null then new.subject = '' and new.event is not null
            and new.from_status = new.previous_status and new.to_status = new.status
            and new.version = new.previous_version
        when new.kind = 'transition' then new.subject not in ('', '(migration)') and new.case_id > 0
            and new.from_status is not null and new.event is not null and new.to_status is not null
            and new.status = new.previous_status and new.version = new.previous_version
        when new.kind = 'migration' then new.subject = '(migration)' and new.case_id is null
            and new.from_status = new.previous_status and new.to_status = new.status
            and new.version <> new.previous_version and new.event = cast(new.previous_version as char)
        else new.kind in ('comment', 'notification-preference', 'erasure') and new.subject is null
            and new.case_id is null and new.from_status is null and new.event is null and new.to_status is null
            and new.status = new.previous_status and new.version = new.previous_version
    end) is true)
then
    signal sqlstate '23000' set message_text = 'an entry has the columns of its kind, and moves as it says';
end if;
if new.moved_items <> 0 and (new.moved_items < 0 or new.kind <> 'transition') then
    signal sqlstate '23000' set message_text = 'only a transition moves units';
end if;
if new.kind = 'migration' and exists (
    select 1 from (
        select m.number, m.line_id, m.to_item as item_status, m.quantity from orderly_moved_item m
        union all select m.number, m.line_id, m.from_item, -m.quantity from orderly_moved_item m where m.from_item <> '') u
        where u.number = new.number
            and not exists (
                select 1 from orderly_item_status s
                    where s.workflow = new.workflow and s.version = new.version and s.item_status = u.item_status)
        group by u.line_id, u.item_status having sum(u.quantity) <> 0)
then
    signal sqlstate '23000' set message_text = 'the version does not have an item status in which units are';
end if;
if new.sequence = 1 and exists (select 1 from orderly_archived_order a where a.number = new.number)
    and not exists (
        select 1 from orderly_archived_entry e where e.number = new.number and e.sequence = 1 and e.hash = new.hash)
then
    signal sqlstate '23000' set message_text = 'the number belongs to an order that was retired';
end if;
if new.sequence > 1 and not exists (
    select 1 from orderly_history h where h.number = new.number and h.sequence = new.previous
        and h.workflow = new.workflow and h.version = new.previous_version and h.status = new.previous_status
        lock in share mode)
then
    signal sqlstate '23000' set message_text = 'an entry follows one that is there, of its own order';
end if;
if new.subject is not null and not exists (
    select 1 from orderly_transition t where t.workflow = new.workflow and t.version = new.version
        and t.subject = new.subject and t.from_status = new.from_status and t.event = new.event
        and t.to_status = new.to_status lock in share mode)
then
    signal sqlstate '23000' set message_text = 'the workflow does not have this transition';
end if;
end;

create trigger if not exists orderly_order_fits before insert on orderly_order for each row begin
if not exists (
    select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence
        and h.workflow = new.workflow and h.version = new.version and h.status = new.status
        and (h.moved_items = 0 or exists (
            select 1 from orderly_moved_item m
                where m.number = h.number and m.sequence = h.sequence and m.position = h.moved_items))
        lock in share mode)
then
    signal sqlstate '23000' set message_text = 'an order is where an entry of its history says, and so are its units';
end if;
end;

create trigger if not exists orderly_order_forward before update on orderly_order for each row begin
if not (new.number <=> old.number) or new.sequence not in (old.sequence, old.sequence + 1) then
    signal sqlstate '23000'
        set message_text = 'an order moves by one entry of its history at a time, and never back';
end if;
if new.sequence <=> old.sequence and not (new.state <=> old.state) then
    signal sqlstate '23000' set message_text = 'an order changes by an entry of its history only';
end if;
if not (new.placed <=> old.placed)
    and not (json_extract(new.placed, '$.lines') <=> json_extract(old.placed, '$.lines'))
then
    signal sqlstate '23000' set message_text = 'what was ordered stays as it was when the order was placed';
end if;
if not (new.sequence <=> old.sequence and new.workflow <=> old.workflow and new.version <=> old.version
    and new.status <=> old.status)
    and not exists (
        select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence
            and h.workflow = new.workflow and h.version = new.version and h.status = new.status
            and (h.moved_items = 0 or exists (
                select 1 from orderly_moved_item m
                    where m.number = h.number and m.sequence = h.sequence and m.position = h.moved_items))
            lock in share mode)
then
    signal sqlstate '23000' set message_text = 'an order is where an entry of its history says, and so are its units';
end if;
end;

-- An order and its entries leave their tables only when the archive has them as they are, and the archive only when their tables
-- do.

create trigger if not exists orderly_order_stays before delete on orderly_order for each row begin
if not old.done or not exists (
    select 1 from orderly_archived_order a
        where a.number = old.number and a.sequence = old.sequence and a.placed = old.placed and a.state = old.state
            and a.customer_key <=> old.customer_key)
then
    signal sqlstate '23000'
        set message_text = 'an order leaves its table for the archive only, as it is, and when it is done';
end if;
end;

create trigger if not exists orderly_history_fixed before update on orderly_history for each row begin
if not (
    new.number <=> old.number
    and new.sequence <=> old.sequence
    and new.kind <=> old.kind
    and new.workflow <=> old.workflow
    and new.version <=> old.version
    and new.status <=> old.status
    and new.previous <=> old.previous
    and new.previous_version <=> old.previous_version
    and new.previous_status <=> old.previous_status
    and new.subject <=> old.subject
    and new.from_status <=> old.from_status
    and new.event <=> old.event
    and new.to_status <=> old.to_status
    and new.case_id <=> old.case_id
    and new.actor_role <=> old.actor_role
    and new.at_time <=> old.at_time
    and new.detail <=> old.detail
    and new.request_id <=> old.request_id
    and new.moved_items <=> old.moved_items
    and new.hash <=> old.hash
) then
    signal sqlstate '23000'
        set message_text = 'what happened cannot be changed: only what is personal can be erased';
end if;
if not (new.content <=> old.content) and not (
    json_extract(new.content, '$.items') <=> json_extract(old.content, '$.items')
    and json_extract(new.content, '$.parcel') <=> json_extract(old.content, '$.parcel')
    and json_extract(new.content, '$.placement.lines') <=> json_extract(old.content, '$.placement.lines'))
then
    signal sqlstate '23000' set message_text = 'what an entry says of units stays as it was written';
end if;
if not (new.content <=> old.content) and exists (
    select 1 from json_table(
        json_keys(json_extract(new.content, '$.data')), '$[*]' columns (name varchar(64) path '$')) given
        where not (json_extract(new.content, concat('$.data."', given.name, '"'))
            <=> json_extract(old.content, concat('$.data."', given.name, '"'))))
then
    signal sqlstate '23000' set message_text = 'what an entry gave for a field stays as it was, or is erased';
end if;
end;

create trigger if not exists orderly_history_stays before delete on orderly_history for each row begin
if exists (select 1 from orderly_order o where o.number = old.number)
    or exists (select 1 from orderly_history h where h.number = old.number and h.sequence = old.sequence + 1)
    or exists (select 1 from orderly_moved_item m where m.number = old.number and m.sequence = old.sequence)
then
    signal sqlstate '23000'
        set message_text = 'what happened leaves its table behind its order, the last entry first';
end if;
if not exists (
    select 1 from orderly_archived_entry e where e.number = old.number and e.sequence = old.sequence
        and e.kind <=> old.kind
        and e.workflow <=> old.workflow
        and e.version <=> old.version
        and e.status <=> old.status
        and e.previous <=> old.previous
        and e.previous_version <=> old.previous_version
        and e.previous_status <=> old.previous_status
        and e.subject <=> old.subject
        and e.from_status <=> old.from_status
        and e.event <=> old.event
        and e.to_status <=> old.to_status
        and e.case_id <=> old.case_id
        and e.actor_role <=> old.actor_role
        and e.at_time <=> old.at_time
        and e.detail <=> old.detail
        and e.request_id <=> old.request_id
        and e.moved_items <=> old.moved_items
        and e.hash <=> old.hash
        and e.actor_id <=> old.actor_id
        and e.content <=> old.content
        and e.salt <=> old.salt
        and e.erased <=> old.erased)
then
    signal sqlstate '23000'
        set message_text = 'what happened cannot be deleted: it leaves its table for the archive only, as it is';
end if;
end;

-- Units move by an entry, as many rows as it says and one after the other, as its transition allows, and only from where they
-- are. One who has an older view of the order is refused, as he does not see where they are.
-- Everything is asked at once, which is most of what a line costs, and one by one only to say what is wrong.
create trigger if not exists orderly_moved_item_fits before insert on orderly_moved_item for each row begin
if new.position = 1 and new.sequence > 1 and (select o.sequence from orderly_order o where o.number = new.number)
    <> (select o.sequence from orderly_order o where o.number = new.number lock in share mode)
then
    signal sqlstate '40001' set message_text = 'the order moved on';
end if;
if not (
    new.position > 0 and new.quantity > 0
    and exists (
        select 1 from orderly_history h join orderly_item_transition t on t.workflow = h.workflow and t.version = h.version
            and t.subject = h.subject and t.from_status = h.from_status and t.event = h.event and t.to_status = h.to_status
            where h.number = new.number and h.sequence = new.sequence and h.moved_items >= new.position
                and t.from_item = new.from_item and t.to_item = new.to_item lock in share mode)
    and (new.position = 1 or exists (
        select 1 from orderly_moved_item m
            where m.number = new.number and m.sequence = new.sequence and m.position = new.position - 1))
    and case new.from_item
        when '' then not exists (
            select 1 from orderly_moved_item m where m.number = new.number and m.line_id = new.line_id)
        else new.quantity <= (
            select coalesce(sum(
                case new.from_item when m.to_item then m.quantity when m.from_item then -m.quantity else 0 end), 0)
                from orderly_moved_item m where m.number = new.number and m.line_id = new.line_id)
        end)
then
    if not (new.position > 0 and new.quantity > 0) then
        signal sqlstate '23000' set message_text = 'at least one unit moves';
    end if;
    if not exists (
        select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence
            and h.moved_items >= new.position)
        or new.position > 1 and not exists (
            select 1 from orderly_moved_item m
                where m.number = new.number and m.sequence = new.sequence and m.position = new.position - 1)
    then
        signal sqlstate '23000'
            set message_text = 'units move by an entry of a history, as many rows as it says, one after the other';
    end if;
    if not exists (
        select 1 from orderly_history h join orderly_item_transition t on t.workflow = h.workflow and t.version = h.version
            and t.subject = h.subject and t.from_status = h.from_status and t.event = h.event and t.to_status = h.to_status
            where h.number = new.number and h.sequence = new.sequence
                and t.from_item = new.from_item and t.to_item = new.to_item)
    then
        signal sqlstate '23000' set message_text = 'the transition does not move units so';
    end if;
    if new.from_item = '' then
        signal sqlstate '23000' set message_text = 'a line was ordered before';
    end if;
    signal sqlstate '23000' set message_text = 'there are not so many units to move';
end if;
end;

create trigger if not exists orderly_moved_item_fixed before update on orderly_moved_item for each row
signal sqlstate '23000' set message_text = 'units that moved stay as they moved';

create trigger if not exists orderly_moved_item_stays before delete on orderly_moved_item for each row begin
if exists (select 1 from orderly_order o where o.number = old.number) or not exists (
    select 1 from orderly_archived_moved_item m
        where m.number = old.number and m.sequence = old.sequence and m.position = old.position
        and m.line_id = old.line_id and m.from_item = old.from_item and m.to_item = old.to_item
        and m.quantity = old.quantity)
then
    signal sqlstate '23000'
        set message_text = 'units that moved leave their table behind their order, for the archive only, as they are';
end if;
end;

create trigger if not exists orderly_archived_moved_item_fixed before update on orderly_archived_moved_item for each row
signal sqlstate '23000'
    set message_text = 'units that moved stay in the archive until their order is purged or goes back to where it was';

create trigger if not exists orderly_archived_moved_item_stays before delete on orderly_archived_moved_item for each row begin
if not exists (select 1 from orderly_archived_order a where a.number = old.number and a.state is null)
    and not exists (
    select 1 from orderly_moved_item m
        where m.number = old.number and m.sequence = old.sequence and m.position = old.position
        and m.line_id = old.line_id and m.from_item = old.from_item and m.to_item = old.to_item
        and m.quantity = old.quantity)
then
    signal sqlstate '23000'
        set message_text = 'units that moved stay in the archive until their order is purged or goes back to where it was';
end if;
end;

create trigger if not exists orderly_archived_moved_item_fits before insert on orderly_archived_moved_item for each row begin
if not exists (select 1 from orderly_archived_order a where a.number = new.number) then
    signal sqlstate '23000' set message_text = 'there is no such order';
end if;
end;

create trigger if not exists orderly_item_status_fixed before update on orderly_item_status for each row
signal sqlstate '23000' set message_text = 'an item status of a version stays as it was registered';

create trigger if not exists orderly_item_status_stays before delete on orderly_item_status for each row
signal sqlstate '23000' set message_text = 'an item status of a version stays as it was registered';

create trigger if not exists orderly_item_transition_fixed before update on orderly_item_transition for each row
signal sqlstate '23000' set message_text = 'what a transition does with units stays as it was registered';

create trigger if not exists orderly_item_transition_stays before delete on orderly_item_transition for each row
signal sqlstate '23000' set message_text = 'what a transition does with units stays as it was registered';

create trigger if not exists orderly_item_status_fits before insert on orderly_item_status for each row begin
if not exists (
    select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version lock in share mode)
then
    signal sqlstate '23000' set message_text = 'there is no such version of a workflow';
end if;
end;

create trigger if not exists orderly_item_transition_fits before insert on orderly_item_transition for each row begin
if not exists (
    select 1 from orderly_transition t where t.workflow = new.workflow and t.version = new.version
        and t.subject = new.subject and t.from_status = new.from_status and t.event = new.event
        and t.to_status = new.to_status lock in share mode)
    or not exists (
        select 1 from orderly_item_status s where s.workflow = new.workflow and s.version = new.version
            and s.item_status = new.to_item lock in share mode)
then
    signal sqlstate '23000' set message_text = 'the workflow does not have this transition, or this item status';
end if;
end;

-- Fields stay within their bounds. Their values stand in an order's state as JSON such as {"money":"5 EUR"}: a step changes them as
-- its entry says, an erasure only takes them away, and what a step changes, or what bounds that, is compared.

-- A value as the number by which it is compared with others of its type and currency; null for what is none.
create function if not exists orderly_amount(of_value longtext character set utf8mb4 collate utf8mb4_nopad_bin, of_type varchar(10) character set utf8mb4 collate utf8mb4_nopad_bin)
returns decimal(65, 15) deterministic no sql begin
declare written varchar(200) character set utf8mb4 collate utf8mb4_nopad_bin default json_value(of_value, concat('$.', of_type));
if not of_value regexp concat('^[{]"', of_type, '": ?"[^"]*"[}]$') then
    return null;
elseif of_type = 'money' then
    set written = if(written regexp '^[^ ]+ [A-Z]{3}$', substring_index(written, ' ', 1), null);
elseif of_type <> 'number' then
    set written = regexp_replace(written, '[-:TZ]', '');
end if;
return if(written regexp '^-?[0-9]+([.][0-9]+)?(E-?[0-9]{1,3})?$', cast(written as decimal(65, 15)), null);
end;

-- The first field that is out of its bounds, of those that are given and those that are bounded by these; null for none.
create function if not exists orderly_broken_bound(
    of_workflow varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin, of_version int,
    of_subject varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin,
    was longtext character set utf8mb4 collate utf8mb4_nopad_bin,
    given longtext character set utf8mb4 collate utf8mb4_nopad_bin,
    placed longtext character set utf8mb4 collate utf8mb4_nopad_bin)
returns varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin reads sql data begin
declare total varchar(200) character set utf8mb4 collate utf8mb4_nopad_bin;
if exists (
    select 1 from orderly_bound b where b.workflow = of_workflow and b.version = of_version and b.subject = of_subject
        and b.other = '(lines)')
then
    set total = (
        select if(count(l.price) = count(*) and count(distinct l.currency) = 1, concat('{"money":"',
                sum(cast(l.price as decimal(30, 6)) * l.quantity), ' ', max(l.currency), '"}'), null)
            from json_table(placed, '$.lines[*]' columns (price varchar(60) path '$.price',
                quantity bigint path '$.quantity', currency varchar(3) path '$.currency')) l);
end if;
return (
    select min(v.field)
        from (
            select b.field, b.type, b.relation,
                    json_extract(was, concat('$."', b.field, '"')) as had,
                    coalesce(json_extract(given, concat('$."', b.field, '"')),
                        json_extract(was, concat('$."', b.field, '"'))) as has,
                    json_extract(given, concat('$."', b.other, '"')) is null
                        or json_extract(given, concat('$."', b.other, '"'))
                            <=> json_extract(was, concat('$."', b.other, '"')) as other_stays,
                    case b.other
                        when '(lines)' then total
                        when '(constant)' then b.constant
                        else coalesce(json_extract(given, concat('$."', b.other, '"')),
                            json_extract(was, concat('$."', b.other, '"'))) end as limited_by
                from orderly_bound b
                where b.workflow = of_workflow and b.version = of_version and b.subject = of_subject) v
        where v.has is not null and not (v.other_stays and v.has <=> v.had)
            and not coalesce(
                (v.type <> 'money'
                    or right(json_value(v.has, '$.money'), 4) = right(json_value(v.limited_by, '$.money'), 4))
                and case v.relation
                    when 'at-most' then orderly_amount(v.has, v.type) <= orderly_amount(v.limited_by, v.type)
                    else orderly_amount(v.has, v.type) >= orderly_amount(v.limited_by, v.type)
                end, false));
end;

create procedure if not exists orderly_check_bounds(
    in of_number varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin, in of_sequence bigint,
    in of_workflow varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin, in of_version int,
    in of_placed longtext character set utf8mb4 collate utf8mb4_nopad_bin,
    in state_before longtext character set utf8mb4 collate utf8mb4_nopad_bin,
    in state_after longtext character set utf8mb4 collate utf8mb4_nopad_bin)
reads sql data begin
declare entry_kind varchar(30) character set utf8mb4 collate utf8mb4_nopad_bin;
declare entry_case int;
declare given longtext character set utf8mb4 collate utf8mb4_nopad_bin;
declare broken varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin;
declare problem varchar(128) character set utf8mb4 collate utf8mb4_nopad_bin;
select h.kind, h.case_id, json_extract(h.content, '$.data') into entry_kind, entry_case, given
    from orderly_history h where h.number = of_number and h.sequence = of_sequence lock in share mode;
select min(v.name) into broken
    from (
        select part.id, field.name,
                json_extract(state_before, concat(part.path, '."', field.name, '"')) as was,
                json_extract(state_after, concat(part.path, '."', field.name, '"')) as is_now,
                json_extract(given, concat('$."', field.name, '"')) as was_given
            from (
                select 0 as id, '' as subject, '$.fields' as path
                union all select c.id, c.type, concat('$.cases[', c.id - 1, '].fields')
                    from json_table(state_after,
                        '$.cases[*]' columns (id for ordinality, type varchar(64) path '$.type')) c) part
            join (
                select b.subject, b.field as name from orderly_bound b
                    where b.workflow = of_workflow and b.version = of_version
                union select b.subject, b.other from orderly_bound b
                    where b.workflow = of_workflow and b.version = of_version and b.other not like '(%') field
                on field.subject = convert(part.subject using utf8mb4) collate utf8mb4_nopad_bin) v
    where not coalesce(case
        when entry_kind = 'erasure' then v.is_now is null or v.is_now <=> v.was
        when entry_kind <> 'transition' or (v.id <> 0 and not (v.id <=> entry_case)) then v.is_now <=> v.was
        when entry_case is null then v.is_now <=> coalesce(v.was_given, v.was)
        else v.is_now <=> v.was or v.is_now = v.was_given
    end, false);
if broken is not null then
    set problem = concat('a field that is in a bound changes by an entry only, as that says: ', left(broken, 60));
    signal sqlstate '23000' set message_text = problem;
end if;
if entry_kind = 'transition' then
    select min(orderly_broken_bound(of_workflow, of_version, convert(part.subject using utf8mb4),
            json_extract(state_before, part.path), json_extract(state_after, part.path), of_placed)) into broken
        from (
            select '' as subject, '$.fields' as path
            union all select c.type, concat('$.cases[', c.id - 1, '].fields')
                from json_table(state_after,
                    '$.cases[*]' columns (id for ordinality, type varchar(64) path '$.type')) c) part;
    if broken is not null then
        set problem = concat('a step leaves no field out of its bounds: ', broken);
        signal sqlstate '23000' set message_text = problem;
    end if;
end if;
end;

create trigger if not exists orderly_order_begins_bounded before insert on orderly_order for each row begin
if exists (select 1 from orderly_bound b where b.workflow = new.workflow and b.version = new.version) then
    if new.sequence = 1 then
        call orderly_check_bounds(
            new.number, new.sequence, new.workflow, new.version, new.placed, '{}', new.state);
    elseif not exists (
        select 1 from orderly_archived_order a
            where a.number = new.number and a.sequence = new.sequence and a.state = new.state)
    then
        signal sqlstate '23000'
            set message_text = 'an order begins with its first entry, or comes back from the archive as it was';
    end if;
end if;
end;

create trigger if not exists orderly_order_bounded before update on orderly_order for each row begin
if new.sequence <> old.sequence
    and exists (select 1 from orderly_bound b where b.workflow = new.workflow and b.version = new.version)
then
    call orderly_check_bounds(
        new.number, new.sequence, new.workflow, new.version, new.placed, old.state, new.state);
end if;
end;

-- An entry is written before its order moves to it.
create trigger if not exists orderly_history_bounded before insert on orderly_history for each row begin
declare broken varchar(64) character set utf8mb4 collate utf8mb4_nopad_bin;
declare problem varchar(128) character set utf8mb4 collate utf8mb4_nopad_bin;
if new.kind = 'transition' and new.content like '%"data"%' and exists (
    select 1 from orderly_bound b
        where b.workflow = new.workflow and b.version = new.version and b.subject = new.subject)
then
    set broken = (
        select orderly_broken_bound(new.workflow, new.version, new.subject, json_extract(
                o.state, if(new.case_id is null, '$.fields', concat('$.cases[', new.case_id - 1, '].fields'))),
            json_extract(new.content, '$.data'), o.placed)
            from orderly_order o where o.number = new.number and o.sequence = new.sequence - 1);
    if broken is not null then
        set problem = concat('a step leaves no field out of its bounds: ', broken);
        signal sqlstate '23000' set message_text = problem;
    end if;
end if;
end;

create trigger if not exists orderly_bound_fits before insert on orderly_bound for each row begin
if not exists (
    select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version lock in share mode)
then
    signal sqlstate '23000' set message_text = 'there is no such version of a workflow';
end if;
end;

create trigger if not exists orderly_bound_fixed before update on orderly_bound for each row
signal sqlstate '23000' set message_text = 'a bound of a version stays as it was registered';

create trigger if not exists orderly_bound_stays before delete on orderly_bound for each row
signal sqlstate '23000' set message_text = 'a bound of a version stays as it was registered';

create trigger if not exists orderly_archived_order_fits before insert on orderly_archived_order for each row begin
if not exists (
    select 1 from orderly_order o join orderly_history h on h.number = o.number and h.sequence = o.sequence
        where o.number = new.number and o.done and h.hash = new.hash
        and o.sequence <=> new.sequence
        and o.workflow <=> new.workflow
        and o.version <=> new.version
        and o.status <=> new.status
        and o.muted <=> new.muted
        and o.placed_at <=> new.placed_at
        and o.since <=> new.since
        and o.customer_key <=> new.customer_key
        and o.placed <=> new.placed
        and o.state <=> new.state)
then
    signal sqlstate '23000' set message_text = 'only an order that is done is retired, as it is';
end if;
end;

create trigger if not exists orderly_archived_order_fixed before update on orderly_archived_order for each row begin
if new.customer_key is not null or new.placed is not null or new.state is not null or not (
    new.number <=> old.number
    and new.sequence <=> old.sequence
    and new.workflow <=> old.workflow
    and new.version <=> old.version
    and new.status <=> old.status
    and new.muted <=> old.muted
    and new.placed_at <=> old.placed_at
    and new.since <=> old.since
    and new.done <=> old.done
    and new.hash <=> old.hash
    and new.retired_at <=> old.retired_at)
then
    signal sqlstate '23000' set message_text = 'a retired order stays as it was, or is purged';
end if;
end;

create trigger if not exists orderly_archived_order_stays before delete on orderly_archived_order for each row begin
if not exists (
    select 1 from orderly_order o join orderly_history h on h.number = o.number and h.sequence = o.sequence
        where o.number = old.number and o.sequence = old.sequence and h.hash = old.hash)
then
    signal sqlstate '23000'
        set message_text = 'a retired order leaves the archive only to go back to where it was';
end if;
end;

create trigger if not exists orderly_archived_entry_fixed before update on orderly_archived_entry for each row
signal sqlstate '23000'
    set message_text = 'what happened stays in the archive until its order is purged or goes back to where it was';

create trigger if not exists orderly_archived_entry_stays before delete on orderly_archived_entry for each row begin
if not exists (select 1 from orderly_archived_order a where a.number = old.number and a.state is null)
    and not exists (
        select 1 from orderly_history h
            where h.number = old.number and h.sequence = old.sequence and h.hash = old.hash)
then
    signal sqlstate '23000'
        set message_text = 'what happened stays in the archive until its order is purged or goes back to where it was';
end if;
end;

create trigger if not exists orderly_archived_entry_fits before insert on orderly_archived_entry for each row begin
if not exists (select 1 from orderly_archived_order a where a.number = new.number) then
    signal sqlstate '23000' set message_text = 'there is no such order';
end if;
end;

create trigger if not exists orderly_archived_attachment_fits before insert on orderly_archived_attachment for each row begin
if not exists (select 1 from orderly_archived_order a where a.number = new.number) then
    signal sqlstate '23000' set message_text = 'there is no such order';
end if;
end;

create trigger if not exists orderly_workflow_fixed before update on orderly_workflow for each row
signal sqlstate '23000' set message_text = 'a version of a workflow stays as it was registered';

create trigger if not exists orderly_workflow_stays before delete on orderly_workflow for each row
signal sqlstate '23000' set message_text = 'a version of a workflow stays as it was registered';

create trigger if not exists orderly_status_fixed before update on orderly_status for each row
signal sqlstate '23000' set message_text = 'a status of a version stays as it was registered';

create trigger if not exists orderly_status_stays before delete on orderly_status for each row
signal sqlstate '23000' set message_text = 'a status of a version stays as it was registered';

create trigger if not exists orderly_transition_fixed before update on orderly_transition for each row
signal sqlstate '23000' set message_text = 'a transition of a version stays as it was registered';

create trigger if not exists orderly_transition_stays before delete on orderly_transition for each row
signal sqlstate '23000' set message_text = 'a transition of a version stays as it was registered';

create trigger if not exists orderly_status_fits before insert on orderly_status for each row begin
if not exists (
    select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version lock in share mode)
then
    signal sqlstate '23000' set message_text = 'there is no such version of a workflow';
end if;
end;

create trigger if not exists orderly_transition_fits before insert on orderly_transition for each row begin
if not exists (
    select 1 from orderly_workflow w where w.workflow = new.workflow and w.version = new.version lock in share mode)
then
    signal sqlstate '23000' set message_text = 'there is no such version of a workflow';
end if;
end;

create trigger if not exists orderly_attachment_fits before insert on orderly_attachment for each row begin
if not exists (select 1 from orderly_order o where o.number = new.number lock in share mode) then
    signal sqlstate '23000' set message_text = 'there is no such order';
end if;
end;

create trigger if not exists orderly_answer_fits before insert on orderly_answer for each row begin
if not exists (
    select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence lock in share mode)
then
    signal sqlstate '23000' set message_text = 'there is no such entry of a history';
end if;
end;

create trigger if not exists orderly_outbox_fits before insert on orderly_outbox for each row begin
if not exists (
    select 1 from orderly_history h where h.number = new.number and h.sequence = new.sequence lock in share mode)
then
    signal sqlstate '23000' set message_text = 'there is no such entry of a history';
end if;
end;

-- These count.

create trigger if not exists orderly_order_counted after insert on orderly_order for each row
insert into orderly_count_change (counted, name, version, status, amount)
    values ('order', new.workflow, new.version, new.status, 1);

create trigger if not exists orderly_order_recounted after update on orderly_order for each row begin
if not (new.workflow = old.workflow and new.version = old.version and new.status = old.status) then
    insert into orderly_count_change (counted, name, version, status, amount)
        values ('order', old.workflow, old.version, old.status, -1),
            ('order', new.workflow, new.version, new.status, 1);
end if;
end;

create trigger if not exists orderly_order_uncounted after delete on orderly_order for each row
insert into orderly_count_change (counted, name, version, status, amount)
    values ('order', old.workflow, old.version, old.status, -1);

create trigger if not exists orderly_outbox_counted after insert on orderly_outbox for each row
insert into orderly_count_change (counted, name, version, status, amount)
    values (if(new.available_at is null, 'dead-letter', 'message'), new.channel, 0, '', 1);

create trigger if not exists orderly_outbox_recounted after update on orderly_outbox for each row begin
if (new.available_at is null) <> (old.available_at is null) or new.channel <> old.channel then
    insert into orderly_count_change (counted, name, version, status, amount)
        values (if(old.available_at is null, 'dead-letter', 'message'), old.channel, 0, '', -1),
            (if(new.available_at is null, 'dead-letter', 'message'), new.channel, 0, '', 1);
end if;
end;

create trigger if not exists orderly_outbox_uncounted after delete on orderly_outbox for each row
insert into orderly_count_change (counted, name, version, status, amount)
    values (if(old.available_at is null, 'dead-letter', 'message'), old.channel, 0, '', -1);

-- What guards the tables, one item a line, to be compared with catalog.txt when a store is opened. It is a function of the
-- owner's, since the application's user sees neither keys nor triggers.

create function if not exists orderly_catalog() returns longtext sql security definer reads sql data
return (
select group_concat(item order by item separator '\n') from (
select concat('column ', table_name, '.', column_name, ' ',
        if(column_type like '%int(%', substring_index(column_type, '(', 1), column_type),
        if(is_nullable = 'NO', ' not null', ''),
        coalesce(concat(' collate ', collation_name), '')) as item
    from information_schema.columns where table_schema = database() and table_name like 'orderly!_%' escape '!'
        and table_name not like 'orderly!_report!_%' escape '!'
union all select concat('key of ', c.table_name, ': ', lower(c.constraint_type), ' (',
        group_concat(u.column_name order by u.ordinal_position separator ', '), ')',
        coalesce(concat(' references ', max(u.referenced_table_name), ' (',
            group_concat(u.referenced_column_name order by u.ordinal_position separator ', '), ')'), ''))
    from information_schema.table_constraints c
    join information_schema.key_column_usage u on u.constraint_schema = c.constraint_schema
        and u.table_name = c.table_name and u.constraint_name = c.constraint_name
    where c.constraint_schema = database() and c.table_name like 'orderly!_%' escape '!'
        and c.constraint_type in ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
    group by c.table_name, c.constraint_name, c.constraint_type
union all select concat('check of ', table_name, ': ', constraint_name)
    from information_schema.check_constraints
    where constraint_schema = database() and table_name like 'orderly!_%' escape '!'
union all select concat('index ', index_name, ' on ', table_name, ' (',
        group_concat(column_name, if(collation = 'D', ' desc', '') order by seq_in_index separator ', '), ')')
    from information_schema.statistics
    where table_schema = database() and table_name like 'orderly!_%' escape '!' and non_unique = 1
        and index_name not in (
            select constraint_name from information_schema.table_constraints where constraint_schema = database())
    group by table_name, index_name
union all select concat('engine of ', table_name, ': ', engine)
    from information_schema.tables where table_schema = database() and table_name like 'orderly!_%' escape '!'
        and table_type = 'BASE TABLE'
union all select concat('trigger ', trigger_name, ' ', lower(action_timing), ' ', lower(event_manipulation), ' on ',
        event_object_table, ' ', md5(regexp_replace(action_statement, '[[:space:]]+', ' ')))
    from information_schema.triggers
    where trigger_schema = database() and event_object_table like 'orderly!_%' escape '!'
union all select concat(lower(routine_type), ' ', routine_name, ' ',
        md5(regexp_replace(routine_definition, '[[:space:]]+', ' ')))
    from information_schema.routines
    where routine_schema = database() and routine_name in ('orderly_amount', 'orderly_broken_bound', 'orderly_check_bounds')
) all_items);

insert into orderly_schema (version) values (1);
