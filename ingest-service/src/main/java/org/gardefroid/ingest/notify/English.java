package org.gardefroid.ingest.notify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gardefroid.alerting.Bound;

/** What a message says, in English. */
final class English implements Words {

    @Override
    public Locale locale() {
        return Locale.UK;
    }

    @Override
    public String label(Notice notice) {
        return notice.labelEn();
    }

    @Override
    public String subject(Notice notice, Times times) {
        String where = notice.labelEn();
        return switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> badge(notice) + " " + where + ": " + what(notice) + " since "
                    + times.clock(notice.since());
            case CLEARED -> "Over " + where + ": " + over(notice);
            case CORRECTED -> "CORRECTION " + where + ": alert cancelled (" + what(notice) + ")";
        };
    }

    private String what(Notice notice) {
        String worst = notice.worst().map(seen -> ", " + temperature(seen.milliCelsius())).orElse("");
        return switch (notice.cause()) {
            case TOO_WARM -> (notice.possible() ? "perhaps too warm" : "too warm") + worst;
            case TOO_COLD -> (notice.possible() ? "perhaps too cold" : "too cold") + worst;
            case TOO_WARM_CUMULATIVE -> "too warm for too long in all" + worst;
            case TOO_COLD_CUMULATIVE -> "too cold for too long in all" + worst;
            case DOOR_LEFT_OPEN -> "door open";
            case DOSE_TIME_OVER -> "vial " + notice.thing().orElse("") + ", time over";
            case SILENT -> "not heard";
            case UNOBSERVED -> "not measured";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.english(notice.cause()).shortly();
            case WATCHING -> TroubleText.english(notice).shortly();
        };
    }

    private static String over(Notice notice) {
        return switch (notice.cause()) {
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE -> "temperature back in range";
            case DOOR_LEFT_OPEN -> "door closed";
            case DOSE_TIME_OVER -> "vial " + notice.thing().orElse("") + " finished";
            case SILENT -> "heard again";
            case UNOBSERVED -> "measured again";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.english(notice.cause()).over();
            case WATCHING -> TroubleText.english(notice).over();
        };
    }

    @Override
    public String badge(Notice notice) {
        return switch (notice.kind()) {
            case RAISED -> notice.cause().isTechnical() ? "TECHNICAL" : notice.critical() ? "URGENT" : "ALERT";
            case WORSENED -> "WORSE";
            case RESUMED -> "GOES ON";
            case CLEARED -> "OVER";
            case CORRECTED -> "CORRECTION";
            case ESCALATED -> "NO ANSWER YET";
        };
    }

    @Override
    public String happened(Notice notice) {
        return switch (notice.kind()) {
            case RAISED -> begun(notice);
            case WORSENED -> "The alert has become worse. " + begun(notice);
            case RESUMED -> "The alert that you were told was over goes on. " + begun(notice);
            case CLEARED -> ended(notice);
            case ESCALATED -> "Nobody has answered so far. "
                    + (notice.until().isPresent() ? ended(notice) : begun(notice));
            case CORRECTED -> "Readings that arrived late show that the alert you were sent should not have been. It is"
                    + " cancelled.";
        };
    }

    private static String begun(Notice notice) {
        return switch (notice.cause()) {
            case TOO_WARM -> notice.possible()
                    ? "The temperature may have been too high: part of the time was not observed."
                    : "The temperature is too high.";
            case TOO_COLD -> notice.possible()
                    ? "The temperature may have been too low: part of the time was not observed."
                    : "The temperature is too low.";
            case TOO_WARM_CUMULATIVE -> "In all, the temperature has been too high for longer than allowed.";
            case TOO_COLD_CUMULATIVE -> "In all, the temperature has been too low for longer than allowed.";
            case DOOR_LEFT_OPEN -> "The door or lid has been open for too long.";
            case DOSE_TIME_OVER -> "The in-use time of vial " + notice.thing().orElse("") + " is over.";
            case SILENT -> "Nothing is heard of the equipment any more: nobody sees its temperature.";
            case UNOBSERVED -> "The probe gives no readings any more.";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.english(notice.cause()).sentence();
            case WATCHING -> TroubleText.english(notice).sentence();
        };
    }

    private static String ended(Notice notice) {
        return switch (notice.cause()) {
            case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE ->
                "The temperature is back in range. What was out of it is still to be assessed.";
            case DOOR_LEFT_OPEN -> "The door or lid is closed.";
            case DOSE_TIME_OVER -> "Vial " + notice.thing().orElse("") + " is recorded as finished.";
            case SILENT -> "The equipment is heard again. The readings it kept meanwhile are coming in.";
            case UNOBSERVED -> "The probe measures again.";
            case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT, PROBE_STUCK,
                    PROBES_DISAGREE ->
                LastingText.english(notice.cause()).ended();
            case WATCHING -> TroubleText.english(notice).over();
        };
    }

    @Override
    public List<String> toDo(Notice notice) {
        List<String> steps = new ArrayList<>();
        switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> {
                switch (notice.cause()) {
                    case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE -> {
                        steps.add(
                                "Set the vials apart between 2 and 8\u00a0°C, marked “à isoler, ne pas utiliser” (isolate, do"
                                        + " not use). Throw nothing away.");
                        steps.add("Call the pharmacist.");
                        steps.add("Check the door, the power and the ice packs.");
                    }
                    case DOOR_LEFT_OPEN -> {
                        steps.add("Close the door or lid.");
                        steps.add("Look at the temperature; if it leaves its range, call the pharmacist.");
                    }
                    case DOSE_TIME_OVER -> {
                        steps.add("Draw up and inject no more: set the vial and its syringes apart, “à isoler, ne pas"
                                + " utiliser” (isolate, do not use).");
                        steps.add("Call the pharmacist if a dose was given after the time.");
                    }
                    case SILENT, UNOBSERVED -> {
                        steps.add("Go and read the temperature on the spot.");
                        steps.add("Check the box's power and network.");
                    }
                    case DOOR_OPENED_OFTEN, CHANGING_FAST, BREACH_AHEAD, NOT_UPRIGHT, MAINS_OFF, PROBE_FAULT,
                            PROBE_STUCK, PROBES_DISAGREE ->
                        steps.addAll(LastingText.english(notice.cause()).steps());
                    case WATCHING -> steps.addAll(TroubleText.english(notice).steps());
                }
            }
            case CLEARED -> {
                switch (notice.cause()) {
                    case TOO_WARM, TOO_COLD, TOO_WARM_CUMULATIVE, TOO_COLD_CUMULATIVE ->
                        steps.add("Leave the vials apart, “à isoler, ne pas utiliser” (isolate, do"
                                + " not use), until the pharmacist has decided.");
                    case DOOR_LEFT_OPEN, DOSE_TIME_OVER, SILENT, UNOBSERVED, WATCHING, DOOR_OPENED_OFTEN, CHANGING_FAST,
                            BREACH_AHEAD, NOT_UPRIGHT,
                            MAINS_OFF, PROBE_FAULT, PROBE_STUCK, PROBES_DISAGREE ->
                        {
                        }
                }
            }
            case CORRECTED -> steps.add("Ask the pharmacist before you take back into use what was set apart.");
        }
        return steps;
    }

    @Override
    public String bound(Bound bound) {
        String limit = temperature(bound.limit().milliCelsius());
        return switch (bound) {
            case Bound.Above above -> "at most " + limit;
            case Bound.AtOrAbove atOrAbove -> "less than " + limit;
            case Bound.Below below -> "at least " + limit;
            case Bound.AtOrBelow atOrBelow -> "more than " + limit;
        };
    }

    @Override
    public String unobserved(Duration unobserved) {
        return Math.max(1, unobserved.toMinutes()) + " min without a reading, neither good nor bad";
    }

    @Override
    public String since() {
        return "Since";
    }

    @Override
    public String until() {
        return "Until";
    }

    @Override
    public String limit() {
        return "Allowed";
    }

    @Override
    public String worst() {
        return "At worst";
    }

    @Override
    public String current() {
        return "Last";
    }

    @Override
    public String notObserved() {
        return "Not observed";
    }

    @Override
    public String now() {
        return "To do now";
    }

    @Override
    public String open() {
        return "See the alarm and answer";
    }

    @Override
    public String opensOnly() {
        return "Opening the page acknowledges nothing: press “I am on it” there.";
    }

    @Override
    public String automatic() {
        return "Automatic message of Gardefroid. Times are those of the site.";
    }

    @Override
    public String fallback(Notice notice) {
        return notice.fallbackEn();
    }

    @Override
    public String fallbackTitle() {
        return "Fallback";
    }

    @Override
    public String answerByText(int code) {
        return "Reply OK " + code;
    }

    @Override
    public String answerByKey() {
        return "Press 1 to say that you are on it.";
    }
}
