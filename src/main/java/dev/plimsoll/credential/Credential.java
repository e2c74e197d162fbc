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

    /** Bits up to which people guess it, or find it in a list of words; what lies between the two nobody knows. */
    private static final double GUESSED = 30;

    /** Units of a number of base 16 from which it is one. */
    private static final int HEX_UNITS = 16;

    /** Units of letters alone from which they are no word of any language. */
    private static final int LETTER_UNITS = 20;

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
        return SecretName.isSecret(name) ? ofSecret(value) : in(value);
    }

    /** What the value of a setting is that takes a secret. */
    public static Optional<Credential> ofSecret(String value) {
        Optional<Credential> known = in(value);
        String text = text(value);
        return known.isPresent() || text.contains("://") ? known : secret(text, "a credential");
    }

    /** What a text holds that tells by its form what it is: a token, or an address with a password. */
    public static Optional<Credential> in(String value) {
        String text = text(value);
        Optional<String> token = text.length() < LEAST_TOKEN ? Optional.empty() : TokenForms.in(text);
        if (token.isPresent()) {
            return Optional.of(new Credential(Kind.REAL, token.get(), text.hashCode()));
        }
        Optional<String> password = ConnectionString.password(text);
        return password.isPresent() ? secret(password.get(), "a password") : Optional.empty();
    }

    private static String text(String value) {
        return value.length() > MAX_UNITS ? value.substring(0, MAX_UNITS) : value.strip();
    }

    private static Optional<Credential> secret(String text, String what) {
        if (text.isEmpty() || isNone(text)) {
            return Optional.empty();
        }
        boolean placeholder = Placeholders.is(text);
        if (!placeholder && isGenerated(text)) {
            return Optional.of(new Credential(Kind.REAL, what, text.hashCode()));
        }
        return placeholder || Guesswork.bits(text) <= GUESSED
                ? Optional.of(new Credential(Kind.GUESSABLE, what, text.hashCode()))
                : Optional.empty();
    }

    private static boolean isGenerated(String text) {
        String bare = text.startsWith("base64:") ? text.substring("base64:".length()) : text;
        if (isHex(bare)) {
            return bare.length() >= HEX_UNITS && !Placeholders.isMadeOf(HEX_UNITS / 2, bare);
        }
        return isUuid(bare) || (!isPhrase(bare) && !isWord(bare) && Guesswork.bits(bare) >= GENERATED);
    }

    private static boolean isPhrase(String text) {
        int blanks = 0;
        for (int i = 0; i < text.length(); i++) {
            blanks += text.charAt(i) == ' ' ? 1 : 0;
        }
        return blanks >= 3;
    }

    private static boolean isWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return text.length() < LETTER_UNITS;
    }

    /** Whether a text is a switch, a reference, a path or a hash: nothing that opens a door. */
    private static boolean isNone(String text) {
        boolean path = text.startsWith("/") || text.startsWith("./") || text.startsWith("../") || text.startsWith("~/");
        boolean reference = text.startsWith("$") || text.startsWith("`") || text.contains("${") || text.contains("{{");
        return path
                || reference
                || isHash(text)
                || isEncrypted(text)
                || isPublic(text)
                || isClassName(text)
                || NONE.contains(text.toLowerCase(Locale.ROOT));
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

    /** Whether it opens nothing without a key that is elsewhere. Source: Jasypt, Spring Cloud Config, SOPS, Vault's transit. */
    private static boolean isEncrypted(String text) {
        return text.startsWith("ENC(")
                || text.startsWith("ENC[")
                || text.startsWith("{cipher}")
                || text.startsWith("vault:v");
    }

    /** Whether it is made to be shown. Source: Stripe, publishable keys; Mapbox, public tokens. */
    private static boolean isPublic(String text) {
        return text.startsWith("pk_") || text.startsWith("pk.") || TokenForms.isPublished(text);
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
        boolean digit = false;
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.digit(c, 16) < 0) {
                return false;
            }
            digit |= Character.isDigit(c);
            letter |= Character.isLetter(c);
        }
        return digit && letter;
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
