-- Who is told of what, in which order, after which wait. Rows and not settings, so that the cascade survives a restart and
-- shows in the audit who changed it. A step without equipment is for the whole site. Costs nothing.
CREATE TABLE cascade_step (
    id         integer GENERATED ALWAYS AS IDENTITY CONSTRAINT cascade_step_has_an_id PRIMARY KEY,
    site       integer NOT NULL CONSTRAINT cascade_step_belongs_to_a_site REFERENCES site,
    equipment  integer CONSTRAINT cascade_step_may_be_of_an_equipment REFERENCES equipment,
    step       integer NOT NULL CONSTRAINT steps_count_from_one CHECK (step >= 1),
    person     integer NOT NULL CONSTRAINT cascade_step_tells_a_person REFERENCES person,
    channel    text NOT NULL DEFAULT 'mail' CONSTRAINT cascade_step_has_a_known_channel CHECK (channel IN ('mail')),
    wait_seconds integer NOT NULL DEFAULT 0 CONSTRAINT a_wait_is_not_negative CHECK (wait_seconds >= 0),
    CONSTRAINT a_person_is_told_once_a_step UNIQUE NULLS NOT DISTINCT (site, equipment, step, person, channel)
);
