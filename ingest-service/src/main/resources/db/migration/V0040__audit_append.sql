-- One way to add to the audit log, for every part of the program: the row's hash covers the one before it, and the lock gives
-- each row exactly one before it. audit_first_broken names the first row that does not fit, if any. Costs nothing.
CREATE FUNCTION audit_hash(previous bytea, at timestamptz, actor text, action text, subject text, document jsonb)
    RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(
        to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor, action, subject, document)::text, 'UTF8'))
$$;

CREATE FUNCTION audit_append(at timestamptz, actor text, action text, subject text, document jsonb) RETURNS void
    LANGUAGE plpgsql AS $$
DECLARE
    previous bytea;
BEGIN
    PERFORM pg_advisory_xact_lock(7201);
    SELECT a.hash INTO previous FROM audit a ORDER BY a.id DESC LIMIT 1;
    previous := coalesce(previous, sha256(''));
    INSERT INTO audit (at, actor, action, subject, document, previous_hash, hash)
    VALUES (audit_append.at, audit_append.actor, audit_append.action, audit_append.subject, audit_append.document, previous,
        audit_hash(previous, audit_append.at, audit_append.actor, audit_append.action, audit_append.subject,
            audit_append.document));
END $$;

CREATE FUNCTION audit_first_broken() RETURNS bigint LANGUAGE sql STABLE AS $$
    SELECT id FROM (
        SELECT id, previous_hash, hash, lag(hash, 1, sha256('')) OVER (ORDER BY id) AS before,
            audit_hash(previous_hash, at, actor, action, subject, document) AS due
        FROM audit) chain
    WHERE previous_hash <> before OR hash <> due ORDER BY id LIMIT 1
$$;

-- The first account needs a site to belong to.
GRANT INSERT ON site TO gardefroid_console;

-- What a board lists first: alarms that a person must still answer.
CREATE INDEX alarm_to_answer ON alarm (equipment)
    WHERE withdrawn_at IS NULL AND closed_at IS NULL AND (cleared_at IS NULL OR acknowledged_at IS NULL);
