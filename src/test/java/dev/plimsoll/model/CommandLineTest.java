package dev.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    /** {@code ?} stands for a variable that nobody knows. */
    private static CommandLine of(String... words) {
        List<Text> texts = new ArrayList<>();
        for (String word : words) {
            SourceFile file = new SourceFile("c", word);
            Span span = new Span(0, word.length());
            if (word.endsWith("?")) {
                Text.Builder text = Text.builder(file, 0);
                for (int i = 0; i < word.length() - 1; i++) {
                    text.written(word.charAt(i), i, i + 1);
                }
                texts.add(text.unknown(Span.at(word.length() - 1)).build());
            } else {
                texts.add(Text.verbatim(new Location(file, span)));
            }
        }
        return new CommandLine(texts);
    }

    @Test
    void findsWordsThatFollowEachOther() {
        CommandLine line = of("redis-server", "--save", "", "--appendonly", "no");
        assertThat(line.contains(List.of("--save", ""))).isTrue();
        assertThat(line.contains(List.of("--appendonly", "NO"))).isTrue();
        assertThat(line.contains(List.of("--save", "60"))).isFalse();
        assertThat(line.contains(List.of("no", "--x"))).isFalse();
        assertThat(line.contains(List.of("redis-server"))).isTrue();
    }

    @Test
    void findsAnOptionWithAnEqualsSign() {
        assertThat(of("--appendonly=no").contains(List.of("--appendonly", "no")))
                .isTrue();
        assertThat(of("-c=fsync=off").contains(List.of("-c", "fsync=off"))).isFalse();
        assertThat(of("fsync=off").contains(List.of("fsync", "off"))).isFalse();
    }

    @Test
    void theLastOptionCounts() {
        CommandLine line = of("--datadir", "/a", "--datadir=/b", "--datadirs", "/c");
        assertThat(line.option("--datadir").orElseThrow().known()).contains("/b");
        assertThat(of("--datadir=/b", "--datadir", "/a")
                        .option("--datadir")
                        .orElseThrow()
                        .known())
                .contains("/a");
        assertThat(line.option("--dbpath")).isEmpty();
        assertThat(of("--datadir").option("--datadir")).isEmpty();
        assertThat(of("--datadir=").option("--datadir").orElseThrow().known()).contains("");
    }

    @Test
    void anOptionMayHaveAnUnknownValue() {
        assertThat(of("--datadir=?").option("--datadir").orElseThrow().known()).isEmpty();
        assertThat(of("--datadir", "/x?").option("--datadir").orElseThrow().known())
                .isEmpty();
    }

    @Test
    void aWholeWordThatIsUnknownMayBringOptions() {
        assertThat(of("redis-server", "?").mayHoldMore()).isTrue();
        assertThat(of("?").mayHoldMore()).isTrue();
        assertThat(of("redis-server", "--requirepass", "?").mayHoldMore()).isFalse();
        assertThat(of("redis-server", "--requirepass=?").mayHoldMore()).isFalse();
        assertThat(of("redis-server").mayHoldMore()).isFalse();
    }
}
