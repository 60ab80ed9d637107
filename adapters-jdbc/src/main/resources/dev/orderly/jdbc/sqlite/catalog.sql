-- What guards Orderly's tables in this database, one item a row, to be compared with catalog.txt when a store is opened.
select 'column ' || t.name || '.' || c.name || ' ' || lower(c.type) || case when c."notnull" then ' not null' else '' end
        as item
    from sqlite_schema t, pragma_table_info(t.name) c where t.type = 'table' and t.name like 'orderly!_%' escape '!'
union all select 'key of ' || t.name || ': primary key ('
        || (select group_concat(c.name, ', ' order by c.pk) from pragma_table_info(t.name) c where c.pk > 0) || ')'
    from sqlite_schema t where t.type = 'table' and t.name like 'orderly!_%' escape '!'
union all select 'key of ' || t.name || ': foreign key (' || group_concat(k."from", ', ' order by k.seq) || ') references '
        || max(k."table") || ' (' || group_concat(k."to", ', ' order by k.seq) || ')'
    from sqlite_schema t, pragma_foreign_key_list(t.name) k
    where t.type = 'table' and t.name like 'orderly!_%' escape '!' group by t.name, k.id
union all select 'types of ' || t.name || ' are strict'
    from pragma_table_list t where t.name like 'orderly!_%' escape '!' and t.strict
union all select type || ' ' || replace(replace(replace(replace(replace(
        substr(sql, length('create ' || type || ' ') + 1), char(10), ' '), '  ', ' '), '  ', ' '), '  ', ' '), '  ', ' ')
    from sqlite_schema where type in ('index', 'trigger') and sql is not null and tbl_name like 'orderly!_%' escape '!'
