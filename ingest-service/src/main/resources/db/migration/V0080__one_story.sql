-- One cause, one story: an alarm that another one at the same equipment explains (the door stood open, then it grew warm) is
-- part of that one, and is not told by itself as long as that is open. The canary is a row that the service writes and the
-- console reads before a sign of life goes outside. Costs nothing.
ALTER TABLE alarm ADD COLUMN part_of bigint CONSTRAINT alarm_may_be_part_of_another REFERENCES alarm
    CONSTRAINT an_alarm_is_not_part_of_itself CHECK (part_of <> id);
CREATE INDEX alarm_by_story ON alarm (part_of) WHERE part_of IS NOT NULL;

CREATE TABLE canary (
    id  integer NOT NULL DEFAULT 1 CONSTRAINT there_is_one_canary PRIMARY KEY CHECK (id = 1),
    at  timestamptz NOT NULL
);
GRANT SELECT ON canary TO gardefroid_ingest, gardefroid_console;
GRANT INSERT, UPDATE ON canary TO gardefroid_ingest;
