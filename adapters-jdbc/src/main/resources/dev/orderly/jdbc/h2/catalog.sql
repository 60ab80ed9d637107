-- What guards Orderly's tables in this database, one item a row, to be compared with catalog.txt when a store is opened.
select 'column ' || lower(table_name) || '.' || lower(column_name) || ' ' || lower(data_type)
        || coalesce('(' || case when character_maximum_length < 1000000 then character_maximum_length end || ')', '')
        || case when is_nullable = 'NO' then ' not null' else '' end as item
    from information_schema.columns where table_schema = schema() and table_name like 'ORDERLY!_%' escape '!'
        and table_name not like 'ORDERLY!_REPORT!_%' escape '!'
union all select 'key of ' || lower(c.table_name) || ': ' || lower(c.constraint_type) || ' ('
        || listagg(lower(u.column_name), ', ') within group (order by u.ordinal_position) || ')'
        || coalesce(' references ' || max((
            select lower(r.table_name) || ' ('
                || listagg(lower(r.column_name), ', ') within group (order by r.ordinal_position) || ')'
            from information_schema.referential_constraints f join information_schema.key_column_usage r
                on r.constraint_schema = f.unique_constraint_schema and r.constraint_name = f.unique_constraint_name
            where f.constraint_schema = c.constraint_schema and f.constraint_name = c.constraint_name
            group by r.table_name)), '')
    from information_schema.table_constraints c join information_schema.key_column_usage u
        on u.constraint_schema = c.constraint_schema and u.constraint_name = c.constraint_name
    where c.table_schema = schema() and c.table_name like 'ORDERLY!_%' escape '!'
    group by c.constraint_schema, c.constraint_name, c.table_name, c.constraint_type
union all select 'check of ' || lower(c.table_name) || ': ' || lower(c.constraint_name)
    from information_schema.table_constraints c join information_schema.check_constraints k
        on k.constraint_schema = c.constraint_schema and k.constraint_name = c.constraint_name
    where c.table_schema = schema() and c.constraint_name like 'ORDERLY!_%' escape '!'
union all select 'index ' || lower(i.index_name) || ' on ' || lower(i.table_name) || ' ('
        || listagg(lower(i.column_name) || case when i.ordering_specification = 'DESC' then ' desc' else '' end, ', ')
            within group (order by i.ordinal_position) || ')'
    from information_schema.index_columns i
    where i.table_schema = schema() and i.index_name like 'ORDERLY!_%' escape '!'
        and i.index_name not like '%!_INDEX!_%' escape '!'
    group by i.index_name, i.table_name
union all select 'trigger ' || lower(trigger_name) || ' ' || lower(action_timing) || ' ' || lower(event_manipulation)
        || ' on ' || lower(event_object_table) || ' ' || java_class
    from information_schema.triggers where trigger_schema = schema() and event_object_table like 'ORDERLY!_%' escape '!'
