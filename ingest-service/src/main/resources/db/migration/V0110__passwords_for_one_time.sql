-- A password that somebody else has seen is good for one thing: choosing another. Costs nothing.
ALTER TABLE person ADD COLUMN password_once boolean NOT NULL DEFAULT false;
