package org.gardefroid.ingest.notify.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.gardefroid.ingest.notify.Delivery;

/**
 * What came back over HTTP, and what that means. Whoever was not reached has nothing; whoever was reached and fell silent may
 * have all of it.
 */
final class HttpAnswer {

    private static final int LONGEST_SAID = 400;
    private static final Duration LONGEST_AFTER = Duration.ofMinutes(5);

    private HttpAnswer() {}

    /** What an answer in the 200s says. */
    interface Reading {
        Delivery of(String body, String said);
    }

    static Delivery to(HttpClient client, HttpRequest request, List<?> refused, Reading reading, Instant now) {
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            String body = new String(response.body(), StandardCharsets.UTF_8);
            int status = response.statusCode();
            String said = shortened(status + " " + body.strip());
            if (status >= 200 && status < 300) {
                return reading.of(body, said);
            }
            if (refused.contains(status)) {
                return new Delivery.Refused(said);
            }
            // A wrong password is ours to mend, and no reason to give a message up.
            return new Delivery.Later(said,
                    response.headers().firstValue("Retry-After").map(after -> after(after, now)).orElse(Duration.ZERO));
        } catch (ConnectException | HttpConnectTimeoutException | UnresolvedAddressException e) {
            return new Delivery.Later("not reached: " + e.getClass().getSimpleName() + said(e));
        } catch (IOException e) {
            return new Delivery.Ambiguous("no answer: " + e.getClass().getSimpleName() + said(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Delivery.Ambiguous("interrupted");
        }
    }

    private static String said(Exception e) {
        return e.getMessage() == null ? "" : " " + shortened(e.getMessage());
    }

    /** Seconds or a date, as RFC 9110 has it; never so long that an alarm would be forgotten. */
    static Duration after(String value, Instant now) {
        Duration wanted;
        try {
            wanted = value.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(now,
                            ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException | NumberFormatException e) {
            return Duration.ZERO;
        }
        return wanted.isNegative() ? Duration.ZERO : wanted.compareTo(LONGEST_AFTER) > 0 ? LONGEST_AFTER : wanted;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_SAID ? text.substring(0, LONGEST_SAID) : text;
    }
}
