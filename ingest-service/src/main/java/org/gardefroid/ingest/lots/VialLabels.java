package org.gardefroid.ingest.lots;

import io.nayuki.qrcodegen.QrCode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gardefroid.ingest.console.account.Audit;
import org.gardefroid.ingest.console.account.Person;
import org.gardefroid.ingest.store.Sql;

/**
 * Names for vials, each on a label with our own code: a loose vial often carries nothing that a scanner reads, and never a
 * number of its own.
 */
@Singleton
public final class VialLabels {

    /** A sheet of them. */
    public static final int MOST_AT_ONCE = 65;

    /** Without those that are mistaken for each other when they are read out: 40 bits in eight. */
    private static final String LETTERS = "123456789abcdefghjkmnpqrstuvwxyz";

    private static final int LENGTH = 8;

    private final SecureRandom random = new SecureRandom();

    /** A label. {@code path} draws the dark squares of the code, each one unit wide, {@code size} with its quiet border. */
    public record Label(String vial, int size, String path) {}

    /** Names so many vials of a lot. */
    public List<String> name(Sql sql, Person by, Lot lot, int count, Instant now) {
        if (count < 1 || count > MOST_AT_ONCE) {
            throw new LotRefused("lot.refused.vials", count, MOST_AT_ONCE);
        }
        List<String> names = Stream.generate(this::name).distinct().limit(count).toList();
        for (String name : names) {
            sql.change("INSERT INTO vial (name, product, lot, labelled_at) VALUES (?, ?, ?, ?)", name, lot.product(),
                    lot.id(), now);
        }
        Audit.add(sql, now, by.name(), "vials-labelled", "lot " + lot.id());
        return names;
    }

    public List<Label> of(Sql sql, int lot) {
        return sql.list("SELECT name FROM vial WHERE lot = ? AND labelled_at IS NOT NULL ORDER BY labelled_at DESC, id",
                row -> label(row.text("name")), lot);
    }

    private String name() {
        StringBuilder name = new StringBuilder("v-");
        for (int i = 0; i < LENGTH; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return name.toString();
    }

    static Label label(String vial) {
        QrCode code = QrCode.encodeText(vial, QrCode.Ecc.QUARTILE);
        StringBuilder path = new StringBuilder();
        int border = 2; // of four that the standard asks for: the label's own paper is the rest
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + border).append(' ').append(y + border).append("h1v1h-1z");
                }
            }
        }
        return new Label(vial, code.size + 2 * border, path.toString());
    }
}
