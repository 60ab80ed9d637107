-- The rights that the application's user needs on Orderly's tables in MariaDB, and no more: replace orderly_app by its name.
-- The tables belong to another user, who created them; with their owner's rights the guards could be taken away.

grant select on orderly_schema to orderly_app;

grant select, insert on orderly_workflow to orderly_app;

grant select, insert on orderly_status to orderly_app;

grant select, insert on orderly_transition to orderly_app;

grant select, insert on orderly_item_status to orderly_app;

grant select, insert on orderly_item_transition to orderly_app;

grant select, insert on orderly_bound to orderly_app;

grant select, insert, update, delete on orderly_order to orderly_app;

-- the columns that an erasure empties; triggers let rows go only into the archive
grant select, insert, delete, update (actor_id, content, salt, erased) on orderly_history to orderly_app;

-- units move by rows that are added; triggers let them go only into the archive
grant select, insert, delete on orderly_moved_item to orderly_app;

grant select, insert, delete on orderly_attachment to orderly_app;

grant select, insert, delete on orderly_answer to orderly_app;

grant select, insert, update, delete on orderly_outbox to orderly_app;

-- to retire orders and to bring them back, which triggers watch; purging is for the owner
grant select, insert, delete on orderly_archived_order to orderly_app;

grant select, insert, delete on orderly_archived_entry to orderly_app;

grant select, insert, delete on orderly_archived_moved_item to orderly_app;

grant select, insert, delete on orderly_archived_attachment to orderly_app;

-- what the store compares with what it needs when it is opened
grant execute on function orderly_catalog to orderly_app;

-- a sweep adds the changes of counts up; each step adds to them, by triggers
grant select, insert, update on orderly_count to orderly_app;

grant select, insert, delete on orderly_count_change to orderly_app;
