-- How far telling of an alarm has come: a round for each time it was raised or grew worse, and in it a row for each step that
-- was done, written with its messages in one transaction. What is due follows from these rows and the time. Costs nothing.
CREATE TABLE cascade_run (
    alarm     bigint NOT NULL CONSTRAINT run_is_of_an_alarm REFERENCES alarm,
    round     integer NOT NULL,
    begun_at  timestamptz NOT NULL,
    document  jsonb NOT NULL,  -- what was told first
    next_at   timestamptz,  -- when to look again; empty: nothing is due unless the alarm changes
    CONSTRAINT a_round_is_begun_once PRIMARY KEY (alarm, round)
);
CREATE INDEX cascade_run_due ON cascade_run (next_at) WHERE next_at IS NOT NULL;

CREATE TABLE cascade_telling (
    alarm    bigint NOT NULL,
    round    integer NOT NULL,
    telling  integer NOT NULL CONSTRAINT tellings_count_from_one CHECK (telling >= 1),
    step     integer NOT NULL,
    at       timestamptz NOT NULL,
    reached  integer NOT NULL,  -- how many messages were written
    CONSTRAINT a_telling_is_done_once PRIMARY KEY (alarm, round, telling),
    CONSTRAINT telling_is_of_a_run FOREIGN KEY (alarm, round) REFERENCES cascade_run
);

-- Quiet for a while, asked for by a person with a reason. It ends by itself, and an alarm that grows worse ends it.
CREATE TABLE alarm_snooze (
    alarm   bigint NOT NULL CONSTRAINT snooze_is_of_an_alarm REFERENCES alarm,
    at      timestamptz NOT NULL,
    until   timestamptz NOT NULL,
    person  integer NOT NULL CONSTRAINT snooze_is_a_persons REFERENCES person,
    reason  text NOT NULL CONSTRAINT a_snooze_has_a_reason CHECK (reason <> ''),
    CONSTRAINT a_snooze_lasts_half_an_hour_at_most CHECK (until > at AND until <= at + interval '30 minutes')
);
CREATE INDEX alarm_snooze_by_alarm ON alarm_snooze (alarm);

GRANT SELECT ON cascade_run, cascade_telling, alarm_snooze TO gardefroid_ingest, gardefroid_console, gardefroid_grafana;
GRANT INSERT, UPDATE ON cascade_run TO gardefroid_ingest;
GRANT INSERT ON cascade_telling TO gardefroid_ingest;
GRANT INSERT ON alarm_snooze TO gardefroid_console;
