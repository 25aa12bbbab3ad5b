-- Each attempt to send a message, with what the other side said, word for word. "Ambiguous" is one that may have arrived: it
-- is repeated under the same key. Costs nothing.
CREATE TABLE notification_attempt (
    notification  bigint NOT NULL CONSTRAINT attempt_is_of_a_notification REFERENCES notification,
    attempt       integer NOT NULL,
    at            timestamptz NOT NULL,
    outcome       text NOT NULL CONSTRAINT attempt_has_a_known_outcome
                  CHECK (outcome IN ('accepted', 'later', 'ambiguous', 'refused')),
    peer_said     text NOT NULL
);
CREATE INDEX notification_attempt_by_notification ON notification_attempt (notification);

ALTER TABLE notification
    DROP CONSTRAINT notification_has_a_known_channel,
    ADD CONSTRAINT notification_has_a_known_channel CHECK (channel IN ('mail', 'sms', 'voice', 'webhook'));

GRANT SELECT ON notification_attempt TO gardefroid_ingest, gardefroid_console;
GRANT INSERT ON notification_attempt TO gardefroid_ingest;
