/**
 * The account of a run, made from outside it: what the probes gave against what the database holds, and the alarms that
 * the true temperatures were due against those that were raised. It shares no code with the journal, the store or the rules.
 */
@NullMarked
package org.gardefroid.cli.account;

import org.jspecify.annotations.NullMarked;
