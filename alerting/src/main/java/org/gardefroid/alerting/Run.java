package org.gardefroid.alerting;

/** Where a rule stands with a probe, while something is out of range. */
record Run(RuleName rule, ExcursionState state) {}
