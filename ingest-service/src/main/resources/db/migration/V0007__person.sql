-- Named people: who may see, acknowledge and decide, and who is told. No patient is ever in here. Costs nothing.
CREATE TABLE person (
    id             integer GENERATED ALWAYS AS IDENTITY CONSTRAINT person_has_an_id PRIMARY KEY,
    site           integer NOT NULL CONSTRAINT person_belongs_to_a_site REFERENCES site,
    name           text NOT NULL CONSTRAINT a_person_name_is_its_own UNIQUE,
    display_name   text NOT NULL,
    role           text NOT NULL CONSTRAINT person_has_a_known_role
                   CHECK (role IN ('nurse', 'pharmacist', 'doctor', 'inspector', 'operator')),
    language       text NOT NULL DEFAULT 'fr' CONSTRAINT person_reads_french_or_english CHECK (language IN ('fr', 'en')),
    email          text,
    password_hash  text,  -- Argon2id; without one, nobody can sign in by this name
    failed_logins  integer NOT NULL DEFAULT 0,
    locked_until   timestamptz,
    disabled_at    timestamptz
);

CREATE TABLE session (
    token_hash    bytea NOT NULL CONSTRAINT a_session_is_known_by_the_hash_of_its_token PRIMARY KEY,
    person        integer NOT NULL CONSTRAINT session_is_of_a_person REFERENCES person,
    csrf          text NOT NULL,
    created_at    timestamptz NOT NULL,
    last_seen_at  timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    revoked_at    timestamptz
);
CREATE INDEX session_by_person ON session (person);
