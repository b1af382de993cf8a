-- Seven readers follow the journal by id, each once a second or oftener. What is written since a BRIN index was last
-- summarised is read whole by each of them (26 s a reader while orders are loaded), and its map with every question; a
-- B-tree, written at its right end alone, answers at once. Writers go on meanwhile: each statement by itself, and each
-- may be said again after it was broken off.
set lock_timeout = 0;
drop index concurrently if exists history.entry_by_id;
create index concurrently entry_by_id on history.entry (id);
drop index concurrently if exists history.entry_id;
set lock_timeout = '1s';
