package org.gardefroid.vaccines.gs1;

import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the content of a component must keep, besides its length and its characters. */
enum Content {
    CHECK_DIGIT(CheckDigits::endsWithItsDigit),
    CHECK_PAIR(CheckDigits::endsWithItsPair),
    /** Begins with a GS1 company prefix: four digits at least. */
    COMPANY_PREFIX(matches("\\d{4}.*")),
    HAS_LETTER(matches(".*\\D.*")),
    /** YYMMDD. */
    DATE(part -> LabelDate.isDay(part)),
    /** YYMMDD, where day 00 stands for the whole month. */
    DAY_OR_MONTH(part -> LabelDate.isDay(part) || LabelDate.isMonth(part)),
    /** YYYYMMDD. */
    LONG_DATE(part -> LabelDate.isDay(part.substring(2))),
    HOUR_MINUTE(matches("([01]\\d|2[0-3])[0-5]\\d")),
    HOUR(matches("[01]\\d|2[0-3]")),
    SIXTIETHS(matches("[0-5]\\d")),
    COUNTRY_LETTERS(Arrays.asList(Locale.getISOCountries())::contains),
    CURRENCY_NUMBER(part -> Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getNumericCode() == Integer.parseInt(part))),
    PERCENT_ENCODED(matches("([^%]|%[0-9A-Fa-f]{2})*")),
    YES_OR_NO(matches("[01]")),
    ZERO(matches("0+")),
    NOT_ZERO(matches("0*[1-9]\\d*")),
    NO_LEADING_ZERO(matches("0|[1-9]\\d*")),
    WINDING(matches("[019]")),
    /** Two digits each: which piece, of how many. */
    PIECE_OF_TOTAL(part -> {
        int piece = Integer.parseInt(part.substring(0, 2));
        return piece > 0 && piece <= Integer.parseInt(part.substring(2));
    }),
    ACCOUNT_NUMBER(Content::isAccountNumber),
    /** 10⁻⁷ degrees from the south pole. */
    LATITUDE(part -> Long.parseLong(part) <= 1_800_000_000L),
    /** 10⁻⁷ degrees around the earth. */
    LONGITUDE(part -> Long.parseLong(part) <= 3_600_000_000L),
    HYPHEN(matches("-")),
    MEDIA_TYPE(matches("0[1-9]|10|[89]\\d")),
    /** ISO 5218. */
    SEX(matches("[0129]")),
    /** First of twins: {@code 1/2}. */
    BIRTH_SEQUENCE(part -> part.matches("[1-9]/[1-9]") && part.charAt(0) <= part.charAt(2)),
    COUPON(Coupon::isCode),
    COUPON_OFFER(Coupon::isOffer),
    IMPORTER_INDEX(matches("[-0-9A-Za-z_]")),
    /** Base64 in whole groups: padding at the end alone. */
    PADDED(matches("[^=]*={0,2}").and(part -> part.indexOf('=') < 0 || part.length() % 4 == 0));

    @SuppressWarnings("ImmutableEnumChecker") // patterns and functions without a state of their own
    private final Predicate<String> rule;

    Content(Predicate<String> rule) {
        this.rule = rule;
    }

    boolean isKeptBy(String part) {
        return rule.test(part);
    }

    /** As the table of identifiers and the message to a person call it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Content ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static Predicate<String> matches(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /** ISO 13616: country and check digits moved to the end, letters counted from 10, remainder 1 by 97. */
    private static boolean isAccountNumber(String part) {
        if (!part.matches("[A-Z]{2}\\d{2}[0-9A-Z]{11,30}")
                || !Arrays.asList(Locale.getISOCountries()).contains(part.substring(0, 2))) {
            return false;
        }
        String turned = part.substring(4) + part.substring(0, 4);
        int remainder = 0;
        for (int i = 0; i < turned.length(); i++) {
            int value = Character.digit(turned.charAt(i), 36);
            remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
        }
        return remainder == 1;
    }
}
