-- What happened at a device, with its date: doors, power, vials, clock, starts. "subject" and "became" serve charts; the whole
-- event is in the document. Costs nothing.
CREATE TABLE event (
    happened_at  timestamptz NOT NULL,
    source       bigint NOT NULL,
    device       integer NOT NULL,
    position     integer NOT NULL,  -- within its batch
    kind         text NOT NULL CONSTRAINT event_is_of_a_known_kind CHECK (kind IN ('door-moved', 'vials-turned',
                 'power-changed', 'vial-handled', 'clock-changed', 'agent-started', 'brief-adopted', 'batches-dropped')),
    subject      text,     -- the door or the vial
    became       boolean,  -- open, upright, on mains, trusted
    document     jsonb NOT NULL
);
CREATE INDEX event_by_device_and_time ON event (device, happened_at);
CREATE INDEX event_by_subject_and_time ON event (subject, happened_at) WHERE subject IS NOT NULL;
