-- What a box needs to judge the doses of a lot that are in it: how they came there, and what was seen of them elsewhere. Written by the
-- judging of goods whenever it is another, read into the box's brief. "ways" are documents as WIRE.md tells them, one for each way that
-- the doses may have come. A row for each lot and equipment where it ever was while this is kept. Costs nothing.
CREATE TABLE lot_way (
    lot       integer NOT NULL CONSTRAINT a_way_is_a_lots REFERENCES lot,
    equipment integer NOT NULL CONSTRAINT a_way_leads_to_an_equipment REFERENCES equipment,
    written_at timestamptz NOT NULL DEFAULT now(),
    ways      text[] NOT NULL,
    CONSTRAINT one_row_for_a_lot_in_an_equipment PRIMARY KEY (lot, equipment)
);
GRANT SELECT, INSERT, UPDATE ON lot_way TO gardefroid_ingest;
GRANT SELECT ON lot_way TO gardefroid_console;
