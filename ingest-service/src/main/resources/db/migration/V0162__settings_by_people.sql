-- Who set an equipment's rules, and why. Nobody is the fleet file: what it says counts when it says something else than it did, and what a
-- person has set since stays until then. Costs nothing.
ALTER TABLE equipment_setting ADD COLUMN entered_by text, ADD COLUMN reason text,
    ADD CONSTRAINT whoever_sets_says_why CHECK (num_nulls(entered_by, reason) IN (0, 2));
