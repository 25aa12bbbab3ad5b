package org.gardefroid.edge.page;

/** Text for HTML, in content and in quoted attributes. */
final class Html {

    private Html() {}

    static String text(Object value) {
        // A figure and its unit stay on one line.
        String plain = value.toString().replace(" °C", "\u00a0°C");
        StringBuilder safe = new StringBuilder(plain.length() + 16);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }
}
