package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerPathTest {
    /** The absolute rows of Go's own path_test.go, and some more of the kind. */
    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/abc, /abc",
        "/abc/def, /abc/def",
        "/abc/, /abc",
        "//, /",
        "//abc, /abc",
        "///abc, /abc",
        "//abc//, /abc",
        "/abc//def//ghi, /abc/def/ghi",
        "/abc/./def, /abc/def",
        "/./abc/def, /abc/def",
        "/abc/., /abc",
        "/., /",
        "/.., /",
        "/../abc, /abc",
        "/abc/def/.., /abc",
        "/abc/def/../.., /",
        "/abc/def/../../.., /",
        "/abc/def/../ghi, /abc/ghi",
        "/abc/def/../ghi/../jkl, /abc/jkl",
        "/abc/./../def, /def",
        "/abc//./../def, /def",
        "/abc/../../././../def, /def",
        "/..abc, /..abc",
        "/abc/..., /abc/...",
        "'/a b ', '/a b '",
    })
    void isCleanedAsGoDoes(String written, String clean) {
        assertThat(ContainerPath.of(written)).contains(new ContainerPath(clean));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", ".", "./a", "../a", "~/a", "C:\\a", " /a"})
    void isAbsolute(String written) {
        assertThat(ContainerPath.of(written)).isEmpty();
    }

    @Provide
    Arbitrary<String> paths() {
        return Arbitraries.of("/", "/", ".", "..", "a", "b", "界")
                .list()
                .ofMaxSize(10)
                .map(parts -> "/" + String.join("", parts));
    }

    @Property(seed = "20261121")
    void cleaningTwiceChangesNothing(@ForAll("paths") String written) {
        ContainerPath clean = ContainerPath.of(written).orElseThrow();
        assertThat(ContainerPath.of(clean.value())).contains(clean);
        assertThat(clean.parts()).doesNotContain("", ".", "..");
        assertThat(clean.isAtOrBelow(clean)).isTrue();
        assertThat(clean.isAtOrBelow(new ContainerPath("/"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/a, /a, true",
        "/a/b, /a, true",
        "/ab, /a, false",
        "/a, /a/b, false",
        "/a, /, true",
        "/, /, true",
        "/, /a, false",
    })
    void knowsWhatLiesBelow(String path, String other, boolean below) {
        assertThat(new ContainerPath(path).isAtOrBelow(new ContainerPath(other)))
                .isEqualTo(below);
    }

    @Test
    void partsAreTheNamesBetweenTheSlashes() {
        assertThat(new ContainerPath("/a/b c").parts()).isEqualTo(List.of("a", "b c"));
        assertThat(new ContainerPath("/").parts()).isEmpty();
        assertThat(new ContainerPath("/a")).hasToString("/a");
    }
}
