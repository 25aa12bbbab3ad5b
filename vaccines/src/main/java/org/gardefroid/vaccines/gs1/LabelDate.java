package org.gardefroid.vaccines.gs1;

import java.time.LocalDate;
import java.time.YearMonth;

/** YYMMDD, GS1 General Specifications section 7.12. */
final class LabelDate {

    private LabelDate() {}

    static boolean isDay(String digits) {
        int day = two(digits, 4);
        return isMonthNumber(digits) && day >= 1 && day <= YearMonth.of(2000 + two(digits, 0), two(digits, 2))
                .lengthOfMonth();
    }

    /** Day 00: the whole month. */
    static boolean isMonth(String digits) {
        return isMonthNumber(digits) && two(digits, 4) == 0;
    }

    private static boolean isMonthNumber(String digits) {
        int month = two(digits, 2);
        return month >= 1 && month <= 12;
    }

    /**
     * The last day that is meant; day 00 is the last of its month.
     *
     * @param today settles the century: the year is the one from 49 years ago to 50 years ahead
     */
    static LocalDate last(String digits, LocalDate today) {
        int ahead = two(digits, 0) - today.getYear() % 100;
        int century = today.getYear() / 100 + (ahead >= 51 ? -1 : ahead <= -50 ? 1 : 0);
        YearMonth month = YearMonth.of(century * 100 + two(digits, 0), two(digits, 2));
        int day = two(digits, 4);
        return day == 0 ? month.atEndOfMonth() : month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    private static int two(String digits, int at) {
        return Integer.parseInt(digits.substring(at, at + 2));
    }
}
