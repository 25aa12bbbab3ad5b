package org.gardefroid.alerting.evaluation;

/** A rule that cannot be read as it is written. */
public final class RuleTextException extends RuntimeException {

    /** What is wrong with it. */
    public enum Problem {
        FORM, NAME, CELSIUS, DURATION, TWICE
    }

    private final Problem problem;
    private final String rule;
    private final String value;

    RuleTextException(Problem problem, String rule, String value) {
        super(problem + " of " + rule + ": " + value);
        this.problem = problem;
        this.rule = rule;
        this.value = value;
    }

    public Problem problem() {
        return problem;
    }

    public String rule() {
        return rule;
    }

    /** The part of it that is wrong. */
    public String value() {
        return value;
    }
}
