-- Sensing tips and door contacts. A probe keeps its name wherever it hangs; where it hung when is the next change.
-- The id is an integer because it stands in every reading. Costs nothing.
CREATE TABLE probe (
    id       integer GENERATED ALWAYS AS IDENTITY CONSTRAINT probe_has_an_id PRIMARY KEY,
    device   integer NOT NULL CONSTRAINT probe_is_read_by_a_device REFERENCES device,
    name     text NOT NULL CONSTRAINT a_probe_name_is_its_own UNIQUE,
    purpose  text NOT NULL CONSTRAINT probe_has_a_known_purpose CHECK (purpose IN ('product', 'air'))
);
CREATE INDEX probe_by_device ON probe (device);

CREATE TABLE door (
    id         integer GENERATED ALWAYS AS IDENTITY CONSTRAINT door_has_an_id PRIMARY KEY,
    device     integer NOT NULL CONSTRAINT door_is_watched_by_a_device REFERENCES device,
    equipment  integer NOT NULL CONSTRAINT door_is_of_an_equipment REFERENCES equipment,
    name       text NOT NULL CONSTRAINT a_door_name_is_its_own UNIQUE
);
CREATE INDEX door_by_device ON door (device);
