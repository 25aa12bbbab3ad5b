-- What keeps vaccines cold, and by which settings it is watched. Settings are never overwritten: a new revision is added,
-- so that a judgement of last month can be explained by what was in force then. Costs nothing.
CREATE TABLE equipment (
    id        integer GENERATED ALWAYS AS IDENTITY CONSTRAINT equipment_has_an_id PRIMARY KEY,
    site      integer NOT NULL CONSTRAINT equipment_belongs_to_a_site REFERENCES site,
    name      text NOT NULL CONSTRAINT an_equipment_name_is_its_own UNIQUE,
    label_fr  text NOT NULL,
    label_en  text NOT NULL,
    kind      text NOT NULL CONSTRAINT equipment_is_of_a_known_kind
              CHECK (kind IN ('cool-box', 'refrigerator', 'freezer', 'cold-room')),
    state     text NOT NULL DEFAULT 'in-service' CONSTRAINT equipment_is_in_a_known_state
              CHECK (state IN ('in-service', 'empty', 'defrosting', 'being-prepared'))
);

CREATE TABLE equipment_setting (
    equipment  integer NOT NULL CONSTRAINT setting_is_of_an_equipment REFERENCES equipment,
    revision   integer NOT NULL CONSTRAINT a_revision_counts_from_one CHECK (revision >= 1),
    since      timestamptz NOT NULL,
    preset     text NOT NULL,
    settings   jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT a_revision_is_written_once PRIMARY KEY (equipment, revision)
);
