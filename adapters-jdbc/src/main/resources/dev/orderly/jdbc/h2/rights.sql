-- The rights that the application's user needs on Orderly's tables in H2, and no more: replace orderly_app by its name.
-- The tables belong to another user, who created them; with their owner's rights the guards could be taken away.

grant select on orderly_schema to orderly_app;

grant select, insert on orderly_workflow, orderly_status, orderly_transition, orderly_item_status, orderly_item_transition,
    orderly_bound to orderly_app;

-- H2 has no rights on single columns: of the history, a trigger lets an update change what an erasure empties only
grant select, insert, update, delete on orderly_order, orderly_history to orderly_app;

-- units move by rows that are added; triggers let them go only into the archive
grant select, insert, delete on orderly_moved_item to orderly_app;

grant select, insert, delete on orderly_attachment to orderly_app;

-- a claim of old answers locks them, which needs the right to update them
grant select, insert, update, delete on orderly_answer, orderly_outbox to orderly_app;

-- to retire orders and to bring them back, which triggers watch; purging is for the owner
grant select, insert, delete on orderly_archived_order, orderly_archived_entry, orderly_archived_moved_item,
    orderly_archived_attachment to orderly_app;

-- a sweep adds the changes of counts up; each step adds to them, by triggers
grant select, insert, update on orderly_count to orderly_app;

grant select, insert, update, delete on orderly_count_change to orderly_app;
