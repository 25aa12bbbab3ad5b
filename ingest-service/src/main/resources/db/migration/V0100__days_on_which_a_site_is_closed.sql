-- Days on which a site is closed whatever its opening hours say, both included. Costs nothing.
CREATE TABLE site_closing (
    site       integer NOT NULL CONSTRAINT closing_is_of_a_site REFERENCES site,
    first_day  date NOT NULL,
    last_day   date NOT NULL,
    CONSTRAINT a_closing_is_entered_once PRIMARY KEY (site, first_day, last_day),
    CONSTRAINT a_closing_ends_after_it_begins CHECK (first_day <= last_day)
);

GRANT SELECT ON site_closing TO gardefroid_ingest, gardefroid_console, gardefroid_grafana;
GRANT INSERT, DELETE ON site_closing TO gardefroid_ingest;
