-- Which probe hung in which equipment. Two times: "during", when it was true, and "known", when we believed so. A mistake is
-- corrected by ending what was known and adding a row, so that what was judged by the mistake can still be explained.
-- A probe is in one equipment at a time, as far as is known now. The range of a single probe stands where "=" would need
-- the extension btree_gist. Costs nothing.
CREATE TABLE probe_placement (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT probe_placement_has_an_id PRIMARY KEY,
    probe      integer NOT NULL CONSTRAINT placement_is_of_a_probe REFERENCES probe,
    equipment  integer NOT NULL CONSTRAINT probe_is_placed_in_an_equipment REFERENCES equipment,
    during     tstzrange NOT NULL CONSTRAINT a_probe_is_placed_for_some_time CHECK (NOT isempty(during)),
    known      tstzrange NOT NULL DEFAULT tstzrange(now(), NULL),
    CONSTRAINT a_probe_is_in_one_equipment_at_a_time
        EXCLUDE USING gist (int4range(probe, probe, '[]') WITH &&, during WITH &&) WHERE (upper_inf(known))
);
CREATE INDEX probe_placement_by_equipment ON probe_placement (equipment);
