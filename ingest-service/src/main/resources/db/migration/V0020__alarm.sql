-- What a person must answer. It has an identity of its own and attaches to facts by overlap; its history is rows, never
-- edited. Raised, acknowledged, cleared and closed are four different things. A fact belongs to one alarm. Costs nothing.
CREATE TABLE alarm (
    id               bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT alarm_has_an_id PRIMARY KEY,
    site             integer NOT NULL CONSTRAINT alarm_belongs_to_a_site REFERENCES site,
    equipment        integer CONSTRAINT alarm_may_be_of_an_equipment REFERENCES equipment,
    device           integer CONSTRAINT alarm_may_be_of_a_device REFERENCES device,
    subject          text NOT NULL,
    rule             text NOT NULL,
    category         text NOT NULL CONSTRAINT alarm_is_of_a_known_category CHECK (category IN ('cold-chain', 'technical')),
    severity         text NOT NULL CONSTRAINT alarm_has_a_known_severity CHECK (severity IN ('warning', 'critical')),
    since            timestamptz NOT NULL,
    raised_at        timestamptz NOT NULL,
    acknowledged_at  timestamptz,
    acknowledged_by  integer CONSTRAINT alarm_is_acknowledged_by_a_person REFERENCES person,
    cleared_at       timestamptz,
    withdrawn_at     timestamptz,
    closed_at        timestamptz,
    closed_by        integer CONSTRAINT alarm_is_closed_by_a_person REFERENCES person,
    cause            text,
    action           text,
    document         jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX alarm_open ON alarm (subject, rule) WHERE cleared_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX alarm_by_equipment_and_time ON alarm (equipment, raised_at);

CREATE TABLE alarm_fact (
    alarm       bigint NOT NULL CONSTRAINT fact_belongs_to_an_alarm REFERENCES alarm,
    excursion   bigint CONSTRAINT an_excursion_belongs_to_one_alarm UNIQUE REFERENCES excursion,
    dose_clock  bigint REFERENCES dose_clock,
    CONSTRAINT an_excursion_or_a_dose_clock CHECK (num_nonnulls(excursion, dose_clock) = 1),
    CONSTRAINT a_dose_clock_is_attached_once UNIQUE (alarm, dose_clock)
);
CREATE INDEX alarm_fact_by_dose_clock ON alarm_fact (dose_clock);

CREATE TABLE alarm_history (
    id        bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT alarm_history_has_an_id PRIMARY KEY,
    alarm     bigint NOT NULL CONSTRAINT history_is_of_an_alarm REFERENCES alarm,
    at        timestamptz NOT NULL,
    what      text NOT NULL,
    person    integer CONSTRAINT history_may_name_a_person REFERENCES person,
    comment   text,
    document  jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX alarm_history_by_alarm ON alarm_history (alarm, at);
