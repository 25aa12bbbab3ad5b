-- A probe beside the equipment, where people work, tells how warm what is out on the table is. No rule judges it.
ALTER TABLE probe DROP CONSTRAINT probe_has_a_known_purpose,
    ADD CONSTRAINT a_probe_is_of_the_product_the_air_or_the_room CHECK (purpose IN ('product', 'air', 'ambient'));
