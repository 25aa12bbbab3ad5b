-- What sends: one key, one certificate, one name. The shard divides the devices among instances of the service and stands
-- in the topic. A revoked device stays, for what it sent stays. Costs nothing.
CREATE TABLE device (
    id           integer GENERATED ALWAYS AS IDENTITY CONSTRAINT device_has_an_id PRIMARY KEY,
    site         integer NOT NULL CONSTRAINT device_belongs_to_a_site REFERENCES site,
    name         text NOT NULL CONSTRAINT a_device_name_is_its_own UNIQUE,
    shard        integer NOT NULL CONSTRAINT a_shard_is_not_negative CHECK (shard >= 0),
    kind         text NOT NULL DEFAULT 'agent' CONSTRAINT device_is_an_agent_or_foreign CHECK (kind IN ('agent', 'foreign')),
    enrolled_at  timestamptz NOT NULL DEFAULT now(),
    last_heard_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX device_by_shard ON device (shard);
