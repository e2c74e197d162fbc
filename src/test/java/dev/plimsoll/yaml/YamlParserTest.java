package dev.plimsoll.yaml;

import static dev.plimsoll.yaml.YamlFixture.at;
import static dev.plimsoll.yaml.YamlFixture.documents;
import static dev.plimsoll.yaml.YamlFixture.parse;
import static dev.plimsoll.yaml.YamlFixture.raw;
import static dev.plimsoll.yaml.YamlFixture.refused;
import static dev.plimsoll.yaml.YamlFixture.scalar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.source.Position;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlParserTest {
    @Test
    void spansCoverTheContentOfEachKindOfNode() {
        YamlNode root = parse("""
                plain: a b
                single: 'it''s'
                double: "a\\tb"
                flow: {k: [1, "2"]}
                block:
                  - x
                  - y: z
                literal: |
                  one
                  two
                folded: >-
                  one
                """);
        assertThat(raw(root, "plain")).isEqualTo("a b");
        assertThat(raw(root, "single")).isEqualTo("'it''s'");
        assertThat(raw(root, "double")).isEqualTo("\"a\\tb\"");
        assertThat(raw(root, "flow")).isEqualTo("{k: [1, \"2\"]}");
        assertThat(raw(root, "flow", "k")).isEqualTo("[1, \"2\"]");
        assertThat(raw(root, "block")).isEqualTo("- x\n  - y: z");
        assertThat(raw(root, "block", 1)).isEqualTo("y: z");
        assertThat(raw(root, "literal")).isEqualTo("|\n  one\n  two");
        assertThat(raw(root, "folded")).isEqualTo(">-\n  one");
        assertThat(root.span()).isEqualTo(new Span(0, root.file().text().length() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void spansAreRightWhateverEndsALine(String lineBreak) {
        YamlNode root = parse(String.join(lineBreak, "a:", "  - 'x' # c", "  - y", "# c", "b: {k: v}", ""));
        assertThat(raw(root, "a")).isEqualTo("- 'x' # c" + lineBreak + "  - y");
        assertThat(raw(root, "a", 0)).isEqualTo("'x'");
        assertThat(raw(root, "b")).isEqualTo("{k: v}");
        assertThat(at(root, "b", "k").location().start()).isEqualTo(new Position(5, 8));
    }

    @Test
    void spansCountUtf16UnitsBehindEmojiAndCjk() {
        YamlNode root = parse("😀: 界\n# 😀😀\n界: {a: \"😀\", b: [c, 😀d, e]}\nend: '😀'\n");
        assertThat(raw(root, "😀")).isEqualTo("界");
        assertThat(raw(root, "界", "a")).isEqualTo("\"😀\"");
        assertThat(raw(root, "界", "b")).isEqualTo("[c, 😀d, e]");
        assertThat(raw(root, "界", "b", 1)).isEqualTo("😀d");
        assertThat(raw(root, "界", "b", 2)).isEqualTo("e");
        assertThat(raw(root, "end")).isEqualTo("'😀'");
    }

    @Test
    void aByteOrderMarkMovesNothing() {
        YamlNode root = parse("\uFEFFa: b\n");
        assertThat(raw(root, "a")).isEqualTo("b");
        assertThat(root.span()).isEqualTo(new Span(0, 4));
    }

    @Test
    void tabsMaySeparateButCountAsOneColumn() {
        YamlNode root = parse("a:\t\"x\"\t# c\nb: [\tc\t,\td ]\n");
        assertThat(at(root, "a").location().start()).isEqualTo(new Position(1, 4));
        assertThat(raw(root, "b", 0)).isEqualTo("c");
        assertThat(raw(root, "b", 1)).isEqualTo("d");
    }

    @Test
    void aTabDoesNotIndent() {
        YamlSyntaxException e = refused("a:\n\tb: c\n");
        assertThat(e.at().start().line()).isEqualTo(2);
        assertThat(e).hasMessageStartingWith("not valid YAML: ");
    }

    @Test
    void aBlockEndsBeforeTheCommentsThatFollowIt() {
        YamlNode root =
                parse("a:\n  b: 1 # here\n  # below\n\n# far below\nc:\n  - 1\n  # below\n\nd: |\n  x\n\n\ne:\n");
        assertThat(raw(root, "a")).isEqualTo("b: 1");
        assertThat(raw(root, "c")).isEqualTo("- 1");
        assertThat(raw(root, "d")).isEqualTo("|\n  x");
        assertThat(root.location().text()).endsWith("e:");
    }

    @Test
    void anAbsentValueIsAPlaceBehindItsColon() {
        YamlNode root = parse("a:\nb: # c\nc: [x, ]\n");
        assertThat(at(root, "a").span()).isEqualTo(Span.at(2));
        assertThat(at(root, "b").span().isEmpty()).isTrue();
        assertThat(at(root, "b").location().start().line()).isEqualTo(2);
        assertThat(scalar(root, "a").kind()).isEqualTo(YamlScalar.Kind.NULL);
    }

    @Test
    void anAliasKeepsItsPlaceAndKnowsItsTarget() {
        YamlNode root = parse("a: &x [1]\nb: *x\nc: &y 2\n");
        YamlAlias alias = (YamlAlias) at(root, "b");
        assertThat(alias.location().text()).isEqualTo("*x");
        assertThat(alias.name()).isEqualTo("x");
        assertThat(alias.target()).isSameAs(at(root, "a"));
        assertThat(at(root, "a").isReferenced()).isTrue();
        assertThat(at(root, "c").isReferenced()).isFalse();
        assertThat(at(root, "a").anchor()).contains("x");
    }

    @Test
    void anAliasMeansTheLastAnchorBeforeIt() {
        YamlNode root = parse("a: &x 1\nb: &x 2\nc: *x\nd: &x 3\n");
        assertThat(((YamlScalar) ((YamlAlias) at(root, "c")).target()).value()).isEqualTo("2");
    }

    @Test
    void spansLeaveAnchorsAndTagsOut() {
        YamlNode root = parse(
                "a: &x !reset [1]\nb: !override &y\n  k: v\nc: !!str 5\nd: &e # comment\n  - f\n? &g h\n: !i \"j\"\nk: &l\n");
        assertThat(raw(root, "a")).isEqualTo("[1]");
        assertThat(raw(root, "b")).isEqualTo("k: v");
        assertThat(raw(root, "c")).isEqualTo("5");
        assertThat(raw(root, "d")).isEqualTo("- f");
        assertThat(raw(root, "h")).isEqualTo("\"j\"");
        assertThat(at(root, "k").span().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aCommentBehindAnAnchorIsNotContent(String lineBreak) {
        YamlNode root = parse("a: &x # c" + lineBreak + "  v" + lineBreak);
        assertThat(raw(root, "a")).isEqualTo("v");
    }

    @Test
    void tagsAreToldAsWritten() {
        YamlNode root = parse("a: !reset null\nb: !override [x]\nc: !!str 5\nd: e\n");
        assertThat(at(root, "a").tag()).contains("!reset");
        assertThat(at(root, "b").tag()).contains("!override");
        assertThat(at(root, "c").tag()).contains("tag:yaml.org,2002:str");
        assertThat(at(root, "d").tag()).isEmpty();
    }

    @Test
    void keepsQuoteStyleAndFlowStyle() {
        YamlNode root = parse("a: 'x'\nb: \"x\"\nc: |\n  x\nd: >\n  x\ne: x\nf: {g: [h]}\ni:\n- j\n");
        assertThat(scalar(root, "a").style()).isEqualTo(YamlScalar.Style.SINGLE_QUOTED);
        assertThat(scalar(root, "b").style()).isEqualTo(YamlScalar.Style.DOUBLE_QUOTED);
        assertThat(scalar(root, "c").style()).isEqualTo(YamlScalar.Style.LITERAL);
        assertThat(scalar(root, "d").style()).isEqualTo(YamlScalar.Style.FOLDED);
        assertThat(scalar(root, "e").style()).isEqualTo(YamlScalar.Style.PLAIN);
        assertThat(((YamlMapping) at(root, "f")).isFlow()).isTrue();
        assertThat(((YamlSequence) at(root, "f", "g")).isFlow()).isTrue();
        assertThat(((YamlSequence) at(root, "i")).isFlow()).isFalse();
    }

    @Test
    void mergeKeysStayKeys() {
        YamlMapping root = (YamlMapping) parse("<<: {a: 1}\nb: 2\n");
        assertThat(((YamlScalar) root.entries().get(0).key()).value()).isEqualTo("<<");
    }

    @Test
    void readsAllDocumentsWithThoseThatAMarkerBegins() {
        List<YamlNode> documents = documents("a: 1\n---\n---\n# nothing\n---\nb: 2\n...\n---\n~\n");
        assertThat(documents).hasSize(5);
        assertThat(documents.get(1).location().start()).isEqualTo(new Position(2, 1));
        assertThat(((YamlScalar) documents.get(1)).kind()).isEqualTo(YamlScalar.Kind.NULL);
        assertThat(raw(documents.get(3), "b")).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# comment", "null", "\uFEFF"})
    void aFileOfNothingHasNoDocuments(String text) {
        assertThat(documents(text)).isEmpty();
    }

    @Test
    void aScalarMayBeADocument() {
        assertThat(((YamlScalar) parse("just words")).value()).isEqualTo("just words");
    }

    /** What Docker's reader makes of a colon before a comma or a bracket; Compose 2.40.3 says "old:" is not allowed. */
    @Test
    void aColonBeforeAFlowIndicatorBelongsToTheKey() {
        YamlMapping mapping = (YamlMapping) parse("{old:, new: 1, list: [a:, b: c], \"quoted\":, last:}");
        assertThat(mapping.entries().stream().map(entry -> ((YamlScalar) entry.key()).value()))
                .containsExactly("old:", "new", "list", "quoted", "last:");
        YamlSequence list = (YamlSequence) mapping.entries().get(2).value();
        assertThat(((YamlScalar) list.items().get(0)).value()).isEqualTo("a:");
        assertThat(list.items().get(1)).isInstanceOf(YamlMapping.class);
    }

    /** As Go's reader finds them; what Compose 2.40.3 does with each is recorded in testdata/loading/environment-*. */
    @ParameterizedTest
    @CsvSource({
        "2024-05-01, true",
        "2024-5-1, true",
        "2024-02-29, true",
        "2023-02-29, false",
        "2024-13-01, false",
        "2024-04-31, false",
        "2024-05-01T10:00:00Z, true",
        "2024-05-01t1:2:3-02:00, true",
        "2024-05-01T10:00:00, false",
        "2024-05-01T10:00:00+0200, false",
        "2024-05-01 10:00:00.5, true",
        "2024-05-01  10:00:00, true",
        "2024-05-01 10:00, false",
        "2024-05-01 24:00:00, false",
        "2024-05-01 10:00:60, false",
        "2024-05-01x, false",
        "2024-005-01, false",
        "24-05-01, false",
        "'\"2024-05-01\"', false",
    })
    void knowsDatesWithoutQuotes(String written, boolean date) {
        assertThat(((YamlScalar) parse(written)).isDate()).isEqualTo(date);
    }

    @Test
    void aTemplateIsSaidToBeOne() {
        assertThat(refused("{{ if .Values.cache }}\nservices:\n  a: {}\n{{ end }}\n"))
                .hasMessageContaining("template");
        assertThat(refused("services:\n  a:\n    image: {{ image }}:1\n  b: ]\n"))
                .hasMessageContaining("template");
        assertThat(refused("services:\n  a:\n    test: \"docker ps --format '{{.Names}}'\"\n  b: ]\n"))
                .hasMessageContaining("not valid YAML");
    }

    @Test
    void aThousandDocuments() {
        assertThat(documents("a: 1\n---\n".repeat(1_000))).hasSize(1_001);
    }

    /** Docker Compose reads all documents with one decoder, whose anchors live on from document to document. */
    @Test
    void anchorsReachIntoLaterDocumentsAsInDocker() {
        List<YamlNode> documents = documents("a: &x 1\n---\nb: *x\n");
        assertThat(((YamlScalar) ((YamlAlias) at(documents.get(1), "b")).target()).value())
                .isEqualTo("1");
    }

    @Test
    void refusesADuplicateKeyAtItsSecondPlace() {
        YamlSyntaxException e = refused("a: 1\nb:\n  c: 1\n  \"c\": 2\n");
        assertThat(e).hasMessage("the key \"c\" is defined twice, first on line 3");
        assertThat(e.at().text()).isEqualTo("\"c\"");
        assertThat(e.at().start()).isEqualTo(new Position(4, 3));
    }

    @Test
    void messagesAreOneLineWhateverTheyQuote() {
        assertThat(refused("\"a\\nb\": 1\n\"a\\nb\": 2\n").getMessage()).doesNotContain("\n");
    }

    @Test
    void refusesTwoMergeKeysInOneMapping() {
        assertThat(refused("<<: {a: 1}\n<<: {b: 1}\n")).hasMessageContaining("twice");
    }

    @Test
    void theSameKeyInAnotherMappingIsNoDuplicate() {
        YamlNode root = parse("a: {k: 1}\nb: {k: 1}\n");
        assertThat(raw(root, "b", "k")).isEqualTo("1");
    }

    @Test
    void refusesAnAliasWithoutAnchor() {
        YamlSyntaxException e = refused("a: 1\nb: *nope\n");
        assertThat(e).hasMessage("alias *nope has no anchor &nope before it");
        assertThat(e.at().text()).isEqualTo("*nope");
    }

    @Test
    void refusesAnAliasBeforeItsAnchor() {
        assertThat(refused("a: *x\nb: &x 1\n").at().text()).isEqualTo("*x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x [*x]", "a: &x {b: {c: *x}}", "a: &x\n  - b: *x\n"})
    void refusesAnAliasInsideItsOwnAnchor(String text) {
        YamlSyntaxException e = refused(text);
        assertThat(e).hasMessage("alias *x lies inside its own anchor &x");
        assertThat(e.at().text()).isEqualTo("*x");
    }

    @ParameterizedTest
    @CsvSource({
        "'a: [1, 2\n', 2, 1",
        "'a: {b: 1\n', 2, 1",
        "'a: \"b\n', 2, 1",
        "'a: b: c\n', 1, 5",
        "'a: 1\n b: 2\n', 2, 3",
        "'a: %b\n', 1, 4",
        "'- a\nb: c\n', 2, 1",
        "'a: @b\n', 1, 4",
    })
    void pointsAtWhatIsNotYaml(String text, int line, int column) {
        YamlSyntaxException e = refused(text);
        assertThat(e.at().start()).isEqualTo(new Position(line, column));
        assertThat(e.getMessage())
                .startsWith("not valid YAML: ")
                .doesNotContain("\n")
                .doesNotContain(": ,");
    }

    @Test
    void aMessageWithoutContextBeginsWithTheProblem() {
        assertThat(refused("k: -\n")).hasMessage("not valid YAML: sequence entries are not allowed here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0001", "\u0007", "\u001B", "\uFFFE", "\uFFFF", "\uD800", "\uDC00"})
    void refusesControlCharactersWhereTheyStand(String control) {
        YamlSyntaxException e = refused("a: 😀\nb: x" + control + "y\n");
        assertThat(e.at().start()).isEqualTo(new Position(2, 5));
        assertThat(e.getMessage()).contains(String.format("U+%04X", (int) control.charAt(0)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\\x",
                "\"\\x4",
                "\"\\u",
                "\"\\u12",
                "\"\\U",
                "\"\\",
                "a: \"\\x",
                "\"\\xZZ\"",
                "\"\\q\"",
                "\"\\UFFFFFFFF\"",
                "\"\\U00110000\"",
                "\"\\uD800\"",
                "'",
                "|",
                "|x",
                "!<",
                "!<a",
                "&",
                "*",
                "%YAML",
                "%YAML 99.9\n---\n",
                "%TAG ! x",
                "? ? ?",
                "- - - -",
                "[[[",
                "{{{",
                "!!",
                "!a!b c",
                "--- ---",
                "&a &b c",
                "!a !b c",
                "*a :",
                "- -\n-",
                "\t",
                "---\t",
                "...",
                "%"
            })
    void halfATokenIsATreeOrASyntaxError(String text) {
        try {
            assertThat(YamlParser.parse(new SourceFile("compose.yaml", text))).hasSizeLessThan(2);
        } catch (YamlSyntaxException e) {
            assertThat(e.at().span().end()).isLessThanOrEqualTo(text.length());
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
