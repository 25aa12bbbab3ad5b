-- Countdowns of opened vials. What was started by mistake is voided and kept. Costs nothing.
CREATE TABLE dose_clock (
    id                bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT dose_clock_has_an_id PRIMARY KEY,
    equipment         integer NOT NULL CONSTRAINT dose_clock_runs_in_an_equipment REFERENCES equipment,
    vial              text NOT NULL,
    product           text NOT NULL,
    profile_revision  integer,
    step              text NOT NULL,
    started_at        timestamptz NOT NULL,
    deadline_at       timestamptz,  -- absent where the profile has no figure: set apart
    deadline_reason   text,
    expired_at        timestamptz,
    finished_at       timestamptz,
    voided_at         timestamptz,
    document          jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT a_clock_is_the_same_by_vial_step_and_start UNIQUE (vial, step, started_at)
);
CREATE INDEX dose_clock_running ON dose_clock (equipment, deadline_at)
    WHERE finished_at IS NULL AND voided_at IS NULL;
