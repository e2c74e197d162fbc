package dev.plimsoll.credential;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether a text stands where a credential is to be put, or is one that everybody knows. */
final class Placeholders {
    /** Parts of texts that no generator makes. */
    private static final List<String> SIGNS = List.of(
            "change",
            "replace",
            "example",
            "sample",
            "dummy",
            "placeholder",
            "insert",
            "todo",
            "choose",
            "please",
            "default",
            "insecure",
            "secure",
            "secret",
            "passwor",
            "passwd",
            "development",
            "localhost",
            "random",
            "string",
            "letmein",
            "admin",
            "generate",
            "openssl",
            "minimum",
            "characters",
            "vulnerable",
            "qwerty",
            "123456",
            "abcdef",
            "deadbeef");

    /** Words that say the same when they stand alone between other signs. */
    private static final Set<String> WORDS = Set.of(
            "my",
            "your",
            "test",
            "demo",
            "fake",
            "dev",
            "foo",
            "bar",
            "user",
            "root",
            "key",
            "token",
            "temp",
            "here",
            "not",
            "only",
            "set",
            "must",
            "pass",
            "changeme");

    /** What stands in a token of a known form that is an example. */
    private static final List<String> EXAMPLES =
            List.of("EXAMPLE", "example", "xxxx", "XXXX", "PLACE", "YOUR", "your-", "0000000000");

    private static final int FEW = 3;

    private Placeholders() {}

    /** Whether a token of a known form is one of somebody's documentation. */
    static boolean isExample(String token) {
        for (String example : EXAMPLES) {
            if (token.contains(example)) {
                return true;
            }
        }
        return isMadeOf(2 * FEW, token);
    }

    /** Whether a text is a placeholder by its look or its words. */
    static boolean is(String text) {
        if (isFramed(text) || isMadeOf(FEW, text) || isPeriodic(text)) {
            return true;
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String plain = plain(lower);
        for (String sign : SIGNS) {
            if (lower.contains(sign) || plain.contains(sign)) {
                return true;
            }
        }
        int from = 0;
        for (int i = 0; i <= lower.length(); i++) {
            if (i == lower.length() || !Character.isLetterOrDigit(lower.charAt(i))) {
                if (WORDS.contains(lower.substring(from, i))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }

    /** Whether it is in the signs that people put around what is to be filled in, or left out. */
    private static boolean isFramed(String text) {
        char first = text.charAt(0);
        char last = text.charAt(text.length() - 1);
        boolean framed = (first == '<' && last == '>')
                || (first == '[' && last == ']')
                || (first == '{' && last == '}')
                || (first == '%' && last == '%')
                || (first == '@' && last == '@')
                || (text.startsWith("__") && text.endsWith("__"));
        return framed
                || text.contains("...")
                || text.contains("…")
                || text.contains("***")
                || text.toLowerCase(Locale.ROOT).contains("xxx");
    }

    /** Whether a text has so many different signs at the most. */
    static boolean isMadeOf(int signs, String text) {
        int different = 0;
        for (int i = 0; i < text.length(); i++) {
            boolean first = text.indexOf(text.charAt(i)) == i;
            if (first && ++different > signs) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is one part, over and over. */
    private static boolean isPeriodic(String text) {
        for (int period = 1; period <= text.length() / 2; period++) {
            if (text.regionMatches(0, text, period, text.length() - period)) {
                return true;
            }
        }
        return false;
    }

    /** The letters that people write as other signs. */
    private static String plain(String lower) {
        return lower.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }
}
