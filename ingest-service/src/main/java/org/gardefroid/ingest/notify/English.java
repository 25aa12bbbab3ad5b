package org.gardefroid.ingest.notify;

import java.time.Duration;
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
            case RAISED, WORSENED, RESUMED, ESCALATED ->
                badge(notice) + " " + where + ": " + EnglishCauses.of(notice).shortly() + " since "
                        + times.clock(notice.since());
            case CLEARED -> "Over " + where + ": " + EnglishCauses.of(notice).over();
            case CORRECTED -> "CORRECTION " + where + ": alert cancelled (" + EnglishCauses.of(notice).shortly() + ")";
        };
    }

    @Override
    public String badge(Notice notice) {
        return switch (notice.kind()) {
            case RAISED -> notice.isTechnical() ? "TECHNICAL" : notice.critical() ? "URGENT" : "ALERT";
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
            case RAISED -> EnglishCauses.of(notice).sentence();
            case WORSENED -> "The alert has become worse. " + EnglishCauses.of(notice).sentence();
            case RESUMED -> "The alert that you were told was over goes on. " + EnglishCauses.of(notice).sentence();
            case CLEARED -> EnglishCauses.of(notice).ended();
            case ESCALATED -> "Nobody has answered so far. "
                    + (notice.until().isPresent()
                            ? EnglishCauses.of(notice).ended()
                            : EnglishCauses.of(notice).sentence());
            case CORRECTED -> "Readings that arrived late show that the alert you were sent should not have been. It is"
                    + " cancelled.";
        };
    }

    @Override
    public List<String> toDo(Notice notice) {
        return switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> EnglishCauses.of(notice).steps();
            case CLEARED -> EnglishCauses.of(notice).afterwards();
            case CORRECTED -> List.of("Ask the pharmacist before you take back into use what was set apart.");
        };
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
