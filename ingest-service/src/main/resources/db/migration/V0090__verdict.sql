-- What is said of a lot where it is, and of each opened vial: one row as long as it stands, the next when something else is said.
-- "said" is what the two are compared by, so that figures may be brought up to date without making history; "document" is the
-- judgement as "gardefroid judge --json" writes it. Rows are few: a lot's verdict changes some times in its life. Costs nothing.
CREATE TABLE verdict (
    id                 bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT verdict_has_an_id PRIMARY KEY,
    site               integer NOT NULL CONSTRAINT verdict_belongs_to_a_site REFERENCES site,
    lot                integer CONSTRAINT verdict_may_be_of_a_lot REFERENCES lot,
    equipment          integer CONSTRAINT verdict_may_be_of_an_equipment REFERENCES equipment,
    vial               text,     -- absent where it is of the lot's doses in that equipment
    since              timestamptz NOT NULL,
    judged_at          timestamptz NOT NULL,
    until              timestamptz,  -- absent while it stands
    ruling             text NOT NULL CONSTRAINT a_verdict_is_one_of_three
                       CHECK (ruling IN ('usable', 'isolate', 'time-over')),
    said               text NOT NULL,
    product            text,
    profile_revision   integer,
    due_at             timestamptz,
    due_by             text,
    unobserved_seconds bigint NOT NULL,
    document           jsonb NOT NULL,
    CONSTRAINT a_verdict_is_of_a_lot_or_a_vial CHECK (lot IS NOT NULL OR vial IS NOT NULL)
);
CREATE UNIQUE INDEX one_verdict_stands ON verdict (lot, equipment, vial) NULLS NOT DISTINCT WHERE until IS NULL;
CREATE INDEX verdict_by_lot ON verdict (lot, since);
CREATE INDEX verdict_by_equipment ON verdict (equipment) WHERE until IS NULL;
GRANT SELECT, INSERT, UPDATE ON verdict TO gardefroid_ingest;
GRANT SELECT ON verdict TO gardefroid_console, gardefroid_grafana;
