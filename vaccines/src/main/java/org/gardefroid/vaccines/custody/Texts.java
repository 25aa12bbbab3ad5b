package org.gardefroid.vaccines.custody;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.gardefroid.telemetry.Temperature;
import org.gardefroid.vaccines.Budget;
import org.gardefroid.vaccines.TemperatureBand;
import org.gardefroid.vaccines.custody.Arrival.Spent;

/** Verdicts and their grounds in words that a nurse and an inspector both understand, in French and in English. */
public final class Texts {

    private static final Control AS_ASKED = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private static final String BUDGET = "budget:";
    private static final String MISSING_BUDGET = "budget-";

    private final Locale language;
    private final ResourceBundle bundle;
    private final DateTimeFormatter time;

    /** @param zone in which times are told */
    public Texts(Locale language, ZoneId zone) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle("org.gardefroid.vaccines.custody.Texts", language, AS_ASKED);
        this.time = DateTimeFormatter.ofPattern(bundle.getString("time"), language).withZone(zone);
    }

    public Locale language() {
        return language;
    }

    public String time(Instant at) {
        return time.format(at);
    }

    public String verdict(Ruling ruling) {
        return bundle.getString("verdict." + ruling.code());
    }

    public String ground(Ground ground) {
        return say("ground." + ground.code().code(), ground.values().toArray());
    }

    /** @param budgets that the deadline may be of */
    public String deadline(Due due, Collection<Budget> budgets) {
        Optional<Budget> of = budgets.stream().filter(budget -> due.by().equals(BUDGET + budget.name())).findFirst();
        return deadline(due, of.map(this::budget));
    }

    /** @param budget how the budget that the deadline is of is called */
    public String deadline(Due due, Optional<String> budget) {
        return say("deadline", due.at(), budget.<Object>map(named -> say("word.budget", named)).orElse(due.by()));
    }

    /** How a person calls it. */
    public String budget(Budget budget) {
        return budget.title().map(title -> language.equals(Locale.FRENCH) ? title.fr() : title.en())
                .orElseGet(() -> usual(budget.name()));
    }

    /** How a budget of that name is called where its profile does not say it. */
    private String usual(String name) {
        return bundle.containsKey("budget." + name) ? bundle.getString("budget." + name) : name;
    }

    public String place(Place place) {
        return switch (place) {
            case Place.Inside(PlaceId equipment) -> say("place.inside", equipment.name());
            case Place.OnTheTable onTheTable -> say("place.table");
            case Place.Elsewhere elsewhere -> say("place.elsewhere");
        };
    }

    /** A sentence of the bundle. */
    public String say(String key, Object... values) {
        Object[] shown = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            shown[i] = shown(values[i]);
        }
        return String.format(language, bundle.getString(key), shown);
    }

    private Object shown(Object value) {
        return switch (value) {
            case Temperature temperature -> decimal(Figures.celsius(temperature)) + " °C";
            case Spent spent -> spent(spent);
            case Allowed allowed -> allowed.kept().isEmpty()
                    ? "-"
                    : String.join(", ", allowed.kept().stream().map(this::band).toList());
            case Duration duration -> duration(duration);
            case Instant instant -> time.format(instant);
            case String text when bundle.containsKey("word." + text) -> bundle.getString("word." + text);
            case BudgetName(Budget budget) -> budget(budget);
            case String text when text.startsWith(BUDGET) -> say("word.budget", usual(text.substring(BUDGET.length())));
            case String text when text.startsWith(MISSING_BUDGET) ->
                say("word.budget", usual(text.substring(MISSING_BUDGET.length())));
            default -> value;
        };
    }

    private String band(TemperatureBand band) {
        return decimal(Figures.celsius(band.lowest())) + "…" + decimal(Figures.celsius(band.highest())) + " °C";
    }

    /** A band's ends are told in tenths: which of two bands 8.0 °C itself belongs to is not said here. */
    private String spent(Spent spent) {
        Object longest = spent.time().most();
        Object coldest = tenths(spent.seen().coldest());
        Object warmest = tenths(spent.seen().warmest());
        if (spent.seen().coldest().milliCelsius() == Temperature.LOWEST_MILLI_CELSIUS) {
            return say("spent.below", longest, warmest);
        }
        return spent.seen().warmest().milliCelsius() == Temperature.HIGHEST_MILLI_CELSIUS
                ? say("spent.above", longest, coldest)
                : say("spent.between", longest, coldest, warmest);
    }

    private static Temperature tenths(Temperature temperature) {
        return Temperature.ofCelsius(Math.round(temperature.celsius() * 10) / 10.0);
    }

    private String decimal(String number) {
        return language.equals(Locale.FRENCH) ? number.replace('.', ',') : number;
    }

    /** From where to where, as {@code 8…15 °C}. */
    public String band(Band band) {
        String name = band.name().replace("<=", "≤ ").replace(">", "> ").replace("..", "…");
        return decimal(name) + " °C";
    }

    public String duration(Duration duration) {
        long minutes = duration.toMinutes();
        String spoken;
        if (minutes < 60) {
            spoken = minutes + " min";
        } else if (minutes < 48 * 60) {
            spoken = minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
        } else {
            long hours = minutes / 60 % 24;
            spoken = minutes / (24 * 60) + " " + bundle.getString("days") + (hours == 0 ? "" : " " + hours + " h");
        }
        return spoken;
    }
}
