-- Products as their profiles tell, lots, and where the lots were when (two times, as for probes). A profile that no pharmacist
-- has signed has no "validated_by", and what it judges is set apart. An opening exposure that is absent is unknown, and not
-- zero. Costs nothing.
CREATE TABLE product_profile (
    id            integer GENERATED ALWAYS AS IDENTITY CONSTRAINT product_profile_has_an_id PRIMARY KEY,
    product       text NOT NULL,
    revision      integer NOT NULL CONSTRAINT a_profile_revision_counts_from_one CHECK (revision >= 1),
    document      jsonb NOT NULL,
    source        text NOT NULL,
    validated_by  text,
    validated_at  timestamptz,
    CONSTRAINT a_profile_revision_is_written_once UNIQUE (product, revision),
    CONSTRAINT a_signature_has_a_name_and_a_date CHECK (num_nonnulls(validated_by, validated_at) <> 1)
);

CREATE TABLE lot (
    id                integer GENERATED ALWAYS AS IDENTITY CONSTRAINT lot_has_an_id PRIMARY KEY,
    site              integer NOT NULL CONSTRAINT lot_belongs_to_a_site REFERENCES site,
    product           text NOT NULL,
    gtin              text,
    number            text NOT NULL,
    expires_on        date NOT NULL,
    opening_exposure  jsonb,
    CONSTRAINT a_lot_is_entered_once_a_site UNIQUE NULLS NOT DISTINCT (site, product, gtin, number)
);

CREATE TABLE lot_placement (
    id         bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT lot_placement_has_an_id PRIMARY KEY,
    lot        integer NOT NULL CONSTRAINT placement_is_of_a_lot REFERENCES lot,
    equipment  integer NOT NULL CONSTRAINT lot_is_placed_in_an_equipment REFERENCES equipment,
    doses      integer CONSTRAINT doses_are_not_negative CHECK (doses >= 0),
    during     tstzrange NOT NULL CONSTRAINT a_lot_is_placed_for_some_time CHECK (NOT isempty(during)),
    known      tstzrange NOT NULL DEFAULT tstzrange(now(), NULL)
);
CREATE INDEX lot_placement_by_equipment ON lot_placement (equipment);
CREATE INDEX lot_placement_by_lot ON lot_placement (lot);

CREATE TABLE vial (
    id       integer GENERATED ALWAYS AS IDENTITY CONSTRAINT vial_has_an_id PRIMARY KEY,
    name     text NOT NULL CONSTRAINT a_vial_name_is_its_own UNIQUE,
    product  text NOT NULL,
    lot      integer CONSTRAINT vial_may_be_of_a_lot REFERENCES lot
);
