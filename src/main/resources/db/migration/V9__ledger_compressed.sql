-- A body is JSON that repeats its names: compressed pages hold an event in less than half the bytes, and the exact bytes of
-- the body stay what they were. Rows are only ever added, so that pages are compressed once.
alter table ledger_event row_format = compressed key_block_size = 4;
