package org.gardefroid.edge.configuration;

import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gardefroid.edge.page.Plan;

/**
 * What the box says to whoever stands before it.
 *
 * <pre>
 *   page.port     = 8088
 *   page.address  = 192.168.50.1
 *   language      = fr
 *   zone          = Europe/Paris
 *   plan.fr       = Mettre les vaccins dans le réfrigérateur du relais le plus proche.
 *   plan.number.1 = Pharmacie, 01 23 45 67 89
 * </pre>
 *
 * @param page where its page is served; empty: it is not
 * @param language of light, sound and display; the page speaks the reader's
 */
public record BoxSettings(Optional<InetSocketAddress> page, Locale language, ZoneId zone, Plan plan) {

    static BoxSettings read(Settings settings) {
        String address = settings.withDefault("page.address", "0.0.0.0", text -> text);
        Optional<InetSocketAddress> page = settings.optional("page.port")
                .map(text -> settings.read("page.port", text, BoxSettings::port, 0))
                .map(port -> new InetSocketAddress(address, port));
        page.filter(InetSocketAddress::isUnresolved)
                .ifPresent(_ -> settings.problem("page.address = " + address + ": no such address"));
        List<Plan.Contact> numbers = new ArrayList<>();
        settings.named("plan.number").forEach((name, value) -> settings.read("plan.number." + name, value, text -> {
            numbers.add(number(text));
            return text;
        }, ""));
        return new BoxSettings(page, settings.withDefault("language", "fr", BoxSettings::language),
                settings.withDefault("zone", "Europe/Paris", BoxSettings::zone),
                new Plan(settings.optional("plan.fr"), settings.optional("plan.en"), numbers));
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("a port must be 0 (any that is free) to 65535");
        }
        return Integer.parseInt(text);
    }

    private static Locale language(String text) {
        return switch (text) {
            case "fr" -> Locale.FRENCH;
            case "en" -> Locale.ENGLISH;
            default -> throw new IllegalArgumentException("a language is fr or en");
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no such time zone; one is written Europe/Paris", e);
        }
    }

    private static Plan.Contact number(String text) {
        int comma = text.lastIndexOf(',');
        if (comma < 1) {
            throw new IllegalArgumentException("a number is written: Pharmacie, 01 23 45 67 89");
        }
        return new Plan.Contact(text.substring(0, comma).strip(), text.substring(comma + 1).strip());
    }
}
