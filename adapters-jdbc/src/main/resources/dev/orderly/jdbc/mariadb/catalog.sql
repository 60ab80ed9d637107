-- What guards Orderly's tables in this database, one item a row, to be compared with catalog.txt when a store is opened.
select orderly_catalog() as item
