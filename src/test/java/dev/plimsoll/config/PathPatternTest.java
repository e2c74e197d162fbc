package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
    @ParameterizedTest
    @CsvSource({
        // without a slash: at any depth
        "compose.yaml, compose.yaml, true",
        "compose.yaml, a/b/compose.yaml, true",
        "compose.yaml, a/compose.yaml/x, true",
        "compose.yaml, a/docker-compose.yaml, false",
        "*.yaml, a/b.yaml, true",
        "*.yaml, a/b.yml, false",
        "compose.*.yaml, compose.test.yaml, true",
        "compose.*.yaml, compose.yaml, false",
        "compose.?.yaml, compose.a.yaml, true",
        "compose.?.yaml, compose.ab.yaml, false",
        // with one at the start or inside: from the directory of the configuration
        "/compose.yaml, compose.yaml, true",
        "/compose.yaml, a/compose.yaml, false",
        "./compose.yaml, compose.yaml, true",
        "a/compose.yaml, a/compose.yaml, true",
        "a/compose.yaml, b/a/compose.yaml, false",
        "a/*/c.yaml, a/b/c.yaml, true",
        "a/*/c.yaml, a/b/b/c.yaml, false",
        "a/**/c.yaml, a/c.yaml, true",
        "a/**/c.yaml, a/b/b/c.yaml, true",
        "**/c.yaml, c.yaml, true",
        "a*/c.yaml, ab/c.yaml, true",
        // directories
        "vendor, vendor/x/compose.yaml, true",
        "vendor/, vendor/x/compose.yaml, true",
        "vendor/, a/vendor/compose.yaml, true",
        "vendor/, vendor, false",
        "/vendor/, a/vendor/compose.yaml, false",
        "vendor/**, vendor/x/compose.yaml, true",
        "vendor/**, a/vendor/compose.yaml, false",
        "vendor/**, vendor, false",
        "**, anything/at/all, true",
        "*, anything/at/all, true",
        "compose.yaml, ../other/compose.yaml, true",
        "/compose.yaml, ../compose.yaml, false",
        "Compose.yaml, compose.yaml, false",
    })
    void matches(String pattern, String path, boolean expected) {
        assertThat(PathPattern.mistake(pattern)).isEmpty();
        assertThat(PathPattern.of(pattern).matches(path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "./", "!a", "[ab]", "{a,b}", "a\\b", "../a", "a/../b"})
    void refusesWhatItDoesNotKnow(String pattern) {
        assertThat(PathPattern.mistake(pattern)).isPresent();
    }

    @Test
    void takesNoLongerThanTheLengthsMultiplied() {
        PathPattern many = PathPattern.of("a*".repeat(1000) + "b");
        PathPattern deep = PathPattern.of("**/a/".repeat(400) + "b");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(many.matches("a".repeat(20_000))).isFalse();
            assertThat(deep.matches("a/".repeat(2_000) + "c")).isFalse();
        });
    }

    @Property(tries = 300, seed = "7")
    void aPathMatchesItself(@ForAll @Chars({'a', 'b', '/', '.'}) @StringLength(min = 1, max = 12) String path) {
        if (PathPattern.mistake(path).isEmpty() && !path.endsWith("/")) {
            assertThat(PathPattern.of(path).matches(path)).isTrue();
        }
    }
}
