-- How far judging has come, its states now and then, and who holds a shard. What is judged is apart from the guard, so that
-- judging never waits for storing. A checkpoint can be lost: it is made again from the record. Costs nothing.
CREATE TABLE judged (
    device   integer NOT NULL CONSTRAINT judged_is_of_a_device REFERENCES device,
    journal  uuid NOT NULL,
    numbers  int8multirange NOT NULL DEFAULT '{}',
    CONSTRAINT one_row_of_progress_for_each_journal PRIMARY KEY (device, journal)
) WITH (fillfactor = 50);

CREATE TABLE fold_checkpoint (
    equipment  integer NOT NULL CONSTRAINT checkpoint_is_of_an_equipment REFERENCES equipment,
    at         timestamptz NOT NULL,
    codec      integer NOT NULL,
    state      bytea NOT NULL,
    CONSTRAINT one_checkpoint_for_each_moment PRIMARY KEY (equipment, at)
);

CREATE TABLE shard_lease (
    shard   integer NOT NULL CONSTRAINT one_lease_for_each_shard PRIMARY KEY,
    holder  text NOT NULL,
    epoch   bigint NOT NULL,  -- grows with each change of holder; who stores checks it in the same transaction
    until   timestamptz NOT NULL
);
