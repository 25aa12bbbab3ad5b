package org.gardefroid.ingest.notify;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Writes a notice out in a reader's language, as plain text and as HTML that can be read at night on a phone. */
final class LetterWriter {

    private final URI console;

    LetterWriter(URI console) {
        this.console = console;
    }

    private record Line(String name, String value) {}

    Letter write(Notice notice, long alarm, String language) {
        Words words = Words.of(language);
        Times times = new Times(notice.zone(), words.locale());
        List<Line> lines = lines(notice, words, times);
        String link = console.resolve("/alarms/" + alarm).toString();
        return new Letter(words.subject(notice, times), text(notice, words, lines, link),
                html(notice, words, lines, link, language));
    }

    private static List<Line> lines(Notice notice, Words words, Times times) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(words.since(), times.full(notice.since())));
        notice.until().ifPresent(until -> lines.add(new Line(words.until(), times.near(until, notice.since()))));
        notice.worst().ifPresent(worst -> lines.add(new Line(words.worst(),
                words.temperature(notice, worst) + ", " + times.near(worst.at(), notice.since()))));
        notice.current().ifPresent(current -> lines.add(new Line(words.current(),
                words.temperature(notice, current) + ", " + times.near(current.at(), notice.since()))));
        notice.bound().ifPresent(bound -> lines.add(new Line(words.limit(), words.bound(bound))));
        if (!notice.unobserved().isZero()) {
            lines.add(new Line(words.notObserved(), words.unobserved(notice.unobserved())));
        }
        return lines;
    }

    private static String text(Notice notice, Words words, List<Line> lines, String link) {
        StringBuilder text = new StringBuilder();
        text.append(words.label(notice)).append('\n').append(words.happened(notice)).append("\n\n");
        lines.forEach(line -> text.append(line.name()).append(words.locale().getLanguage().equals("fr") ? " : " : ": ")
                .append(line.value()).append('\n'));
        List<String> steps = words.toDo(notice);
        if (!steps.isEmpty()) {
            text.append('\n').append(words.now().toUpperCase(words.locale())).append('\n');
            for (int i = 0; i < steps.size(); i++) {
                text.append(i + 1).append(". ").append(steps.get(i)).append('\n');
            }
        }
        if (!words.fallback(notice).isBlank()) {
            text.append('\n').append(words.fallbackTitle().toUpperCase(words.locale())).append('\n')
                    .append(words.fallback(notice)).append('\n');
        }
        text.append('\n').append(words.open()).append('\n').append(link).append('\n').append(words.opensOnly())
                .append("\n\n-- \n").append(words.automatic()).append('\n');
        return text.toString();
    }

    private static String html(Notice notice, Words words, List<Line> lines, String link, String language) {
        StringBuilder rows = new StringBuilder();
        lines.forEach(line -> rows.append("<tr><th>").append(escaped(line.name())).append("</th><td>")
                .append(escaped(line.value())).append("</td></tr>\n"));
        StringBuilder steps = new StringBuilder();
        if (!words.toDo(notice).isEmpty()) {
            steps.append("<h2>").append(escaped(words.now())).append("</h2>\n<ol>\n");
            words.toDo(notice).forEach(step -> steps.append("<li>").append(escaped(step)).append("</li>\n"));
            steps.append("</ol>\n");
        }
        if (!words.fallback(notice).isBlank()) {
            steps.append("<h2>").append(escaped(words.fallbackTitle())).append("</h2>\n<p>")
                    .append(escaped(words.fallback(notice))).append("</p>\n");
        }
        // Dark in itself, and by no style that a mail program might leave out: a bright page at night blinds.
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="color-scheme" content="dark"><meta name="supported-color-schemes" content="dark">
                <style>
                body{margin:0;background:#14181d;color:#eef1f4;font:17px/1.45 system-ui,sans-serif}
                main{max-width:36em;margin:0 auto;padding:16px}
                .badge{display:inline-block;background:%s;color:#fff;font-weight:700;padding:4px 10px;border-radius:6px}
                h1{font-size:26px;line-height:1.2;margin:12px 0 4px}
                h2{font-size:19px;margin:20px 0 6px}
                p{margin:6px 0 14px}
                table{border-collapse:collapse;width:100%%}
                th{text-align:left;font-weight:400;color:#aeb7c0;padding:6px 12px 6px 0;vertical-align:top;width:34%%}
                td{padding:6px 0;font-weight:600}
                tr+tr th,tr+tr td{border-top:1px solid #2b333b}
                ol{margin:0;padding-left:1.4em}
                li{margin:8px 0}
                a.go{display:block;background:#eef1f4;color:#14181d;font-weight:700;text-align:center;text-decoration:none;
                padding:15px;border-radius:10px;margin:22px 0 8px}
                .small{font-size:14px;color:#aeb7c0}
                </style></head>
                <body style="background:#14181d;color:#eef1f4"><main>
                <span class="badge">%s</span>
                <h1>%s</h1>
                <p>%s</p>
                <table>
                %s</table>
                %s<a class="go" href="%s">%s</a>
                <p class="small">%s</p>
                <p class="small">%s</p>
                </main></body></html>
                """
                .formatted(escaped(language), colour(notice), escaped(words.badge(notice)),
                        escaped(words.label(notice)), escaped(words.happened(notice)), rows, steps, escaped(link),
                        escaped(words.open()), escaped(words.opensOnly()), escaped(words.automatic()));
    }

    /** With white letters on it, each has a contrast of more than 4.5 to 1. */
    private static String colour(Notice notice) {
        return switch (notice.kind()) {
            case RAISED, WORSENED, RESUMED, ESCALATED -> notice.isTechnical()
                    ? "#6b4fa0"
                    : notice.critical() ? "#c1121f" : "#b34700";
            case CLEARED -> "#1b7f4b";
            case CORRECTED -> "#2b5fa8";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
