-- Until when a probe's calibration holds, that day included; absent where nobody has entered it. Costs nothing.
ALTER TABLE probe ADD COLUMN calibration_due date;
