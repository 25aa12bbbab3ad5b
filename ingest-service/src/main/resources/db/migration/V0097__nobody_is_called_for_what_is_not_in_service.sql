-- Since when a round of a cascade has been held back because its equipment is not in service. Costs nothing.
ALTER TABLE cascade_run ADD COLUMN held_at timestamptz;
