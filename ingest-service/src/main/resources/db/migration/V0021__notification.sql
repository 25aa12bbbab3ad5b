-- One message about an alarm to one person. Written in the transaction that writes the alarm, sent after it, tried again until
-- the peer accepts: at least once, and with the same key, so that the reader's mail program can tell a repeat.
-- Costs nothing.
CREATE TABLE notification (
    id               bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT notification_has_an_id PRIMARY KEY,
    key              text NOT NULL CONSTRAINT a_notification_key_is_its_own UNIQUE,
    alarm            bigint NOT NULL CONSTRAINT notification_is_about_an_alarm REFERENCES alarm,
    recipient        integer NOT NULL CONSTRAINT notification_is_for_a_person REFERENCES person,
    address          text NOT NULL,
    channel          text NOT NULL CONSTRAINT notification_has_a_known_channel CHECK (channel IN ('mail')),
    language         text NOT NULL CONSTRAINT notification_is_in_french_or_english CHECK (language IN ('fr', 'en')),
    kind             text NOT NULL,  -- raised, escalated, cleared, corrected
    document         jsonb NOT NULL DEFAULT '{}',
    made_at          timestamptz NOT NULL,
    state            text NOT NULL DEFAULT 'pending' CONSTRAINT notification_is_in_a_known_state
                     CHECK (state IN ('pending', 'accepted', 'refused')),
    attempts         integer NOT NULL DEFAULT 0,
    next_attempt_at  timestamptz NOT NULL,
    last_attempt_at  timestamptz,
    accepted_at      timestamptz,
    peer_said        text
);
CREATE INDEX notification_due ON notification (next_attempt_at) WHERE state = 'pending';
CREATE INDEX notification_by_alarm ON notification (alarm);
