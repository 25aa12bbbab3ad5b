-- Late data may show that what was thought one excursion was two, or two one: then a fact moves to another alarm. Alarms that
-- come of facts say in their document what they are about, and are found by it. Quarantine is looked through for devices that
-- forked; it is small. Costs nothing.
GRANT UPDATE ON alarm_fact TO gardefroid_ingest;
