package org.gardefroid.ingest.notify.gateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills in what stands in braces: {@code {to}}, or {@code {xml:text}} where it comes to stand within XML. */
record Placeholders(Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\{(xml:)?([a-z-]+)\\}");

    String in(String template) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1) != null,
                place.group(2))));
    }

    /** In all texts of a structure, whatever its shape. */
    Object in(Object template) {
        return switch (template) {
            case String text -> in(text);
            case Map<?, ?> map -> map.entrySet().stream()
                    .collect(Collectors.toMap(each -> each.getKey().toString(), each -> in(each.getValue())));
            case List<?> list -> list.stream().map(this::in).toList();
            default -> template;
        };
    }

    String value(boolean isXml, String name) {
        String value = Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the template needs a value for '" + name + "'"));
        return isXml
                ? value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                : value;
    }
}
