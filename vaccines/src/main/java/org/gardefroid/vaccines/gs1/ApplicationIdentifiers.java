package org.gardefroid.vaccines.gs1;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every application identifier of the GS1 General Specifications, release 26.
 *
 * <p>A line names identifiers, one by one or from the first to the last, and after
 * the colon their components: a character set, one length or two, rules; in brackets what may be absent. A test holds
 * the table to GS1's own dictionary where that is at hand.
 */
final class ApplicationIdentifiers {

    private static final String TABLE = """
            00: n18,check-digit
            01-03: n14,check-digit
            10 21 243 254 420 710-717 4318 7020-7022 7240 8002 8012: x1-20
            11-13 15-17: n6,day-or-month
            20: n2
            22: x1-20
            235: x1-28
            240-241 250-251 400 403 4308 4319 7002 90: x1-30
            242: n1-6
            253: n13,check-digit [x1-17]
            255: n13,check-digit [n1-12]
            30 37: n1-8
            3100-3105 3110-3115 3120-3125 3130-3135 3140-3145 3150-3155 3160-3165: n6
            3200-3205 3210-3215 3220-3225 3230-3235 3240-3245 3250-3255 3260-3265 3270-3275 3280-3285 3290-3295: n6
            3300-3305 3310-3315 3320-3325 3330-3335 3340-3345 3350-3355 3360-3365 3370-3375: n6
            3400-3405 3410-3415 3420-3425 3430-3435 3440-3445 3450-3455 3460-3465 3470-3475 3480-3485 3490-3495: n6
            3500-3505 3510-3515 3520-3525 3530-3535 3540-3545 3550-3555 3560-3565 3570-3575: n6
            3600-3605 3610-3615 3620-3625 3630-3635 3640-3645 3650-3655 3660-3665 3670-3675 3680-3685 3690-3695: n6
            3900-3909 3920-3929: n1-15
            3910-3919 3930-3939: n3,currency-number n1-15
            3940-3943 8111: n4
            3950-3955 8005: n6
            401 7023 8004: x1-30,company-prefix
            402: n17,check-digit
            410-417: n13,check-digit
            421: n3 x1-9
            422 424 426: n3
            423 425: n3 [n3] [n3] [n3] [n3]
            427 7008: x1-3
            4300-4301 4310-4311 4320: x1-35,percent-encoded
            4302-4306 4312-4316 7257: x1-70,percent-encoded
            4307 4317: x2,country-letters
            4309: n10,latitude n10,longitude
            4321-4323: n1,yes-or-no
            4324-4325: n6,day-or-month n4,hour-minute
            4326 7006: n6,date
            4330-4333: n6 [x1,hyphen]
            7001: n13
            7003: n6,date n4,hour-minute
            7004: n1-4
            7005: x1-12
            7007: n6,date [n6,date]
            7009 7255: x1-10
            7010: x1-2
            7011: n6,date [n4,hour-minute]
            7030-7039: n3 x1-27
            7040: n1 x1 x1 x1,importer-index
            7041: x1-4
            7230-7239: x2 x1-28
            7241: n2,media-type
            7242 8020: x1-25
            7250: n8,long-date
            7251: n8,long-date n4,hour-minute
            7252: n1,sex
            7253-7254 7259: x1-40,percent-encoded
            7256: x1-90,percent-encoded
            7258: x3,birth-sequence
            8001: n4,not-zero n5,not-zero n3,not-zero n1,winding n1
            8003: n1,zero n13,check-digit [x1-16]
            8006 8026: n14,check-digit n4,piece-of-total
            8007: x1-34,account-number
            8008: n6,date n2,hour [n2,sixtieths] [n2,sixtieths]
            8009: x1-50
            8010: y1-30,company-prefix
            8011: n1-12,no-leading-zero
            8013: x1-25,check-pair,company-prefix
            8014: x1-25,check-pair,company-prefix,has-letter
            8017-8018: n18,check-digit
            8019: n1-10
            8030: z1-90,padded
            8040-8041: n15
            8042: n32
            8043: n18 [n1-2]
            8110: x1-70,coupon
            8112: x1-70,coupon-offer
            8200: x1-70
            91-99: x1-90
            """;

    private static final Map<String, ApplicationIdentifier> ALL = read();

    private ApplicationIdentifiers() {}

    static Map<String, ApplicationIdentifier> all() {
        return ALL;
    }

    static Optional<ApplicationIdentifier> of(String digits) {
        return Optional.ofNullable(ALL.get(digits));
    }

    /** The one that stands at this place of a text: no identifier is the beginning of another. */
    static Optional<ApplicationIdentifier> at(String text, int from) {
        for (int length = 2; length <= 4 && from + length <= text.length(); length++) {
            ApplicationIdentifier found = ALL.get(text.substring(from, from + length));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Map<String, ApplicationIdentifier> read() {
        Map<String, ApplicationIdentifier> all = new HashMap<>();
        for (String line : TABLE.lines().toList()) {
            int colon = line.indexOf(':');
            List<Component> components = Arrays.stream(line.substring(colon + 2).split(" ", -1))
                    .map(ApplicationIdentifiers::component).toList();
            for (String span : line.substring(0, colon).split(" ", -1)) {
                String first = span.substring(0, span.indexOf('-') < 0 ? span.length() : span.indexOf('-'));
                int last = Integer.parseInt(span.substring(span.indexOf('-') + 1));
                for (int each = Integer.parseInt(first); each <= last; each++) {
                    String digits = "0".repeat(Math.max(0, first.length() - Integer.toString(each).length())) + each;
                    all.put(digits, new ApplicationIdentifier(digits, components));
                }
            }
        }
        return Map.copyOf(all);
    }

    private static Component component(String written) {
        boolean optional = written.startsWith("[");
        List<String> parts = new ArrayList<>(Arrays.asList(written.replaceAll("[\\[\\]]", "").split(",", -1)));
        String shape = parts.removeFirst();
        String[] lengths = shape.substring(1).split("-", -1);
        return new Component(Characters.ofLetter(shape.charAt(0)), Integer.parseInt(lengths[0]),
                Integer.parseInt(lengths[lengths.length - 1]), optional, parts.stream().map(Content::ofCode).toList());
    }
}
