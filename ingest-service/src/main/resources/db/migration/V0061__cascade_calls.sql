-- A step calls a person or whoever is on call by a rota, by one of four channels, always or only while the site is open or
-- closed; alarms of the watching itself have steps of their own. Whoever is called has a telephone, and an equipment has its
-- plan de repli, which stands in every message. Both tables are small.
ALTER TABLE cascade_step
    ALTER COLUMN person DROP NOT NULL,
    ADD COLUMN rota integer CONSTRAINT cascade_step_may_call_a_rota REFERENCES rota,
    ADD COLUMN hours text NOT NULL DEFAULT 'always' CONSTRAINT cascade_step_has_known_hours
        CHECK (hours IN ('always', 'open', 'closed')),
    ADD COLUMN category text NOT NULL DEFAULT 'cold-chain' CONSTRAINT cascade_step_is_of_a_known_category
        CHECK (category IN ('cold-chain', 'technical')),
    ADD CONSTRAINT a_step_calls_a_person_or_a_rota CHECK (num_nonnulls(person, rota) = 1),
    DROP CONSTRAINT cascade_step_has_a_known_channel,
    ADD CONSTRAINT cascade_step_has_a_known_channel CHECK (channel IN ('mail', 'sms', 'voice', 'webhook')),
    DROP CONSTRAINT a_person_is_told_once_a_step,
    ADD CONSTRAINT a_call_is_made_once_a_step
        UNIQUE NULLS NOT DISTINCT (site, equipment, category, step, person, rota, channel, hours);

ALTER TABLE person
    ADD COLUMN phone text CONSTRAINT a_phone_is_written_with_its_country CHECK (phone ~ '^[+][1-9][0-9]{6,14}$'),
    ADD COLUMN webhook text;
CREATE UNIQUE INDEX a_phone_is_one_persons ON person (phone) WHERE disabled_at IS NULL;

ALTER TABLE site ADD COLUMN opening_hours text NOT NULL DEFAULT '';

ALTER TABLE equipment
    ADD COLUMN fallback_fr text NOT NULL DEFAULT '',
    ADD COLUMN fallback_en text NOT NULL DEFAULT '';

-- By which a telephone answers: with a known number it says which alarm is meant. Rewrites the table once.
ALTER TABLE alarm ADD COLUMN code integer NOT NULL DEFAULT 1000 + floor(random() * 9000)::integer
    CONSTRAINT a_code_has_four_digits CHECK (code BETWEEN 1000 AND 9999);
