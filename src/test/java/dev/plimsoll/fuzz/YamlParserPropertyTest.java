package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlAlias;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the text: a tree whose spans are right, or a syntax error with a place. */
class YamlParserPropertyTest {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    @Provide
    Arbitrary<String> mutated() {
        return HostileFiles.mutated();
    }

    @Provide
    Arbitrary<String> anyText() {
        return HostileFiles.anyText();
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void anyTextIsATreeOrASyntaxError(@ForAll("anyText") String text) {
        check(text);
    }

    @Property(seed = "20261121", edgeCases = EdgeCasesMode.NONE)
    void anyMutationIsATreeOrASyntaxError(@ForAll("mutated") String text) {
        check(text);
    }

    static void check(String text) {
        SourceFile file = new SourceFile("compose.yaml", text);
        assertTimeoutPreemptively(DEADLINE, () -> {
            List<YamlNode> documents;
            try {
                documents = YamlParser.parse(file);
            } catch (YamlSyntaxException e) {
                assertInside(e.at());
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "\r");
                return;
            }
            Span whole = new Span(0, file.text().length());
            for (YamlNode document : documents) {
                checkNode(document, whole);
            }
        });
    }

    private static void assertInside(Location at) {
        assertThat(at.span().end()).isLessThanOrEqualTo(at.file().text().length());
        assertThat(at.file().lines().offset(at.start())).isEqualTo(at.span().start());
    }

    private static void checkNode(YamlNode node, Span parent) {
        Span span = node.span();
        assertThat(parent.covers(span))
                .as("%s at %s inside %s", node.description(), span, parent)
                .isTrue();
        if (node instanceof YamlMapping mapping) {
            int last = span.start();
            for (YamlMapping.Entry entry : mapping.entries()) {
                checkNode(entry.key(), span);
                checkNode(entry.value(), span);
                assertThat(entry.key().span().start()).isGreaterThanOrEqualTo(last);
                assertThat(entry.value().span().start())
                        .isGreaterThanOrEqualTo(entry.key().span().end());
                last = entry.value().span().end();
            }
        } else if (node instanceof YamlSequence sequence) {
            int last = span.start();
            for (YamlNode item : sequence.items()) {
                checkNode(item, span);
                assertThat(item.span().start()).isGreaterThanOrEqualTo(last);
                last = item.span().end();
            }
        } else if (node instanceof YamlAlias alias) {
            assertThat(alias.location().text()).isEqualTo("*" + alias.name());
        } else if (node instanceof YamlScalar scalar) {
            checkScalar(scalar);
        }
    }

    /** The line breaks of YAML 1.1, which fold a plain scalar too, though nobody's editor counts them as lines. */
    private static boolean isOneLine(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if ("\n\r\u0085\u2028\u2029".indexOf(raw.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static void checkScalar(YamlScalar scalar) {
        String raw = scalar.raw();
        switch (scalar.style()) {
            case SINGLE_QUOTED -> assertThat(raw).startsWith("'").endsWith("'").hasSizeGreaterThan(1);
            case DOUBLE_QUOTED ->
                assertThat(raw).startsWith("\"").endsWith("\"").hasSizeGreaterThan(1);
            case LITERAL -> assertThat(raw).startsWith("|");
            case FOLDED -> assertThat(raw).startsWith(">");
            case PLAIN -> {
                if (isOneLine(raw)) {
                    assertThat(raw).isEqualTo(scalar.value());
                }
            }
        }
        Text text = scalar.text();
        assertThat(text.value()).isEqualTo(scalar.value());
        Span content = scalar.content().span();
        for (int i = 0; i < text.length(); i++) {
            assertThat(content.covers(text.part(i, i + 1).location().span())).isTrue();
        }
    }
}
