-- When a rota was last handed in, and by whom: whoever finds nobody on call at night wants to know whom to ask. Unknown for those
-- that were entered before. Costs nothing.
ALTER TABLE rota
    ADD COLUMN entered_at timestamptz,
    ADD COLUMN entered_by text, -- a person's name, or empty for the fleet file
    ADD COLUMN from_file text; -- the mark (md5) of the calendar that the fleet file gave last: it is read at each start, and what a
                               -- person has handed in since stays until it says something else
