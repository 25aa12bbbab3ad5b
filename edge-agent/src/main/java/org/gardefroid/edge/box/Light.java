package org.gardefroid.edge.box;

/** What the box shows, worst last. */
public enum Light {
    GOOD("bon", "good"),
    LOOK("à regarder", "look"),
    ACT("agir", "act"),
    /** Nobody judges: no brief, no temperature, or a rule that failed. Never to be taken for good. */
    UNWATCHED("non surveillé", "unwatched");

    private final String french;
    private final String english;

    Light(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
