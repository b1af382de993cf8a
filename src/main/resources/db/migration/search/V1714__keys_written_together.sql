-- A text has some hundred keys, and each was put in its place by itself: five milliseconds and 150 KB of log a text. Now
-- the keys of some thirty texts wait together and are put in their places in one go, which is also found by a search
-- meanwhile: what waits is read whole, and is kept as small as 256 KB for that. Both statements touch no row.
alter index search.thing_a_words set (fastupdate = on, gin_pending_list_limit = 256);
alter index search.thing_b_words set (fastupdate = on, gin_pending_list_limit = 256);

-- statistics work out the keys of thirty thousand texts: not for each tenth more, but for each half
alter table search.thing_a set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 5000);
alter table search.thing_b set (autovacuum_analyze_scale_factor = 0.5, autovacuum_analyze_threshold = 5000);
