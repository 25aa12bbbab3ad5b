-- Who did what. Each row holds the hash of the one before it, and rows can only be added, whatever the role: what is edited in
-- here shows. Costs nothing.
CREATE TABLE audit (
    id             bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT audit_has_an_id PRIMARY KEY,
    at             timestamptz NOT NULL,
    actor          text NOT NULL,
    action         text NOT NULL,
    subject        text NOT NULL,
    document       jsonb NOT NULL DEFAULT '{}',
    previous_hash  bytea NOT NULL,
    hash           bytea NOT NULL CONSTRAINT an_audit_hash_is_its_own UNIQUE
);

CREATE FUNCTION audit_is_only_added_to() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is only added to';
END $$;
CREATE TRIGGER audit_is_only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_only_added_to();
