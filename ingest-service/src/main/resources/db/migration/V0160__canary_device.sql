-- The canary is a device of the service's own: it sends a reading each minute, as any device does, and the service looks for it
-- where a reading has to come to. No equipment holds its probe and no person sees it. A row of its own is written no more.
ALTER TABLE device DROP CONSTRAINT device_is_an_agent_or_foreign,
    ADD CONSTRAINT device_is_an_agent_foreign_or_a_canary CHECK (kind IN ('agent', 'foreign', 'canary'));
DROP TABLE canary;
