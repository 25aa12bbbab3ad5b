package org.gardefroid.system.protocol;

/** Mistakes that somebody could make in one of the programs: a simulation that does not find them checks nothing. */
enum Plant {
    NONE,
    /** The service sends the receipt when a batch arrives. */
    RECEIPT_BEFORE_COMMIT,
    /** A receipt names all up to the greatest number, holes and all. */
    FORGOTTEN_HOLE,
    /** The journal's id comes from what is on the card, so that a restored card makes the same one again. */
    NUMBER_USED_TWICE,
    /** The agent takes any receipt for the answer to its question. */
    STALE_RECEIPT_BELIEVED,
    /** The agent takes it for delivered when the link has taken it. */
    PUBACK_BELIEVED,
    /** The agent never asks, so that it never hears of a database restored from a backup. */
    NOBODY_ASKS,
    /** The agent deletes what is delivered. */
    DELIVERED_DELETED_AT_ONCE,
    /** The service's rows are not compared with what arrives. */
    NO_GUARD,
    /** An instance keeps the rows in memory, and no fence stops it when its lease is another's. */
    ROWS_REMEMBERED_WITHOUT_A_FENCE,
    /** What has no date is dated by whichever clock came last. */
    DATED_BY_ANY_CLOCK,
    /** Samples that wait for their batch are taken from the card again at the next start. */
    UNSEALED_RECORDS_KEPT,
    /** The service does not keep what was declared as given up. */
    DECLARATION_FORGOTTEN,
    /** What is in quarantine is not told in the receipt. */
    REJECTED_IN_SILENCE
}
