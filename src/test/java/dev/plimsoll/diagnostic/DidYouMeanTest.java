package dev.plimsoll.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    @ParameterizedTest
    @CsvSource({
        "unless_stopped, no always on-failure unless-stopped, unless-stopped",
        "dbb, web db cache, db",
        "backnd, frontend backend, backend",
        "zhs, bash zsh fish, zsh",
        "warn, error warning info never, warning",
        "volume, volumes networks, volumes",
        "TOKEN, token, token",
        // the first of several that are as close
        "cat, car can, car",
        // one more letter would be another word
        "web, db, ",
        "a, b c, ",
        "x, web db, ",
        // what is known is no mistake
        "db, db dba, ",
        // two begin like this
        "tmp, tmpfs-one tmpfs-two, ",
    })
    void findsWhatWasMeant(String written, String known, String meant) {
        assertThat(DidYouMean.closest(written, List.of(known.split(" ")))).isEqualTo(meant);
    }

    @Test
    void saysItAtTheEndOrWithin() {
        assertThat(DidYouMean.hint("jsn", List.of("json"))).isEqualTo(", did you mean \"json\"?");
        assertThat(DidYouMean.aside("jsn", List.of("json"))).isEqualTo(" (did you mean \"json\"?)");
        assertThat(DidYouMean.hint("jsn", List.of("html"))).isEmpty();
        assertThat(DidYouMean.aside("jsn", List.of("html"))).isEmpty();
    }

    /** A file may declare tens of thousands of services, and misspell each of them. */
    @Test
    void comparesNoMoreThanIsQuick() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            many.add("service-" + i);
        }
        assertThat(DidYouMean.closest("service-x", many)).isNull();
        assertThat(DidYouMean.closest("x".repeat(100_000), List.of("x".repeat(99_999))))
                .isNull();
    }

    @Test
    void isOnlyCertainOfTheOnlyOne() {
        assertThat(DidYouMean.only(2, "tmpfs-unbond", List.of("tmpfs-unbound", "port-conflict")))
                .isEqualTo("tmpfs-unbound");
        assertThat(DidYouMean.only(2, "tmpfs-a", List.of("tmpfs-b", "tmpfs-c"))).isNull();
    }
}
