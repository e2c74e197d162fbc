package dev.plimsoll.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.credential.Credential.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No token here was ever one: each is put together from parts, so that no scanner takes it for a leak. */
class CredentialTest {
    private static final String NOISE = "q7Rk2vX9mZ4tLw8bH5nJc3PfYd6sGa1T";

    private static Kind kind(String name, String value) {
        return Credential.of(name, value).map(Credential::kind).orElse(null);
    }

    private static String noise(int length) {
        return NOISE.repeat(1 + length / NOISE.length()).substring(0, length);
    }

    @ParameterizedTest
    @CsvSource({
        "ghp_, 36, a GitHub token",
        "glpat-, 20, a GitLab token",
        "sk_live_, 24, a Stripe live key",
        "npm_, 36, an npm token",
        "hf_, 34, a Hugging Face token",
        "AIza, 35, a Google API key",
    })
    void knowsTokensByTheirForm(String prefix, int length, String what) {
        String token = prefix + noise(length);
        assertThat(Credential.of("ANYTHING", token)).hasValueSatisfying(found -> {
            assertThat(found.kind()).isEqualTo(Kind.REAL);
            assertThat(found.what()).isEqualTo(what);
        });
        assertThat(kind("ANYTHING", "Bearer " + token)).isEqualTo(Kind.REAL);
        assertThat(kind("ANYTHING", "https://" + token + "@git.example.com/your-shop"))
                .isEqualTo(Kind.REAL);
        assertThat(kind("ANYTHING", "x" + token)).isNull();
        assertThat(kind("ANYTHING", prefix + noise(length - 15))).isNull();
        assertThat(kind("ANYTHING", prefix + "x".repeat(length))).isNull();
    }

    @Test
    void knowsPrivateKeysAndWebTokens() {
        String key = "-----BEGIN RSA PRIVATE" + " KEY-----\n" + noise(64) + "\n-----END RSA PRIVATE KEY-----";
        assertThat(kind("TLS", key)).isEqualTo(Kind.REAL);
        assertThat(kind("TLS", key.replace("PRIVATE", "PUBLIC"))).isNull();
        String token = encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"sub\":\"4711\"}") + "." + noise(43);
        assertThat(kind("AUTH", token)).isEqualTo(Kind.REAL);
        String published = encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"sub\":\"1234567890\"}") + "." + noise(43);
        assertThat(kind("AUTH_TOKEN", published)).isNull();
        String forBrowsers = encoded("{\"alg\":\"HS256\"}") + "." + encoded("{\"role\":\"anon\"}") + "." + noise(43);
        assertThat(kind("AUTH_TOKEN", forBrowsers)).isNull();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgres",
                "root",
                "changeme",
                "MyS3cr3tP4ss",
                "Correct_Horse1",
                "12345678",
                "abc",
                "<password>",
                "xxxxxxxxxxxxxxxxxxxx"
            })
    void takesWhatPeopleMakeUpForGuessable(String value) {
        assertThat(kind("DB_PASSWORD", value)).isEqualTo(Kind.GUESSABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q7Rk2vX9mZ4tLw8b",
                "uDYV4k7v%pg7R$@#Y5mL",
                "3cc72f7014a6e286",
                "0b6f1c52-7f0e-4d55-9c5e-2f7c1b0a9d43"
            })
    void takesWhatAProgramMakesForReal(String value) {
        assertThat(kind("DB_PASSWORD", value)).isEqualTo(Kind.REAL);
        assertThat(kind("DB_NAME", value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "true",
                "/run/secrets/db",
                "./secret.txt",
                "$OTHER",
                "{{ vault }}",
                "trust",
                "`cat /run/secrets/db`",
                "ENC(q7Rk2vX9mZ4tLw8bH5nJc3Pf)",
                "ENC[AES256_GCM,data:q7Rk2vX9mZ4t,type:str]",
                "{cipher}0b6f1c527f0e4d559c5e2f7c1b0a9d43",
                "vault:v1:q7Rk2vX9mZ4tLw8bH5nJ",
                "pk_test_q7Rk2vX9mZ4tLw8bH5nJ",
                "pk.q7Rk2vX9mZ4tLw8bH5nJ",
                "airflow.auth.backend",
                "$2y$10$N9qo8uLOickgx2ZMRZoMye"
            })
    void takesNothingForASecretThatIsNone(String value) {
        assertThat(kind("DB_PASSWORD", value)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gK7pQ2wZ", "kXqLmZvBnTwRp", "a3f9c1e7ab"})
    void doesNotGuessWhoMadeWhatLiesBetween(String value) {
        assertThat(kind("DB_PASSWORD", value)).isNull();
    }

    @Test
    void aSettingThatTakesASecretNeedsNoNameThatSaysSo() {
        assertThat(Credential.in("q7Rk2vX9mZ4tLw8b")).isEmpty();
        assertThat(Credential.ofSecret("q7Rk2vX9mZ4tLw8b")).isPresent();
        assertThat(Credential.in("psql postgres://shop:q7Rk2vX9mZ4tLw8b@db/shop"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "postgres://shop:q7Rk2vX9mZ4tLw8b@db/shop, REAL",
        "redis://:q7Rk2vX9mZ4tLw8b@cache:6379/3, REAL",
        "postgres://shop:shop@db/shop, GUESSABLE",
        "jdbc:mysql://db/shop?user=a&password=q7Rk2vX9mZ4tLw8b, REAL",
        "Server=db;User Id=sa;Password=q7Rk2vX9mZ4tLw8b;, REAL",
        "https://0f1e2d3c4b5a69788796a5b4c3d2e1f0@sentry.example.com/4, ",
        "postgres://shop@db/shop, ",
        "http://localhost:8080/a@b, ",
    })
    void findsThePasswordInAnAddress(String address, Kind kind) {
        assertThat(kind("SOME_URL", address)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD",
                "dbPassword",
                "APP_KEY",
                "SECRET_KEY_BASE",
                "api-key",
                "JWT_SECRET",
                "NPM_TOKEN",
                "MYSQL_ROOT_PASSWORD"
            })
    void namesOfSecrets(String name) {
        assertThat(SecretName.isSecret(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DB_PASSWORD_FILE",
                "KEYBOARD",
                "COMPASS",
                "MAX_TOKENS",
                "ALLOW_EMPTY_PASSWORD",
                "PUBLIC_KEY",
                "TOKEN_URL",
                "AWS_ACCESS_KEY_ID",
                "SORT_KEY",
                ""
            })
    void namesOfOtherThings(String name) {
        assertThat(SecretName.isSecret(name)).isFalse();
    }

    @Test
    void twoOfTheSameHaveOneIdentity() {
        assertThat(Credential.of("A_PASSWORD", "q7Rk2vX9mZ4tLw8b").orElseThrow().identity())
                .isEqualTo(Credential.of("URL", "redis://:q7Rk2vX9mZ4tLw8b@c")
                        .orElseThrow()
                        .identity());
    }
}
