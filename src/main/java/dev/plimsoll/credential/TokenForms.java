package dev.plimsoll.credential;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The credentials that tell by their form what they are: those of {@code rules/credentials.tsv}, keys and JSON web tokens. */
final class TokenForms {
    private static final String TABLE = "/dev/plimsoll/rules/credentials.tsv";
    private static final int COLUMNS = 7;

    private static final String BEGIN_KEY = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY";

    /** UTF-16 units of a private key that is more than a heading. */
    private static final int KEY_BODY = 64;

    /** UTF-16 units of the signature of a web token with its dot, at least. */
    private static final int LEAST_SIGNATURE = 20;

    private static final List<TokenForm> KNOWN = read();

    private TokenForms() {}

    /** What a text holds, as messages call it; empty for nothing of a known form. */
    static Optional<String> in(String text) {
        if (isPrivateKey(text)) {
            return Optional.of("a private key");
        }
        for (TokenForm form : KNOWN) {
            @Nullable String token = form.in(text);
            if (token != null && !Placeholders.isExample(token)) {
                return Optional.of(form.service());
            }
        }
        return isWebToken(text) && !isPublished(text) ? Optional.of("a JSON web token") : Optional.empty();
    }

    private static boolean isPrivateKey(String text) {
        int begin = text.indexOf(BEGIN_KEY);
        int kind = begin < 0 ? -1 : text.indexOf(PRIVATE, begin);
        return kind > begin && text.length() - kind > KEY_BODY && kind - begin < 40;
    }

    /** Whether a text is a signed token whose header says how: {@code eyJ….eyJ….signature}. Source: RFC 7519. */
    private static boolean isWebToken(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        return text.startsWith("eyJ")
                && second > first
                && text.indexOf('.', second + 1) < 0
                && text.length() - second >= LEAST_SIGNATURE
                && decoded(text.substring(0, first)).contains("\"alg\"");
    }

    /** Whether a text is a token of jwt.io or of Supabase's documentation, or the one that Supabase hands to each browser. */
    static boolean isPublished(String text) {
        if (!isWebToken(text)) {
            return false;
        }
        int first = text.indexOf('.');
        String claims = decoded(text.substring(first + 1, text.indexOf('.', first + 1)));
        return claims.contains("1234567890")
                || claims.contains("supabase-demo")
                || claims.contains("\"role\":\"anon\"");
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static List<TokenForm> read() {
        List<TokenForm> forms = new ArrayList<>();
        try (InputStream table = TokenForms.class.getResourceAsStream(TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length == COLUMNS) {
                    forms.add(new TokenForm(
                            columns[0],
                            columns[1],
                            Integer.parseInt(columns[2]),
                            Integer.parseInt(columns[3]),
                            Alphabet.of(columns[4]),
                            columns[5]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(forms);
    }
}
