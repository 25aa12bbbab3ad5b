-- Where people work: a pharmacy, a centre, a relay. Everything else belongs to a site, so that a region can be one
-- installation later without a change of every table. Costs nothing.
CREATE TABLE site (
    id         integer GENERATED ALWAYS AS IDENTITY CONSTRAINT site_has_an_id PRIMARY KEY,
    name       text NOT NULL CONSTRAINT a_site_name_is_its_own UNIQUE,
    label_fr   text NOT NULL,
    label_en   text NOT NULL,
    time_zone  text NOT NULL DEFAULT 'Europe/Paris'
);
