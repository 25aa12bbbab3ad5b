-- How a device gets its certificate: an operator makes a code for it, the device asks once with the code and its key, an operator
-- looks at the key's fingerprint and says yes or no. Of the code and of the ticket, by which the device fetches the answer, only
-- hashes are kept. Costs nothing.
CREATE TABLE enrolment (
    id            bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT enrolment_has_an_id PRIMARY KEY,
    device        integer NOT NULL CONSTRAINT enrolment_is_of_a_device REFERENCES device,
    made_at       timestamptz NOT NULL,
    made_by       text NOT NULL,
    code_hash     bytea NOT NULL CONSTRAINT a_code_is_its_own UNIQUE,
    expires_at    timestamptz NOT NULL,
    requested_at  timestamptz,
    request       text,
    fingerprint   text,
    ticket_hash   bytea CONSTRAINT a_ticket_is_its_own UNIQUE,
    decided_at    timestamptz,
    decided_by    text,
    approved      boolean,
    CONSTRAINT a_request_is_whole CHECK (num_nulls(requested_at, request, fingerprint, ticket_hash) IN (0, 4)),
    CONSTRAINT a_decision_is_whole CHECK (num_nulls(decided_at, decided_by, approved) IN (0, 3)),
    CONSTRAINT only_what_was_asked_is_decided CHECK (decided_at IS NULL OR requested_at IS NOT NULL)
);
CREATE INDEX enrolment_by_device ON enrolment (device);

-- The certificates that the service signed. Several of a device may count at a time, for an old one counts until its end when
-- it has been renewed; all of them stop counting at once when the device is revoked.
CREATE TABLE device_certificate (
    serial       text CONSTRAINT a_certificate_has_a_serial PRIMARY KEY,
    device       integer NOT NULL CONSTRAINT certificate_is_of_a_device REFERENCES device,
    enrolment    bigint CONSTRAINT certificate_comes_of_an_enrolment REFERENCES enrolment,
    renews       text CONSTRAINT certificate_renews_another REFERENCES device_certificate,
    fingerprint  text NOT NULL,
    pem          text NOT NULL,
    issued_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    revoked_at   timestamptz,
    CONSTRAINT a_certificate_is_enrolled_or_renewed CHECK (num_nulls(enrolment, renews) = 1)
);
CREATE INDEX device_certificate_by_device ON device_certificate (device, ends_at);
-- A request that is sent again must not make another certificate.
CREATE UNIQUE INDEX a_key_is_certified_once ON device_certificate (device, fingerprint) WHERE revoked_at IS NULL;

GRANT SELECT, INSERT, UPDATE ON enrolment, device_certificate TO gardefroid_console;
GRANT SELECT ON device_certificate TO gardefroid_ingest;
