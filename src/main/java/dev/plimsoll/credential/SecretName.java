package dev.plimsoll.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the name of a setting says that its value is a secret. */
final class SecretName {
    /** Words that say so at the end of a name. */
    private static final Set<String> SECRETS = Set.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "pwd",
            "pass",
            "pw",
            "passcode",
            "secret",
            "secrets",
            "token",
            "apikey",
            "salt",
            "pepper",
            "psk",
            "credentials",
            "requirepass",
            "dbpass",
            "dbpassword",
            "authkey",
            "secretkey",
            "rootpassword",
            "userpassword");

    /** What makes a key of a door of "key". */
    private static final Set<String> KEYS = Set.of(
            "api",
            "secret",
            "private",
            "access",
            "encryption",
            "master",
            "signing",
            "app",
            "auth",
            "license",
            "account",
            "storage",
            "shared",
            "session",
            "cookie",
            "jwt",
            "rpc");

    /** First words of switches about secrets. */
    private static final Set<String> SWITCHES = Set.of(
            "allow",
            "enable",
            "disable",
            "use",
            "random",
            "require",
            "no",
            "skip",
            "generate",
            "force",
            "with",
            "expire",
            "invite");

    private static final Set<String> PUBLIC = Set.of("random", "empty", "public", "pub", "publishable");

    private SecretName() {}

    /** Whether a name says so: {@code DB_PASSWORD}, {@code apiKey}, {@code SECRET_KEY_BASE}; not {@code PASSWORD_FILE}. */
    static boolean isSecret(String name) {
        List<String> words = words(name);
        if (words.isEmpty() || SWITCHES.contains(words.get(0))) {
            return false;
        }
        for (String word : words) {
            if (PUBLIC.contains(word)) {
                return false;
            }
        }
        String last = words.get(words.size() - 1);
        String before = words.size() > 1 ? words.get(words.size() - 2) : "";
        if (last.equals("base") && before.equals("key")) {
            return true;
        }
        return SECRETS.contains(last) || (last.equals("key") && KEYS.contains(before));
    }

    /** The words of a name, in lower case. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean end = i == name.length() || !Character.isLetterOrDigit(name.charAt(i));
            boolean hump = !end
                    && i > from
                    && Character.isUpperCase(name.charAt(i))
                    && Character.isLowerCase(name.charAt(i - 1));
            if (end || hump) {
                if (i > from) {
                    words.add(name.substring(from, i).toLowerCase(Locale.ROOT));
                }
                from = end ? i + 1 : i;
            }
        }
        return words;
    }
}
