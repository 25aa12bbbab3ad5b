-- Who is on call, and when. The calendar is kept as it was handed in; what it means until next year stands beside it as spans,
-- so that who is on call can be read off by a query, and a hole be found before it is one. Costs nothing.
CREATE TABLE rota (
    id              integer GENERATED ALWAYS AS IDENTITY CONSTRAINT rota_has_an_id PRIMARY KEY,
    site            integer NOT NULL CONSTRAINT rota_belongs_to_a_site REFERENCES site,
    name            text NOT NULL CONSTRAINT a_rota_name_is_its_own UNIQUE,
    calendar        text NOT NULL DEFAULT '',
    spread_until    timestamptz  -- up to when the calendar was written out
);

CREATE TABLE rota_duty (
    rota       integer NOT NULL CONSTRAINT duty_is_of_a_rota REFERENCES rota,
    person     integer NOT NULL CONSTRAINT duty_is_a_persons REFERENCES person,
    kind       text NOT NULL CONSTRAINT duty_is_of_a_known_kind CHECK (kind IN ('regular', 'holiday', 'replacement')),
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    event      text NOT NULL,  -- which entry of the calendar it comes of
    CONSTRAINT a_duty_ends_after_it_begins CHECK (starts_at < ends_at)
);
CREATE INDEX rota_duty_by_rota_and_time ON rota_duty (rota, starts_at);

GRANT SELECT ON rota, rota_duty TO gardefroid_ingest, gardefroid_console;
GRANT INSERT, UPDATE ON rota TO gardefroid_ingest, gardefroid_console;
GRANT INSERT, DELETE ON rota_duty TO gardefroid_ingest, gardefroid_console;
