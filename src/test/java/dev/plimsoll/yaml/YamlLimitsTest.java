package dev.plimsoll.yaml;

import static dev.plimsoll.yaml.YamlFixture.parse;
import static dev.plimsoll.yaml.YamlFixture.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that ask for too much are refused at once. */
class YamlLimitsTest {
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    static Stream<Arguments> bombs() {
        return Stream.of(
                Arguments.of("billion laughs", laughs(30, 9, false)),
                Arguments.of("billion laughs of mappings", laughs(30, 2, true)),
                Arguments.of("wide", "a: &a [" + "x,".repeat(1_000) + "]\nb: [" + "*a,".repeat(5_000) + "]\n"),
                Arguments.of("quadratic", quadratic(3_000)),
                Arguments.of("merge keys", mergeKeys(40)));
    }

    private static String laughs(int levels, int width, boolean mappings) {
        StringBuilder text = new StringBuilder("a0: &a0 x\n");
        for (int level = 1; level <= levels; level++) {
            text.append('a').append(level).append(": &a").append(level).append(mappings ? " {" : " [");
            for (int i = 0; i < width; i++) {
                text.append(mappings ? "k" + i + ": " : "")
                        .append("*a")
                        .append(level - 1)
                        .append(", ");
            }
            text.append(mappings ? "}\n" : "]\n");
        }
        return text.toString();
    }

    /** Each list holds all lists before it, once. */
    private static String quadratic(int lists) {
        StringBuilder text = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < lists; i++) {
            text.append('a')
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [x, *a")
                    .append(i - 1)
                    .append("]\n");
        }
        return text.toString();
    }

    private static String mergeKeys(int levels) {
        StringBuilder text = new StringBuilder("a0: &a0 {k0: x}\n");
        for (int level = 1; level <= levels; level++) {
            text.append('a').append(level).append(": &a").append(level);
            text.append(" {<<: [*a")
                    .append(level - 1)
                    .append(", *a")
                    .append(level - 1)
                    .append("]}\n");
        }
        return text.toString();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bombs")
    void aliasBombsAreRefusedAtOnce(String name, String text) {
        long[] allocated = new long[1];
        YamlSyntaxException e = assertTimeoutPreemptively(AT_ONCE, () -> {
            long before = allocatedHere();
            YamlSyntaxException refusal = refused(text);
            allocated[0] = allocatedHere() - before;
            return refusal;
        });
        assertThat(e.getMessage()).as(name).startsWith("aliases would expand to more than ");
        assertThat(e.at().text()).startsWith("*a");
        assertThat(allocated[0]).as("bytes allocated").isBetween(1L, 64L << 20);
    }

    private static long allocatedHere() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void oneAnchorInEachOfManyServicesIsNoBomb() {
        StringBuilder text = new StringBuilder("x: &x {a: 1, b: [1, 2, 3], c: {d: e}}\nservices:\n");
        for (int i = 0; i < 5_000; i++) {
            text.append("  s").append(i).append(": {<<: *x, image: y}\n");
        }
        assertThat(((YamlMapping) YamlFixture.at(parse(text.toString()), "services")).entries())
                .hasSize(5_000);
    }

    static Stream<Arguments> deep() {
        int depth = 10_000;
        StringBuilder block = new StringBuilder();
        StringBuilder dashes = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            block.append(" ".repeat(i)).append("a:\n");
            dashes.append("- ");
        }
        return Stream.of(
                Arguments.of("block mappings", block.toString()),
                Arguments.of("block lists", dashes + "x\n"),
                Arguments.of("flow lists", "a: " + "[".repeat(depth) + "]".repeat(depth) + "\n"),
                Arguments.of("open flow lists", "a: " + "[".repeat(depth)),
                Arguments.of("flow mappings", "{a: ".repeat(depth) + "x" + "}".repeat(depth)),
                Arguments.of("explicit keys", "? ".repeat(depth) + "x\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("deep")
    void deepNestingIsRefusedAtOnce(String name, String text) {
        YamlSyntaxException e = assertTimeoutPreemptively(Duration.ofSeconds(5), () -> refused(text));
        assertThat(e.getMessage()).as(name).isEqualTo("nested more than 256 levels deep");
    }

    @Test
    void asDeepAsTheLimitIsFine() {
        YamlNode root = parse("[".repeat(256) + "]".repeat(256));
        assertThat(root.span().length()).isEqualTo(512);
        assertThat(refused("[".repeat(257) + "]".repeat(257))).hasMessageStartingWith("nested");
    }

    @Test
    void depthCountsWhatIsOpenNotWhatWasRead() {
        String list = "[".repeat(200) + "]".repeat(200);
        YamlSequence root = (YamlSequence) parse("[" + list + ", " + list + ", " + list + "]");
        assertThat(root.items()).hasSize(3);
    }
}
