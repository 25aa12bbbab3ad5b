-- Lots as people handle them: who entered a lot and a placement, when a lot was thawed, why a placement ended, and the vials
-- that were given a label. A correction ends a row's "known" and adds another; nothing is overwritten. Costs nothing.
ALTER TABLE lot
    ADD COLUMN thawed_at   timestamptz,
    ADD COLUMN entered_at  timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN entered_by  text NOT NULL DEFAULT '';

ALTER TABLE lot_placement
    ADD COLUMN entered_by  text NOT NULL DEFAULT '',
    ADD COLUMN ended_for   text CONSTRAINT a_placement_ends_for_a_known_reason
                           CHECK (ended_for IN ('moved', 'used', 'returned', 'isolated', 'discarded'));
CREATE INDEX lot_placement_now ON lot_placement (equipment) WHERE upper_inf(during) AND upper_inf(known);

ALTER TABLE vial ADD COLUMN labelled_at timestamptz;
