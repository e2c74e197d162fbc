package dev.plimsoll.credential;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a setting gives away.
 *
 * @param kind how much
 * @param what what messages call it: "a GitHub token", "a password"; never a part of it
 * @param identity the same for the same credential, and nothing that leads back to it
 */
public record Credential(Kind kind, String what, int identity) {
    /** UTF-16 units of a value that are looked at. */
    private static final int MAX_UNITS = 20_000;

    /** UTF-16 units of the shortest token of a known form. */
    private static final int LEAST_TOKEN = 20;

    /** Bits from which a secret was made by a program. Between 40 and 55 the result is the same; see {@link Guesswork}. */
    private static final double GENERATED = 45;

    /** Units of a number of base 16 from which it is one. */
    private static final int HEX_UNITS = 16;

    private static final int UUID_UNITS = 36;

    /** What says that there is none. */
    private static final Set<String> NONE = Set.of(
            "true",
            "false",
            "yes",
            "no",
            "on",
            "off",
            "null",
            "none",
            "nil",
            "trust",
            "md5",
            "scram-sha-256",
            "auto",
            "disabled");

    /** How much is given away. */
    public enum Kind {
        /** A credential of a known form, or one that only a program makes. */
        REAL,
        /** A placeholder, or a password that anybody guesses. */
        GUESSABLE
    }

    /**
     * What the value of a setting is.
     *
     * @param name the setting's name
     * @param value the value as the program gets it
     * @return empty for a value that is no credential, or of which that is not known
     */
    public static Optional<Credential> of(String name, String value) {
        String text = value.length() > MAX_UNITS ? value.substring(0, MAX_UNITS) : value.strip();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> token = text.length() < LEAST_TOKEN ? Optional.empty() : TokenForms.in(text);
        if (token.isPresent()) {
            return Optional.of(new Credential(Kind.REAL, token.get(), text.hashCode()));
        }
        Optional<String> password = ConnectionString.password(text);
        if (password.isPresent()) {
            return secret(password.get(), "the password in an address");
        }
        return SecretName.isSecret(name) && !text.contains("://") ? secret(text, "a credential") : Optional.empty();
    }

    private static Optional<Credential> secret(String text, String what) {
        if (text.isEmpty() || isNone(text)) {
            return Optional.empty();
        }
        Kind kind = isGenerated(text) ? Kind.REAL : Kind.GUESSABLE;
        return Optional.of(new Credential(kind, what, text.hashCode()));
    }

    private static boolean isGenerated(String text) {
        if (Placeholders.is(text)) {
            return false;
        }
        String bare = text.startsWith("base64:") ? text.substring("base64:".length()) : text;
        if (isHex(bare)) {
            return bare.length() >= HEX_UNITS && bare.chars().distinct().count() > HEX_UNITS / 2;
        }
        boolean isPhrase = bare.chars().filter(c -> c == ' ').count() >= 3;
        return isUuid(bare) || (!isPhrase && Guesswork.bits(bare) >= GENERATED);
    }

    /** Whether a text is a switch, a reference, a path or a hash: nothing that opens a door. */
    private static boolean isNone(String text) {
        boolean path = text.startsWith("/") || text.startsWith("./") || text.startsWith("../") || text.startsWith("~/");
        boolean reference = text.startsWith("$") || text.contains("${") || text.contains("{{");
        return path || reference || isHash(text) || isClassName(text) || NONE.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether it is what a password was hashed to. */
    private static boolean isHash(String text) {
        return text.startsWith("$2")
                || text.startsWith("$argon2")
                || text.startsWith("$5$")
                || text.startsWith("$6$")
                || text.startsWith("$apr1$")
                || text.startsWith("{SSHA}")
                || text.startsWith("scrypt:")
                || text.startsWith("pbkdf2");
    }

    /** Names of classes and files of the image: {@code airflow.api.auth.backend.default}, {@code broker_creds.txt}. */
    private static boolean isClassName(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (!(c >= 'a' && c <= 'z') && c != '_') {
                return false;
            }
        }
        return dots > 0;
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return text.chars().anyMatch(Character::isDigit) && text.chars().anyMatch(Character::isLetter);
    }

    private static boolean isUuid(String text) {
        if (text.length() != UUID_UNITS) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
