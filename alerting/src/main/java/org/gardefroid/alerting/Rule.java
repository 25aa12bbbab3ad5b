package org.gardefroid.alerting;

/** What an equipment is watched for. A rule is its numbers; each comes from a preset and may be edited. */
public sealed interface Rule permits TemperatureRule, ConditionRule {

    RuleName name();

    Severity severity();
}
