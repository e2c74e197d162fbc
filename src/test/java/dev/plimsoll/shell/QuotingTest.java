package dev.plimsoll.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.Text;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

/** What each reader takes for words. */
class QuotingTest {
    private static Text whole(String text) {
        SourceFile file = new SourceFile("x", text);
        return Text.verbatim(new Location(file, new Span(0, text.length())));
    }

    private static String words(Quoting quoting, String text) {
        StringBuilder shown = new StringBuilder();
        for (Text word : quoting.words(whole(text))) {
            shown.append('<').append(word.value().replace(Text.UNKNOWN, '?')).append('>');
        }
        return shown.toString();
    }

    /** Recorded: {@code bash -c "printf '<%s>' …"}. */
    @Test
    void ofSh() {
        assertThat(words(Quoting.SH, "a  b\tc")).isEqualTo("<a><b><c>");
        assertThat(words(Quoting.SH, "a \"b c\" 'd e'")).isEqualTo("<a><b c><d e>");
        assertThat(words(Quoting.SH, "\"a\\nb\" \"c\\\"d\" \"e\\\\f\"")).isEqualTo("<a\\nb><c\"d><e\\f>");
        assertThat(words(Quoting.SH, "a\\ b c\\\"d")).isEqualTo("<a b><c\"d>");
        assertThat(words(Quoting.SH, "'a\\b' 'c'\"d\"")).isEqualTo("<a\\b><cd>");
        assertThat(words(Quoting.SH, "a '' \"\"")).isEqualTo("<a><><>");
        assertThat(words(Quoting.SH, "\"a 'b'\" 'c \"d\"'")).isEqualTo("<a 'b'><c \"d\">");
        assertThat(words(Quoting.SH, "a \\\n  b\\\nc \"d\\\ne\"")).isEqualTo("<a><bc><de>");
        assertThat(words(Quoting.SH, "a \\\r\n  b")).isEqualTo("<a><b>");
        assertThat(words(Quoting.SH, "a\u00A0b")).isEqualTo("<a\u00A0b>");
        assertThat(words(Quoting.SH, "a $X")).isEqualTo("<a><$X>");
    }

    @Test
    void ofImages() {
        assertThat(words(Quoting.IMAGE_COMMAND, "a $X \"${Y:-a b}\" '$Z' \\$A $(b c)d `e f`"))
                .isEqualTo("<a><?><?><$Z><$A><?d><?>");
        assertThat(words(Quoting.IMAGE_COMMAND, "a$ \"$@\" $1")).isEqualTo("<a$><?><?>");
    }

    /** Recorded from Docker Compose 2.40.3: {@code docker compose config} of a service with this command. */
    @Test
    void ofCompose() {
        assertThat(words(Quoting.COMPOSE, "a\tb\nc\rd")).isEqualTo("<a><b><c><d>");
        assertThat(words(Quoting.COMPOSE, "a\fb\u000Bc\u3000d\u2028e\u001Ff\u00A0g"))
                .isEqualTo("<a\fb\u000Bc\u3000d\u2028e\u001Ff\u00A0g>");
        assertThat(words(Quoting.COMPOSE, "a \"b\\nc\" d")).isEqualTo("<a><bnc><d>");
        assertThat(words(Quoting.COMPOSE, "a \"b\\\"c\"")).isEqualTo("<a><b\"c>");
        assertThat(words(Quoting.COMPOSE, "a 'b\\nc'")).isEqualTo("<a><b\\nc>");
        assertThat(words(Quoting.COMPOSE, "a\\nb")).isEqualTo("<anb>");
        assertThat(words(Quoting.COMPOSE, "a b;c")).isEqualTo("<a><b>");
        assertThat(words(Quoting.COMPOSE, "a \"b;c\"")).isEqualTo("<a><b;c>");
        assertThat(words(Quoting.COMPOSE, "a '' b")).isEqualTo("<a><><b>");
    }

    @Test
    void ofDockerfiles() {
        assertThat(Quoting.dockerfile('\\').written(whole("A=\"b c\" D=e\\ f 'g\\' h")))
                .extracting(Text::value)
                .containsExactly("A=\"b c\"", "D=e\\ f", "'g\\'", "h");
        assertThat(Quoting.dockerfile('`').written(whole("A=b` c D=\\ e")))
                .extracting(Text::value)
                .containsExactly("A=b` c", "D=\\", "e");
        assertThat(words(Quoting.DOCKERFILE_FLAGS, "--a='b\\'c d' --e=f\\")).isEqualTo("<--a=b'c d><--e=f>");
        assertThat(words(Quoting.DOCKERFILE_FLAGS, "a\u00A0b")).isEqualTo("<a><b>");
    }

    @Test
    void tellsOpenQuotes() {
        assertThat(Quoting.COMPOSE.isClosed("a 'b\"' \"c'\"")).isTrue();
        assertThat(Quoting.COMPOSE.isClosed("a 'b\\'")).isTrue();
        assertThat(Quoting.COMPOSE.isClosed("a \"b\\\"")).isFalse();
        assertThat(Quoting.COMPOSE.isClosed("a ; 'b")).isTrue();
        assertThat(Quoting.SH.openBehind("a 'b", 0, 4, Quoting.NONE)).isEqualTo('\'');
        assertThat(Quoting.SH.openBehind("a' \"b", 0, 5, '\'')).isEqualTo('"');
        assertThat(Quoting.SH.close("\"a\\\"b\"c", 0, 7)).isEqualTo(5);
        assertThat(Quoting.SH.close("'a\\'b'", 0, 6)).isEqualTo(3);
        assertThat(Quoting.POWERSHELL.close("\"a`\"b\"", 0, 6)).isEqualTo(5);
        assertThat(Quoting.SH.close("\"a", 0, 2)).isEqualTo(-1);
    }

    /** Recorded: {@code bash} ends a here-document at the word without its quotes. */
    @Test
    void namesHereDocuments() {
        for (String delimiter : List.of("'a b'", "a\\ b", "a' 'b")) {
            String text = delimiter + "; c";
            int end = HereDocument.delimiterEnd(text, 0, text.length());
            assertThat(text.substring(0, end)).isEqualTo(delimiter);
            assertThat(HereDocument.of(delimiter, false)).isEqualTo(new HereDocument("a b", false));
        }
        assertThat(HereDocument.of("''", false)).isNull();
        assertThat(new HereDocument("E", true).isClosedBy("\t\tE\n", 0, 3)).isTrue();
        assertThat(new HereDocument("E", false).isClosedBy("\tE\n", 0, 2)).isFalse();
        assertThat(new HereDocument("E", true).isClosedBy("E ", 0, 2)).isFalse();
    }

    /** Words are parts of the text in order, each unit of them a unit of it. */
    @Property
    void anyTextIsRead(
            @ForAll
                    @Chars({'a', ' ', '\'', '"', '\\', '$', '`', '\n', '\r', ';', '{', '('})
                    @CharRange(from = 'x', to = 'z')
                    String text) {
        for (Quoting quoting : List.of(
                Quoting.SH,
                Quoting.IMAGE_COMMAND,
                Quoting.POWERSHELL,
                Quoting.COMPOSE,
                Quoting.DOCKERFILE_FLAGS,
                Quoting.dockerfile('`'))) {
            int end = 0;
            for (Text word : quoting.written(whole(text))) {
                Span span = word.location().span();
                assertThat(span.start()).isGreaterThanOrEqualTo(end);
                assertThat(text.substring(span.start(), span.end())).isEqualTo(word.value());
                Text plain = quoting.unquoted(word);
                assertThat(plain.length()).isLessThanOrEqualTo(word.length());
                end = span.end();
            }
        }
    }
}
