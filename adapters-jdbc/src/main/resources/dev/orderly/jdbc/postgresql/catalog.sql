-- What guards Orderly's tables in this database, one item a row, to be compared with catalog.txt when a store is opened.
with home as (
    select n.oid as schema, quote_ident(n.nspname) || '.' as prefix
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.oid = to_regclass('orderly_schema')),
tables as (
    select c.oid, c.relname from pg_class c, home
    where c.relnamespace = home.schema and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname like 'orderly\_%')
select 'column ' || t.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
        || case when a.attnotnull then ' not null' else '' end
        || coalesce(' collate ' || nullif(l.collname, 'default'), '') as item
    from tables t join pg_attribute a on a.attrelid = t.oid left join pg_collation l on l.oid = a.attcollation
    where a.attnum > 0 and not a.attisdropped
union all select 'key of ' || t.relname || ': '
        || replace(pg_get_constraintdef(k.oid), 'REFERENCES ' || prefix, 'REFERENCES ')
    from home, tables t join pg_constraint k on k.conrelid = t.oid where k.contype in ('p', 'u', 'f') and k.conparentid = 0
union all select 'index '
        || replace(
            regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE INDEX (\w+) ON (ONLY )?', '\1 on '), ' on ' || prefix, ' on ')
        || case when i.indisvalid then '' else ' (invalid)' end
    from home, tables t join pg_index i on i.indrelid = t.oid where not i.indisunique
union all select 'trigger ' || regexp_replace(
        replace(
            replace(pg_get_triggerdef(g.oid), ' ON ' || prefix, ' on '), 'EXECUTE FUNCTION ' || prefix, 'EXECUTE FUNCTION '),
        '^CREATE (CONSTRAINT )?TRIGGER ', '')
    from home, tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
union all select 'function ' || p.proname || ' ' || md5(regexp_replace(p.prosrc, '\s+', ' ', 'g'))
    from pg_proc p, home where p.pronamespace = home.schema and p.proname like 'orderly\_%'
union all select 'switched off: trigger ' || g.tgname || ' of ' || c.relname
    from pg_trigger g join pg_class c on c.oid = g.tgrelid, home
    where c.relnamespace = home.schema and c.relname like 'orderly\_%' and g.tgenabled not in ('O', 'A')
union all select 'switched off: all triggers, by session_replication_role'
    where current_setting('session_replication_role') = 'replica'
