-- What a pharmacist decides of a lot, signed with a password typed for this very decision; it is added to and never changed, so
-- that a later one stands beside what was decided before. A profile is signed by a new revision of it. Costs nothing.
CREATE TABLE lot_decision (
    id          bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT lot_decision_has_an_id PRIMARY KEY,
    lot         integer NOT NULL CONSTRAINT decision_is_of_a_lot REFERENCES lot,
    decided_at  timestamptz NOT NULL,
    decision    text NOT NULL CONSTRAINT a_decision_is_one_of_three CHECK (decision IN ('isolate', 'release', 'destroy')),
    reason      text NOT NULL CONSTRAINT a_decision_has_a_reason CHECK (reason <> ''),
    person      integer NOT NULL CONSTRAINT decision_is_a_persons REFERENCES person,
    signed_as   text NOT NULL  -- the name as it stood then
);
CREATE INDEX lot_decision_by_lot ON lot_decision (lot);
GRANT SELECT, INSERT ON lot_decision TO gardefroid_console;
GRANT SELECT ON lot_decision TO gardefroid_ingest, gardefroid_grafana;
