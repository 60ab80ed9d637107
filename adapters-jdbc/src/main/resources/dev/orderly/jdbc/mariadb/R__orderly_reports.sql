-- Views for reports on MariaDB: times in UTC, JSON as text that JSON functions take, labels of statuses. Their columns stay as
-- they are when tables change; new ones come at the end. Running the file again replaces them.

create or replace view orderly_report_order as
select
    o.number,
    o.workflow,
    o.version,
    o.status,
    s.label as status_label,
    o.done,
    timestampadd(microsecond, o.placed_at, '1970-01-01 00:00:00.000000') as placed_at,
    timestampadd(microsecond, o.since, '1970-01-01 00:00:00.000000') as status_since,
    timestampadd(microsecond, o.deadline_at, '1970-01-01 00:00:00.000000') as deadline_at,
    timestampadd(microsecond, o.overdue_at, '1970-01-01 00:00:00.000000') as overdue_at,
    coalesce(timestampadd(microsecond, o.overdue_at, '1970-01-01 00:00:00.000000')
        < utc_timestamp(6), false) as is_overdue,
    json_value(o.placed, '$.customer.email') as customer_email,
    json_value(o.placed, '$.customer.name') as customer_name,
    json_value(o.placed, '$.customer.language') as customer_language,
    o.muted,
    json_extract(o.placed, '$.lines') as `lines`,
    json_extract(o.state, '$.fields') as `fields`,
    json_extract(o.state, '$.parcels') as parcels,
    json_extract(o.state, '$.cases') as cases,
    o.sequence as entries,
    o.placed_at as placed_micros,
    o.since as since_micros,
    o.retired
from (
    select number, sequence, workflow, version, status, done, muted, placed_at, since, deadline_at, overdue_at, placed,
        state, false as retired
    from orderly_order
    union all select number, sequence, workflow, version, status, done, muted, placed_at, since,
        cast(null as signed), cast(null as signed), placed, state, true
    from orderly_archived_order) o
left join orderly_status s on s.workflow = o.workflow and s.version = o.version and s.status = o.status;

create or replace view orderly_report_entry as
select
    h.number,
    h.sequence,
    h.kind,
    timestampadd(microsecond, h.at_time, '1970-01-01 00:00:00.000000') as at,
    h.workflow,
    h.version,
    h.status,
    h.event,
    h.from_status,
    h.to_status,
    h.case_id,
    if(h.case_id is not null, h.subject, null) as case_type,
    h.actor_role,
    h.actor_id,
    h.detail,
    h.request_id,
    json_extract(h.content, '$.data') as data,
    coalesce(json_value(h.content, '$.comment'), json_value(h.content, '$.text')) as comment_text,
    h.at_time as at_micros
from (
    select number, sequence, kind, at_time, workflow, version, status, event, from_status, to_status, case_id, subject,
        actor_role, actor_id, detail, request_id, content
    from orderly_history
    union all select number, sequence, kind, at_time, workflow, version, status, event, from_status, to_status, case_id,
        subject, actor_role, actor_id, detail, request_id, content
    from orderly_archived_entry) h;

create or replace view orderly_report_item as
select
    u.number,
    o.workflow,
    o.version,
    o.status,
    u.line_id,
    u.item_status,
    s.label as item_status_label,
    s.done as item_done,
    u.quantity,
    o.retired
from (
    select number, line_id, item_status, cast(sum(quantity) as signed) as quantity
    from (
        select number, line_id, to_item as item_status, quantity from orderly_moved_item
        union all select number, line_id, from_item, -quantity from orderly_moved_item where from_item <> ''
        union all select number, line_id, to_item, quantity from orderly_archived_moved_item
        union all select number, line_id, from_item, -quantity from orderly_archived_moved_item where from_item <> '') m
    group by number, line_id, item_status
    having sum(quantity) <> 0) u
join (
    select number, workflow, version, status, false as retired
    from orderly_order
    union all select number, workflow, version, status, true
    from orderly_archived_order
    where state is not null) o on o.number = u.number
left join orderly_item_status s on s.workflow = o.workflow and s.version = o.version and s.item_status = u.item_status;

create or replace view orderly_report_moved_item as
select
    m.number,
    m.sequence,
    timestampadd(microsecond, h.at_time, '1970-01-01 00:00:00.000000') as at,
    h.workflow,
    h.version,
    h.event,
    m.line_id,
    m.from_item,
    m.to_item,
    m.quantity,
    h.at_time as at_micros
from orderly_moved_item m
join orderly_history h on h.number = m.number and h.sequence = m.sequence
union all select
    m.number,
    m.sequence,
    timestampadd(microsecond, h.at_time, '1970-01-01 00:00:00.000000'),
    h.workflow,
    h.version,
    h.event,
    m.line_id,
    m.from_item,
    m.to_item,
    m.quantity,
    h.at_time
from orderly_archived_moved_item m
join orderly_archived_entry h on h.number = m.number and h.sequence = m.sequence;
