-- For how long an equipment keeps what is in it in range without power, as its maker says or it was measured here. Absent
-- where nobody has entered it: then a short one of our own is taken. Costs nothing.
ALTER TABLE equipment ADD COLUMN holdover_seconds integer
    CONSTRAINT an_equipment_stays_cold_for_some_time CHECK (holdover_seconds BETWEEN 1 AND 1209600);
