-- When a device was heard is told by its journals ("last_received_at"), written in the transaction that stores; a second place
-- for it was never written. Costs nothing: a column is dropped from the catalogue alone.
ALTER TABLE device DROP COLUMN last_heard_at;
