package dev.plimsoll.yaml;

/**
 * The dates and times that Go's YAML reader finds in scalars without quotes: {@code 2024-5-1}, {@code 2024-05-01 10:00:00},
 * {@code 2024-05-01T10:00:00Z}. Source: go-yaml v3 resolve.go (parseTimestamp), Go's time.Parse, Compose 2.40.3.
 */
final class Dates {
    private static final int YEAR_DIGITS = 4;
    private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final int MAX_HOUR = 23;
    private static final int MAX_SIXTIETH = 59;
    private static final int MAX_ZONE_HOUR = 24;
    private static final int MAX_ZONE_MINUTE = 60;

    private final String text;
    private int at;

    private Dates(String text) {
        this.text = text;
    }

    /** Whether a text is a date, with a time or without. */
    static boolean isDate(String text) {
        return new Dates(text).date();
    }

    private boolean date() {
        int year = digits(YEAR_DIGITS);
        if (at != YEAR_DIGITS || !skip('-')) {
            return false;
        }
        int month = number(12);
        if (month < 1 || !skip('-')) {
            return false;
        }
        int day = number(DAYS[month - 1]);
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        if (day < 1 || (month == 2 && day == DAYS[1] && !leap)) {
            return false;
        }
        if (at == text.length()) {
            return true;
        }
        if (skip('T') || skip('t')) {
            return time() && zone() && at == text.length();
        }
        if (!skip(' ')) {
            return false;
        }
        while (skip(' ')) {
            // Go takes any number of them for one
        }
        return time() && at == text.length();
    }

    private boolean time() {
        if (number(MAX_HOUR) < 0 || !skip(':') || number(MAX_SIXTIETH) < 0 || !skip(':') || number(MAX_SIXTIETH) < 0) {
            return false;
        }
        if (at + 1 < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',') && isDigit(at + 1)) {
            at++;
            while (at < text.length() && isDigit(at)) {
                at++;
            }
        }
        return true;
    }

    private boolean zone() {
        if (skip('Z')) {
            return true;
        }
        if (!skip('+') && !skip('-')) {
            return false;
        }
        int start = at;
        int hour = digits(2);
        if (hour < 0 || hour > MAX_ZONE_HOUR || at != start + 2 || !skip(':')) {
            return false;
        }
        int minute = digits(2);
        return minute >= 0 && minute <= MAX_ZONE_MINUTE && at == start + 5;
    }

    /** A number of one or two digits that is at most a bound; -1 for another. */
    private int number(int bound) {
        int number = digits(2);
        return number > bound ? -1 : number;
    }

    /** The number that the next digits make, so many at most; -1 if there is none. */
    private int digits(int most) {
        int number = -1;
        int end = Math.min(text.length(), at + most);
        while (at < end && isDigit(at)) {
            number = Math.max(number, 0) * 10 + text.charAt(at) - '0';
            at++;
        }
        return number;
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private boolean skip(char c) {
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }
}
