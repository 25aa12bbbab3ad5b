-- Facts, as the rules found them. The same under any order, repetition or restart, because subject, rule and beginning are
-- their identity: to judge again is to write the same row again. A fact that later data contradicts is withdrawn, not
-- deleted. Costs nothing.
CREATE TABLE excursion (
    id                    bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT excursion_has_an_id PRIMARY KEY,
    equipment             integer NOT NULL CONSTRAINT excursion_is_of_an_equipment REFERENCES equipment,
    subject               text NOT NULL,  -- the probe, or the equipment itself
    rule                  text NOT NULL,
    since                 timestamptz NOT NULL,
    confirmed_at          timestamptz NOT NULL,
    ended_at              timestamptz,
    worst_milli_celsius   integer,
    worst_at              timestamptz,
    unobserved_seconds    integer NOT NULL DEFAULT 0,
    certainty             text NOT NULL DEFAULT 'observed'
                          CONSTRAINT excursion_is_observed_or_possible CHECK (certainty IN ('observed', 'possible')),
    withdrawn_at          timestamptz,
    document              jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT an_excursion_is_the_same_by_subject_rule_and_beginning UNIQUE (subject, rule, since)
);
CREATE INDEX excursion_by_equipment_and_time ON excursion (equipment, since);
CREATE INDEX excursion_still_going_on ON excursion (equipment) WHERE ended_at IS NULL AND withdrawn_at IS NULL;
