-- Doses that were kept frozen and were taken to thaw: since when, as somebody recorded it of where they are. Costs nothing.
ALTER TABLE lot_placement ADD COLUMN thawed_at timestamptz;
