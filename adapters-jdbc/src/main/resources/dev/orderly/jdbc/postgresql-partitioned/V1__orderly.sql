-- Orderly's tables on PostgreSQL 15 or newer, version 1, with those that grow split into 16 partitions by order number. A statement ends at a semicolon that an empty line follows.
-- Points in time are microseconds since 1970-01-01T00:00Z. Texts named content, erased, placed, state and reasons
-- are JSON.

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

create table orderly_status (
    workflow varchar(64) collate "C" not null,
    version int not null,
    status varchar(64) collate "C" not null,
    done boolean not null,
    primary key (workflow, version, status),
    foreign key (workflow, version) references orderly_workflow (workflow, version)
);

-- The law: every move that a version of a workflow allows. The subject is '' for the order itself, the kind of case for
-- a case, and '(migration)' for the way from an older version, which stands in the place of the event.
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

-- Everything that happened. What is personal stands in the last columns; the rest of a row never changes.
create table orderly_history (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    kind varchar(10) collate "C" not null,
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
    constraint orderly_history_law
        foreign key (workflow, version, subject, from_status, event, to_status)
        references orderly_transition (workflow, version, subject, from_status, event, to_status),
    constraint orderly_history_link check ((
        case when sequence = 1
            then kind = 'transition' and previous is null and previous_status = ''
            else sequence > 1 and previous = sequence - 1
        end) is true),
    constraint orderly_history_kind check ((
        case kind
            when 'transition' then subject = '' and event is not null and case_id is null
                and from_status = previous_status and to_status = status and version = previous_version
            when 'case' then subject not in ('', '(migration)') and case_id > 0
                and from_status is not null and event is not null and to_status is not null
                and status = previous_status and version = previous_version
            when 'migration' then subject = '(migration)' and case_id is null
                and from_status = previous_status and to_status = status
                and version <> previous_version and event = previous_version::text
            else kind in ('comment', 'mute') and subject is null and case_id is null
                and from_status is null and event is null and to_status is null
                and status = previous_status and version = previous_version
        end) is true)
) partition by hash (number);

create table orderly_history_p00 partition of orderly_history
    for values with (modulus 16, remainder 0);

create table orderly_history_p01 partition of orderly_history
    for values with (modulus 16, remainder 1);

create table orderly_history_p02 partition of orderly_history
    for values with (modulus 16, remainder 2);

create table orderly_history_p03 partition of orderly_history
    for values with (modulus 16, remainder 3);

create table orderly_history_p04 partition of orderly_history
    for values with (modulus 16, remainder 4);

create table orderly_history_p05 partition of orderly_history
    for values with (modulus 16, remainder 5);

create table orderly_history_p06 partition of orderly_history
    for values with (modulus 16, remainder 6);

create table orderly_history_p07 partition of orderly_history
    for values with (modulus 16, remainder 7);

create table orderly_history_p08 partition of orderly_history
    for values with (modulus 16, remainder 8);

create table orderly_history_p09 partition of orderly_history
    for values with (modulus 16, remainder 9);

create table orderly_history_p10 partition of orderly_history
    for values with (modulus 16, remainder 10);

create table orderly_history_p11 partition of orderly_history
    for values with (modulus 16, remainder 11);

create table orderly_history_p12 partition of orderly_history
    for values with (modulus 16, remainder 12);

create table orderly_history_p13 partition of orderly_history
    for values with (modulus 16, remainder 13);

create table orderly_history_p14 partition of orderly_history
    for values with (modulus 16, remainder 14);

create table orderly_history_p15 partition of orderly_history
    for values with (modulus 16, remainder 15);

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
    due_at bigint,
    claimed_until bigint,
    customer_key varchar(64) collate "C",
    placed text not null,
    state text not null,
    primary key (number),
    constraint orderly_order_status
        foreign key (number, sequence, workflow, version, status)
        references orderly_history (number, sequence, workflow, version, status)
) partition by hash (number);

create table orderly_order_p00 partition of orderly_order
    for values with (modulus 16, remainder 0);

create table orderly_order_p01 partition of orderly_order
    for values with (modulus 16, remainder 1);

create table orderly_order_p02 partition of orderly_order
    for values with (modulus 16, remainder 2);

create table orderly_order_p03 partition of orderly_order
    for values with (modulus 16, remainder 3);

create table orderly_order_p04 partition of orderly_order
    for values with (modulus 16, remainder 4);

create table orderly_order_p05 partition of orderly_order
    for values with (modulus 16, remainder 5);

create table orderly_order_p06 partition of orderly_order
    for values with (modulus 16, remainder 6);

create table orderly_order_p07 partition of orderly_order
    for values with (modulus 16, remainder 7);

create table orderly_order_p08 partition of orderly_order
    for values with (modulus 16, remainder 8);

create table orderly_order_p09 partition of orderly_order
    for values with (modulus 16, remainder 9);

create table orderly_order_p10 partition of orderly_order
    for values with (modulus 16, remainder 10);

create table orderly_order_p11 partition of orderly_order
    for values with (modulus 16, remainder 11);

create table orderly_order_p12 partition of orderly_order
    for values with (modulus 16, remainder 12);

create table orderly_order_p13 partition of orderly_order
    for values with (modulus 16, remainder 13);

create table orderly_order_p14 partition of orderly_order
    for values with (modulus 16, remainder 14);

create table orderly_order_p15 partition of orderly_order
    for values with (modulus 16, remainder 15);

create index orderly_order_placed on orderly_order (placed_at desc, number);

create index orderly_order_listed on orderly_order (workflow, version, status, placed_at desc, number);

create index orderly_order_active on orderly_order (placed_at desc, number) where not done;

create index orderly_order_customer on orderly_order (customer_key, placed_at desc, number)
    where customer_key is not null;

create index orderly_order_deadline on orderly_order (deadline_at, number) where deadline_at is not null;

create index orderly_order_due on orderly_order (due_at) where due_at is not null;

create table orderly_attachment (
    number varchar(100) collate "C" not null,
    sha256 varchar(64) collate "C" not null,
    content bytea,
    primary key (number, sha256),
    foreign key (number) references orderly_order (number)
) partition by hash (number);

create table orderly_attachment_p00 partition of orderly_attachment
    for values with (modulus 16, remainder 0);

create table orderly_attachment_p01 partition of orderly_attachment
    for values with (modulus 16, remainder 1);

create table orderly_attachment_p02 partition of orderly_attachment
    for values with (modulus 16, remainder 2);

create table orderly_attachment_p03 partition of orderly_attachment
    for values with (modulus 16, remainder 3);

create table orderly_attachment_p04 partition of orderly_attachment
    for values with (modulus 16, remainder 4);

create table orderly_attachment_p05 partition of orderly_attachment
    for values with (modulus 16, remainder 5);

create table orderly_attachment_p06 partition of orderly_attachment
    for values with (modulus 16, remainder 6);

create table orderly_attachment_p07 partition of orderly_attachment
    for values with (modulus 16, remainder 7);

create table orderly_attachment_p08 partition of orderly_attachment
    for values with (modulus 16, remainder 8);

create table orderly_attachment_p09 partition of orderly_attachment
    for values with (modulus 16, remainder 9);

create table orderly_attachment_p10 partition of orderly_attachment
    for values with (modulus 16, remainder 10);

create table orderly_attachment_p11 partition of orderly_attachment
    for values with (modulus 16, remainder 11);

create table orderly_attachment_p12 partition of orderly_attachment
    for values with (modulus 16, remainder 12);

create table orderly_attachment_p13 partition of orderly_attachment
    for values with (modulus 16, remainder 13);

create table orderly_attachment_p14 partition of orderly_attachment
    for values with (modulus 16, remainder 14);

create table orderly_attachment_p15 partition of orderly_attachment
    for values with (modulus 16, remainder 15);

-- The sequence is that of the entry that the request made, null where it was refused.
create table orderly_answer (
    number varchar(100) collate "C" not null,
    request_id varchar(200) collate "C" not null,
    fingerprint varchar(200) collate "C" not null,
    sequence bigint,
    reasons text not null,
    primary key (number, request_id),
    foreign key (number, sequence) references orderly_history (number, sequence)
) partition by hash (number);

create table orderly_answer_p00 partition of orderly_answer
    for values with (modulus 16, remainder 0);

create table orderly_answer_p01 partition of orderly_answer
    for values with (modulus 16, remainder 1);

create table orderly_answer_p02 partition of orderly_answer
    for values with (modulus 16, remainder 2);

create table orderly_answer_p03 partition of orderly_answer
    for values with (modulus 16, remainder 3);

create table orderly_answer_p04 partition of orderly_answer
    for values with (modulus 16, remainder 4);

create table orderly_answer_p05 partition of orderly_answer
    for values with (modulus 16, remainder 5);

create table orderly_answer_p06 partition of orderly_answer
    for values with (modulus 16, remainder 6);

create table orderly_answer_p07 partition of orderly_answer
    for values with (modulus 16, remainder 7);

create table orderly_answer_p08 partition of orderly_answer
    for values with (modulus 16, remainder 8);

create table orderly_answer_p09 partition of orderly_answer
    for values with (modulus 16, remainder 9);

create table orderly_answer_p10 partition of orderly_answer
    for values with (modulus 16, remainder 10);

create table orderly_answer_p11 partition of orderly_answer
    for values with (modulus 16, remainder 11);

create table orderly_answer_p12 partition of orderly_answer
    for values with (modulus 16, remainder 12);

create table orderly_answer_p13 partition of orderly_answer
    for values with (modulus 16, remainder 13);

create table orderly_answer_p14 partition of orderly_answer
    for values with (modulus 16, remainder 14);

create table orderly_answer_p15 partition of orderly_answer
    for values with (modulus 16, remainder 15);

-- What is to be sent. A message that is available at no time is parked.
create table orderly_outbox (
    number varchar(100) collate "C" not null,
    sequence bigint not null,
    position int not null,
    role varchar(64) collate "C" not null,
    channel varchar(64) collate "C" not null,
    came_at bigint not null,
    tries int not null,
    available_at bigint,
    problem text,
    primary key (number, sequence, position),
    foreign key (number, sequence) references orderly_history (number, sequence)
) partition by hash (number);

create table orderly_outbox_p00 partition of orderly_outbox
    for values with (modulus 16, remainder 0);

create table orderly_outbox_p01 partition of orderly_outbox
    for values with (modulus 16, remainder 1);

create table orderly_outbox_p02 partition of orderly_outbox
    for values with (modulus 16, remainder 2);

create table orderly_outbox_p03 partition of orderly_outbox
    for values with (modulus 16, remainder 3);

create table orderly_outbox_p04 partition of orderly_outbox
    for values with (modulus 16, remainder 4);

create table orderly_outbox_p05 partition of orderly_outbox
    for values with (modulus 16, remainder 5);

create table orderly_outbox_p06 partition of orderly_outbox
    for values with (modulus 16, remainder 6);

create table orderly_outbox_p07 partition of orderly_outbox
    for values with (modulus 16, remainder 7);

create table orderly_outbox_p08 partition of orderly_outbox
    for values with (modulus 16, remainder 8);

create table orderly_outbox_p09 partition of orderly_outbox
    for values with (modulus 16, remainder 9);

create table orderly_outbox_p10 partition of orderly_outbox
    for values with (modulus 16, remainder 10);

create table orderly_outbox_p11 partition of orderly_outbox
    for values with (modulus 16, remainder 11);

create table orderly_outbox_p12 partition of orderly_outbox
    for values with (modulus 16, remainder 12);

create table orderly_outbox_p13 partition of orderly_outbox
    for values with (modulus 16, remainder 13);

create table orderly_outbox_p14 partition of orderly_outbox
    for values with (modulus 16, remainder 14);

create table orderly_outbox_p15 partition of orderly_outbox
    for values with (modulus 16, remainder 15);

create index orderly_outbox_waiting on orderly_outbox (channel, available_at, number, sequence, position);

create index orderly_outbox_parked on orderly_outbox (number, sequence, position) where available_at is null;

create function orderly_refuse() returns trigger language plpgsql as $$
begin
    raise exception using errcode = '23000', message = tg_argv[0];
end $$;

create trigger orderly_order_forward before update on orderly_order for each row
    when (new.number <> old.number or new.sequence not in (old.sequence, old.sequence + 1))
    execute function orderly_refuse('an order moves by one entry of its history at a time, and never back');

create trigger orderly_order_stays before delete on orderly_order for each row
    execute function orderly_refuse('an order stays: its history would lose its last guard');

create trigger orderly_history_fixed
    before update of number, sequence, kind, workflow, version, status, previous, previous_version, previous_status,
        subject, from_status, event, to_status, case_id, actor_role, at_time, detail, request_id, hash
    on orderly_history for each row
    execute function orderly_refuse('what happened cannot be changed: only what is personal can be erased');

create trigger orderly_history_stays before delete on orderly_history for each row
    execute function orderly_refuse('what happened cannot be deleted');

insert into orderly_schema (version) values (1);
