-- Views for reports on H2: times as timestamps, JSON as JSON, labels of statuses. Their columns stay as they are when tables
-- change; new ones come at the end. Running the file again replaces them. H2 gives a text out of JSON as JSON has it: what is
-- escaped there, such as a quotation mark, is escaped here.

create or replace view orderly_report_order as
select
    o.number,
    o.workflow,
    o.version,
    o.status,
    s.label as status_label,
    o.done,
    dateadd('MICROSECOND', o.placed_at, timestamp with time zone '1970-01-01 00:00:00Z') as placed_at,
    dateadd('MICROSECOND', o.since, timestamp with time zone '1970-01-01 00:00:00Z') as status_since,
    dateadd('MICROSECOND', o.deadline_at, timestamp with time zone '1970-01-01 00:00:00Z') as deadline_at,
    dateadd('MICROSECOND', o.overdue_at, timestamp with time zone '1970-01-01 00:00:00Z') as overdue_at,
    coalesce(dateadd('MICROSECOND', o.overdue_at, timestamp with time zone '1970-01-01 00:00:00Z')
        < current_timestamp, false) as is_overdue,
    trim(both '"' from cast((o.placed format json)."customer"."email" as varchar)) as customer_email,
    trim(both '"' from cast((o.placed format json)."customer"."name" as varchar)) as customer_name,
    trim(both '"' from cast((o.placed format json)."customer"."language" as varchar)) as customer_language,
    o.muted,
    (o.placed format json)."lines" as lines,
    (o.state format json)."fields" as fields,
    (o.state format json)."parcels" as parcels,
    (o.state format json)."cases" as cases,
    o.sequence as entries,
    o.placed_at as placed_micros,
    o.since as since_micros,
    o.retired
from (
    select number, sequence, workflow, version, status, done, muted, placed_at, since, deadline_at, overdue_at, placed,
        state, false as retired
    from orderly_order
    union all select number, sequence, workflow, version, status, done, muted, placed_at, since,
        cast(null as bigint), cast(null as bigint), placed, state, true
    from orderly_archived_order) o
left join orderly_status s on s.workflow = o.workflow and s.version = o.version and s.status = o.status;

create or replace view orderly_report_entry as
select
    h.number,
    h.sequence,
    h.kind,
    dateadd('MICROSECOND', h.at_time, timestamp with time zone '1970-01-01 00:00:00Z') as at,
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
    (h.content format json)."data" as data,
    trim(both '"' from cast(coalesce((h.content format json)."comment", (h.content format json)."text") as varchar))
        as comment_text,
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
    select number, line_id, item_status, sum(quantity) as quantity
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
    dateadd('MICROSECOND', h.at_time, timestamp with time zone '1970-01-01 00:00:00Z') as at,
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
    dateadd('MICROSECOND', h.at_time, timestamp with time zone '1970-01-01 00:00:00Z'),
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
