package org.gardefroid.vaccines.gs1;

/**
 * The inside of the two North American coupon identifiers: fields one after the other, some with their length before them.
 * No vaccine carries one; a label that does is read to its end like any other, or it is not read.
 */
final class Coupon {

    private static final String REQUIREMENT_CODES = "012349";

    private final String digits;
    private int at;
    private boolean isWhole = true;

    private Coupon(String digits) {
        this.digits = digits;
    }

    /** AI (8112), paperless: format, funder, offer, serial number. */
    static boolean isOffer(String digits) {
        Coupon coupon = new Coupon(digits);
        coupon.oneOf("01");
        coupon.sized("0123456", 6);
        coupon.take(6);
        coupon.sized("0123456789", 6);
        return coupon.isAtItsEnd();
    }

    /** AI (8110): what is bought, what is saved, and what else may follow, each kind under its own digit. */
    static boolean isCode(String digits) {
        Coupon coupon = new Coupon(digits);
        coupon.sized("0123456", 6);
        coupon.take(6);
        coupon.sized("12345", 0);
        coupon.purchase();
        String starts = "";
        String expires = "";
        while (coupon.isWhole && coupon.at < digits.length()) {
            switch (coupon.take(1)) {
                case "1" -> {
                    coupon.oneOf("0123");
                    coupon.purchase();
                    coupon.otherCompany();
                }
                case "2" -> {
                    coupon.purchase();
                    coupon.otherCompany();
                }
                case "3" -> expires = coupon.date();
                case "4" -> starts = coupon.date();
                case "5" -> coupon.sized("0123456789", 6);
                case "6" -> coupon.sized("1234567", 6);
                case "9" -> {
                    coupon.oneOf("01256");
                    coupon.oneOf("012");
                    coupon.take(1);
                    coupon.oneOf("01");
                }
                default -> coupon.isWhole = false;
            }
        }
        return coupon.isAtItsEnd() && (starts.isEmpty() || expires.isEmpty() || starts.compareTo(expires) <= 0);
    }

    private void purchase() {
        sized("12345", 0);
        oneOf(REQUIREMENT_CODES);
        take(3);
    }

    /** 9 stands for none. */
    private void otherCompany() {
        if (at < digits.length() && digits.charAt(at) == '9') {
            at++;
        } else {
            sized("0123456", 6);
        }
    }

    private String date() {
        String date = take(6);
        isWhole &= date.length() == 6 && LabelDate.isDay(date);
        return date;
    }

    /** A digit out of these, and as many more as it says, beyond the least. */
    private void sized(String allowed, int least) {
        String size = oneOf(allowed);
        if (!size.isEmpty()) {
            take(least + size.charAt(0) - '0');
        }
    }

    private String oneOf(String allowed) {
        String digit = take(1);
        isWhole &= !digit.isEmpty() && allowed.contains(digit);
        return isWhole ? digit : "";
    }

    /** Nothing, if there are not as many left. */
    private String take(int count) {
        if (!isWhole || at + count > digits.length()) {
            isWhole = false;
            return "";
        }
        at += count;
        return digits.substring(at - count, at);
    }

    private boolean isAtItsEnd() {
        return isWhole && at == digits.length() && digits.chars().allMatch(Character::isDigit);
    }
}
