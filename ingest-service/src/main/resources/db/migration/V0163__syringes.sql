-- Syringes that were filled from a vial are judged by themselves: a countdown names the vial that its syringe was filled from. What
-- people have put into another equipment, a vial or a syringe by its name, as the box there would have told it. Costs nothing.
ALTER TABLE dose_clock ADD COLUMN drawn_from text;
CREATE TABLE vial_move (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT vial_move_has_an_id PRIMARY KEY,
    vial       text NOT NULL,
    equipment  integer NOT NULL CONSTRAINT a_vial_goes_into_an_equipment REFERENCES equipment,
    moved_at   timestamptz NOT NULL,
    entered_at timestamptz NOT NULL,
    entered_by text NOT NULL
);
CREATE INDEX vial_move_by_vial ON vial_move (vial);
CREATE INDEX vial_move_by_entry ON vial_move (entered_at);
GRANT SELECT ON vial_move TO gardefroid_ingest;
GRANT SELECT, INSERT ON vial_move TO gardefroid_console;
