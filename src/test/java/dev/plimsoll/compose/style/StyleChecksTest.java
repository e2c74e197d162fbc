package dev.plimsoll.compose.style;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why fixes of style are refused, and what the options say. Fixtures of the rules show what the fixes do. */
class StyleChecksTest {
    private static List<Finding> find(String rule, Map<String, String> options, String text) {
        SourceFile file = new SourceFile("compose.yaml", text.replace("|", "\n"));
        try {
            return StyleChecks.check(YamlParser.parse(file), Map.of(rule, options)).stream()
                    .map(RuleFinding::finding)
                    .toList();
        } catch (YamlSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static String outcome(String rule, Map<String, String> options, String text) {
        List<Finding> found = find(rule, options, text);
        if (found.isEmpty()) {
            return "fine";
        }
        Finding first = found.get(0);
        assertThat(first.fixes().isEmpty()).isEqualTo(first.refusal().isPresent());
        return first.fixes().isEmpty()
                ? first.refusal().orElseThrow()
                : first.fixes().get(0).applyTo(first.at().file()).replace("\n", "|");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                // the alias would come first, or stand for another one
                "services:|  b: &x|    a: b|  a: *x; the alias *x would no longer come after its anchor &x",
                "services:|  c: {l: &x a}|  b: {l: *x}|  a: {l: &x b}; the alias *x would no longer come after its anchor &x",
                "services:|  c: {l: &x a}|  a: {l: &x b}|v: {l: *x}; an anchor is defined twice",
                "v: &x {}|services:|  b: *x|  a: {l: *x}; v: &x {}|services:|  a: {l: *x}|  b: *x",
                // groups
                "services:|  b: {}|  # more||  a: {}; the comment on line 3, with a blank line below it, divides it into groups",
                "services:|  # all||  b: {}|  a: {}; services:|  # all||  a: {}|  b: {}",
                "services:|  b: {}|  a: {}||  # more||  c: {}; services:|  a: {}|  b: {}||  # more||  c: {}",
                // forms without lines of their own
                "services: {b: {}, a: {}}; it is written in braces",
                "services:|  ? b|  : {}|  a: {}; it is written in a way that cannot be edited",
                "services:|  &k b: {}|  a: {}; it is written in a way that cannot be edited",
                "--- {services: {b: , a: }}; it is written in braces",
                // ends of blocks
                "services:|  b:|    c: >|      d|  a:|    c: e; services:|  a:|    c: e|  b:|    c: >|      d",
                "services:|  b:|    c: >+|      d|  a:|    c: e||; a text written as a block would change at its end",
                "services:|  b:|    c: >|      d|  a:|    c: e|     |x-a:; a text written as a block would change at its end",
                "services:|  b:|    c: >|      d|  a:|    c: e||x-a:; services:|  a:|    c: e|  b:|    c: >|      d||x-a:",
                "services:|    # deep|  b:|    c: e|  a:|    c: >|     d|; a text written as a block would change at its end",
                // what goes with a service, and what stays
                "services:|  b: {}|    # of b|  a: {}|  # last; services:|  a: {}|  b: {}|    # of b|  # last",
                "services:|  b: {}|# of a|  a: {}; services:|# of a|  a: {}|  b: {}",
                "services:|  a: {}|  B: {}|  c: {}; fine",
            })
    void ordersServicesOrSaysWhyNot(String text, String outcome) {
        String end = outcome.contains("services:") ? "|" : "";
        assertThat(outcome("service-order", Map.of(), text + "|")).isEqualTo(outcome + end);
    }

    @Test
    void movesNoBlockAcrossAMissingEndOfLine() {
        String reason = "a text written as a block would change at its end";
        assertThat(outcome("service-order", Map.of(), "services:|  b: {}|  a:|    c: >|      d"))
                .isEqualTo(reason);
        assertThat(outcome("service-order", Map.of(), "services:|  b:|    c: >|      d|  a: {}"))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\u0085", "\u2028"})
    void movesNoUnusualEndsOfLines(String end) {
        String text = "services:|  b: {}|  # a" + end + "# b|  a: {}|";
        assertThat(outcome("service-order", Map.of(), text)).isEqualTo("its lines end in unusual ways");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "# all of it|services: {}|name: a; the comment at the top may be about the whole file",
                "---|# all of it|services: {}|name: a; the comment at the top may be about the whole file",
                "# all of it||# the services|services: {}|name: a; # all of it||name: a|# the services|services: {}",
                "services: {}|odd: {}|name: a; name: a|services: {}|odd: {}",
                "x-b: {}|x-a: {}|; x-a: {}|x-b: {}|",
                "x-c: &c {}|x-b: *c|x-a: {}|; x-a: {}|x-c: &c {}|x-b: *c|",
                "x-c: &c {}|x-b: *c; fine",
                "name: a|x-a: {}|; x-a: {}|name: a|",
            })
    void ordersTheTopLevelOrSaysWhyNot(String text, String outcome) {
        Map<String, String> options = Map.of("order", "x- name services volumes");
        assertThat(outcome("top-level-order", options, text)).isEqualTo(outcome);
    }

    @Test
    void takesTheOrderOfKeysFromItsOption() {
        String text = "services:|  a:|    user: x|    z: y|    image: b|    b: c|";
        assertThat(outcome("service-key-order", Map.of("order", "image user"), text))
                .isEqualTo("services:|  a:|    image: b|    user: x|    b: c|    z: y|");
        assertThat(outcome("service-key-order", Map.of("order", "user z image b"), text))
                .isEqualTo("fine");
        assertThat(outcome("service-key-order", Map.of("order", ""), text))
                .isEqualTo("services:|  a:|    b: c|    image: b|    user: x|    z: y|");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "any; 80:80; \"80:80\"",
                "any; '80:80'; fine",
                "single; 80:80; '80:80'",
                "single; \"80:80\"; '80:80'",
                "double; '80:80'; \"80:80\"",
                "double; \"80:80\"; fine",
                "double; 'a\"b'; it would have to be written in another way between these quotes",
                "single; \"8\\x30\"; it would have to be written in another way between these quotes",
                "any; 0120; YAML reads another number than the one that is written",
                "any; 8_0; YAML reads another number than the one that is written",
                "any; 80.0; YAML reads another number than the one that is written",
                "any; &p 80; \"80\"",
                "any; !!str 80; fine",
                "any; {target: 80}; fine",
                "any; ; fine",
            })
    void quotesPorts(String quotes, String port, String outcome) {
        String before = "services:|  a:|    ports:|      - ";
        String text = before + (port == null ? "" : port) + "|";
        String seen = outcome("port-unquoted", Map.of("quotes", quotes), text);
        assertThat(seen.replace(before, "").replace("&p ", "").replace("|", "")).isEqualTo(outcome);
    }

    @Test
    void quotesNoNumberThatAnAliasRepeats() {
        String text = "services:|  a:|    expose: [&p 80]|    environment: {A: *p}";
        assertThat(outcome("port-unquoted", Map.of("quotes", "any"), text)).isEqualTo("an alias repeats it elsewhere");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "- 'a:/b'; - a:/b",
                "- \"a:/b\"; - a:/b",
                "['a:/b']; [a:/b]",
                "['a:/b,c']; fine",
                "- 'a:/b,c'; - a:/b,c",
                "- 'a: b'; fine",
                "- 'a #b'; fine",
                "- '*a'; fine",
                "- '&a b'; fine",
                "- '!a b'; fine",
                "- '%a'; fine",
                "- '- a'; fine",
                "- ' a'; fine",
                "- 'it''s:/a'; fine",
                "- \"a\\tb\"; fine",
                "- 'yes'; fine",
                "- '~'; fine",
                "- '1:20'; fine",
                "- '2026-01-01'; fine",
                "- !!str 'a'; fine",
                "- >|        a; fine",
                "- C:\\a:/b; fine",
                "- 'C:\\a:/b'; - C:\\a:/b",
                "- ''; fine",
            })
    void takesQuotesFromVolumes(String list, String outcome) {
        String before = "services:|  a:|    volumes:|      ";
        assertThat(outcome("volume-quoted", Map.of(), before + list + "|").replace(before, ""))
                .isEqualTo(outcome.equals("fine") ? outcome : outcome + "|");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[b, a] # c; [a, b] # c",
                "[c , b,a, d]; [a , b,c, d]",
                "[b,|a]; it is written in brackets over several lines",
                "[&x b, a]; it is written in brackets",
                "[b, $a]; fine",
                "{b: {}, a: {}}; it is written in braces",
            })
    void ordersDependencies(String value, String outcome) {
        String before = "services:|  a:|    depends_on: ";
        assertThat(outcome("depends-on-order", Map.of(), before + value).replace(before, ""))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "53/udp, 53",
        "80:8080, 80",
        "127.0.0.1:80:8080, 80",
        "'[::1]:80:8080', 80",
        "::1:80:8080, 80",
        "127.0.0.1::8080, ''",
        "'${A:-1}:2', '${A:-1}'",
        "8000-8010:80-90/tcp, 8000-8010",
    })
    void knowsThePortOfTheHost(String written, String port) throws Exception {
        var list = (YamlSequence)
                YamlParser.parse(new SourceFile("a", "- \"" + written + "\"")).get(0);
        assertThat(PublishedPort.of(list.items().get(0))).isEqualTo(new PublishedPort(port));
    }

    @Test
    void sortsManyExtensionsInTime() {
        StringBuilder text = new StringBuilder("x-a: &a0 b\n");
        for (int i = 1; i < 20_000; i++) {
            text.append("x-" + (50_000 - i) + ": [&a" + i + " b, *a" + (i - 1) + "]\n");
        }
        assertThat(find("top-level-order", Map.of("order", "x-"), text.toString()))
                .isEmpty();
    }
}
