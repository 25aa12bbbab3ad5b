package org.gardefroid.edge.uplink;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The beginning of an HTTP answer (RFC 9112 §2), read to its last byte and not one further: what follows is of another
 * protocol already.
 *
 * @param headers by their names in lower case
 */
record HttpHead(int status, String reason, Map<String, List<String>> headers) {

    /** Far more than a proxy says, and little enough to be kept. */
    private static final int MOST_BYTES = 16 * 1_024;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: (.*))?");

    /** @param whose answer it is, for what is said where there is none */
    static HttpHead read(InputStream in, String whose) throws IOException {
        String first = line(in, whose, MOST_BYTES);
        Matcher status = STATUS_LINE.matcher(first);
        if (!status.matches()) {
            throw new RefusedException(whose + " does not answer in HTTP");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        int left = MOST_BYTES - first.length();
        for (String next = line(in, whose, left); !next.isEmpty(); next = line(in, whose, left)) {
            left -= next.length();
            int colon = next.indexOf(':');
            if (colon > 0) {
                headers.computeIfAbsent(next.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                        .add(next.substring(colon + 1).strip());
            }
        }
        String reason = status.group(2) == null ? "" : status.group(2).strip();
        return new HttpHead(Integer.parseInt(status.group(1)), reason, headers);
    }

    private static String line(InputStream in, String whose, int most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new EOFException(whose + " closed the connection instead of answering");
            }
            if (bytes.size() >= most) {
                throw new RefusedException(whose + " answers with more than " + MOST_BYTES + " bytes");
            }
            bytes.write(read);
        }
        return bytes.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    /** Whether the header is there with this value, whatever the case. */
    boolean says(String header, String value) {
        return headers.getOrDefault(header, List.of()).stream().anyMatch(value::equalsIgnoreCase);
    }

    /** {@code 404 Not Found}. */
    String told() {
        return (status + " " + reason).strip();
    }
}
