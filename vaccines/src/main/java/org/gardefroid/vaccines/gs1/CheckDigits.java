package org.gardefroid.vaccines.gs1;

/** The two sums of the GS1 General Specifications, section 7.9: one digit for numeric keys, a pair of characters for models. */
final class CheckDigits {

    private static final String PAIR = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int[] PRIMES = {2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73,
        79, 83};

    private CheckDigits() {}

    /** The digit that should be the last of these digits. */
    static int digit(String digits) {
        int sum = 0;
        for (int i = digits.length() - 2, weight = 3; i >= 0; i--, weight = 4 - weight) {
            sum += (digits.charAt(i) - '0') * weight;
        }
        return (10 - sum % 10) % 10;
    }

    static boolean endsWithItsDigit(String digits) {
        return digits.charAt(digits.length() - 1) - '0' == digit(digits);
    }

    static boolean endsWithItsPair(String text) {
        int data = text.length() - 2;
        if (data < 1 || data > PRIMES.length) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < data; i++) {
            sum += Characters.SET_82.place(text.charAt(i)) * PRIMES[data - 1 - i];
        }
        int check = sum % 1021; // below 1024: two characters of 32
        return text.charAt(data) == PAIR.charAt(check / 32) && text.charAt(data + 1) == PAIR.charAt(check % 32);
    }
}
