-- Pages of a project's and of a programme's entries, newest period first. EXPLAIN ANALYZE of a page of 200 after
-- (period_start, id) on MySQL 9.7, 500,000 entries of which 132,000 belong to the programme:
--   before  index lookup on ix_progress_entry_programme (programme_id, status, …), sort of 132,028 rows   155 ms
--   after   range scan on ix_progress_entry_of_programme, reverse, 201 rows                                 1 ms
-- The walk over ix_progress_entry_history for one indicator with 120,000 entries takes 1.6 ms at any depth; the plan that the
-- optimizer found by itself (units first, then a sort of all they have reported) took 371 ms. KeysetPlanTest counts the rows
-- on MariaDB 11.4 and MySQL 9.7. The index with the status in between is dropped: MariaDB preferred it and sorted, and a
-- review queue is a short walk over one programme's newest entries.
create index ix_progress_entry_of_project on progress_entry (project_id, period_start, id);
create index ix_progress_entry_of_programme on progress_entry (programme_id, period_start, id);
drop index ix_progress_entry_programme on progress_entry;
