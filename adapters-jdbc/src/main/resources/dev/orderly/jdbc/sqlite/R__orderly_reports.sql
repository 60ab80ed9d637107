-- Views for reports on SQLite: times in UTC as texts that SQLite's functions take, JSON as text that JSON functions take,
-- labels of statuses. Their columns stay as they are when tables change; new ones come at the end. Running the file again
-- replaces them.

drop view if exists orderly_report_order;

create view orderly_report_order as
select
    o.number,
    o.workflow,
    o.version,
    o.status,
    s.label as status_label,
    o.done,
    strftime('%Y-%m-%d %H:%M:%f', o.placed_at / 1000000.0, 'unixepoch') as placed_at,
    strftime('%Y-%m-%d %H:%M:%f', o.since / 1000000.0, 'unixepoch') as status_since,
    strftime('%Y-%m-%d %H:%M:%f', o.deadline_at / 1000000.0, 'unixepoch') as deadline_at,
    strftime('%Y-%m-%d %H:%M:%f', o.overdue_at / 1000000.0, 'unixepoch') as overdue_at,
    coalesce(o.overdue_at < unixepoch('subsec') * 1000000, 0) as is_overdue,
    json_extract(o.placed, '$.customer.email') as customer_email,
    json_extract(o.placed, '$.customer.name') as customer_name,
    json_extract(o.placed, '$.customer.language') as customer_language,
    o.muted,
    o.placed -> '$.lines' as lines,
    o.state -> '$.fields' as fields,
    o.state -> '$.parcels' as parcels,
    o.state -> '$.cases' as cases,
    o.sequence as entries,
    o.placed_at as placed_micros,
    o.since as since_micros,
    o.retired
from (
    select number, sequence, workflow, version, status, done, muted, placed_at, since, deadline_at, overdue_at, placed,
        state, 0 as retired
    from orderly_order
    union all select number, sequence, workflow, version, status, done, muted, placed_at, since, null, null, placed,
        state, 1
    from orderly_archived_order) o
left join orderly_status s on s.workflow = o.workflow and s.version = o.version and s.status = o.status;

drop view if exists orderly_report_entry;

create view orderly_report_entry as
select
    h.number,
    h.sequence,
    h.kind,
    strftime('%Y-%m-%d %H:%M:%f', h.at_time / 1000000.0, 'unixepoch') as at,
    h.workflow,
    h.version,
    h.status,
    h.event,
    h.from_status,
    h.to_status,
    h.case_id,
    case when h.case_id is not null then h.subject end as case_type,
    h.actor_role,
    h.actor_id,
    h.detail,
    h.request_id,
    h.content -> '$.data' as data,
    coalesce(json_extract(h.content, '$.comment'), json_extract(h.content, '$.text')) as comment_text,
    h.at_time as at_micros
from (
    select number, sequence, kind, at_time, workflow, version, status, event, from_status, to_status, case_id, subject,
        actor_role, actor_id, detail, request_id, content
    from orderly_history
    union all select number, sequence, kind, at_time, workflow, version, status, event, from_status, to_status, case_id,
        subject, actor_role, actor_id, detail, request_id, content
    from orderly_archived_entry) h;

drop view if exists orderly_report_item;

create view orderly_report_item as
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
    select number, line_id, item_status, sum(quantity) as quantity
    from (
        select number, line_id, to_item as item_status, quantity from orderly_moved_item
        union all select number, line_id, from_item, -quantity from orderly_moved_item where from_item <> ''
        union all select number, line_id, to_item, quantity from orderly_archived_moved_item
        union all select number, line_id, from_item, -quantity from orderly_archived_moved_item where from_item <> '') m
    group by number, line_id, item_status
    having sum(quantity) <> 0) u
join (
    select number, workflow, version, status, 0 as retired
    from orderly_order
    union all select number, workflow, version, status, 1
    from orderly_archived_order
    where state is not null) o on o.number = u.number
left join orderly_item_status s on s.workflow = o.workflow and s.version = o.version and s.item_status = u.item_status;

drop view if exists orderly_report_moved_item;

create view orderly_report_moved_item as
select
    m.number,
    m.sequence,
    strftime('%Y-%m-%d %H:%M:%f', h.at_time / 1000000.0, 'unixepoch') as at,
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
    strftime('%Y-%m-%d %H:%M:%f', h.at_time / 1000000.0, 'unixepoch'),
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
