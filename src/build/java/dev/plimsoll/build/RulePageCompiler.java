package dev.plimsoll.build;

import dev.plimsoll.catalog.Facet;
import dev.plimsoll.catalog.FixKind;
import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleOption;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.LineIndex;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks the rule pages and makes their index. A page is {@code rules/<id>.md}: front matter between two lines of three
 * dashes, a summary line, the prose. The lines of the index are described where they are read.
 */
final class RulePageCompiler {
    private static final String FENCE = "---";
    private static final String ENDING = ".md";
    private static final String KEBAB = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    private static final List<String> KEYS = List.of(
            "id",
            "severity",
            "category",
            "profile",
            "fix",
            "looks-at",
            "since",
            "refused",
            "told",
            "documentation",
            "options",
            "security-severity",
            "references");
    private static final List<String> OPTION_KEYS = List.of("type", "unit", "among", "min", "max", "default", "about");
    /** What a reference may be: an address, a section of a benchmark or sheet, a weakness. */
    private static final String REFERENCE = "https://\\S+|CIS Docker Benchmark 1\\.6, [0-9]+\\.[0-9]+"
            + "|OWASP Docker Security Cheat Sheet, rule [0-9]+a?|NIST SP 800-190, [0-9.]+|CWE-[0-9]+";

    private static final String SECURITY = "security";
    /** What separates in the index. */
    private static final String SEPARATORS = ";,=";

    private RulePageCompiler() {}

    static String compile(File rules, List<String> mistakes) {
        Map<String, String> lines = new TreeMap<>();
        String[] names = rules.list((folder, name) -> name.endsWith(ENDING));
        if (names == null) {
            mistakes.add(rules + ": is not a folder");
            return "";
        }
        Arrays.sort(names);
        for (String name : names) {
            try {
                SourceFile file = SourceReader.read(new File(rules, name), rules.getName() + "/" + name);
                String id = name.substring(0, name.length() - ENDING.length());
                lines.put(id, line(file, id));
            } catch (UnreadableSourceException e) {
                mistakes.add(new CatalogException(e.at(), e.getMessage()).getMessage());
            } catch (YamlSyntaxException e) {
                mistakes.add(new CatalogException(e.at(), e.getMessage()).getMessage());
            } catch (CatalogException e) {
                mistakes.add(e.getMessage());
            }
        }
        return String.join("", lines.values());
    }

    private static String line(SourceFile file, String id) throws CatalogException, YamlSyntaxException {
        int fence = closingFence(file);
        Section front = frontMatter(file, fence);
        String severity = word(front, "severity", Severity.of(front.string("severity")));
        String profile = word(front, "profile", Profile.of(front.string("profile")));
        String fix = word(front, "fix", FixKind.of(front.string("fix")));
        String written = matching(front, "id", KEBAB);
        if (!written.equals(id)) {
            throw new CatalogException(front.require("id"), "the id \"" + written + "\" is not the file's name");
        }
        references(front);
        securitySeverity(front);
        String facets = facets(front);
        String options = options(front);
        String ranges = ranges(front);
        String refused = oneOf(front, "refused", "true", "some");
        String told = oneOf(front, "told", "most", "cause");
        String documentation = oneOf(front, "documentation", "silent");
        return id + "\t" + severity + "\t" + matching(front, "category", KEBAB) + "\t" + profile + "\t" + fix + "\t"
                + matching(front, "since", "[0-9]+(\\.[0-9]+){2}") + "\t" + refused + "\t" + told + "\t" + documentation
                + "\t"
                + facets + "\t"
                + summary(file, fence) + "\t" + options + "\t" + ranges + "\n";
    }

    /** The number of the line that ends the front matter. */
    private static int closingFence(SourceFile file) throws CatalogException {
        LineIndex lines = file.lines();
        if (!text(file, 1).equals(FENCE)) {
            throw new CatalogException(at(file, 1), "a rule page begins with front matter between lines of " + FENCE);
        }
        for (int line = 2; line <= lines.count(); line++) {
            if (text(file, line).equals(FENCE)) {
                return line;
            }
        }
        throw new CatalogException(at(file, 1), "the front matter has no closing line of " + FENCE);
    }

    private static Section frontMatter(SourceFile file, int fence) throws CatalogException, YamlSyntaxException {
        int end = file.lines().line(fence).start();
        // cut at the end only, so that places in the front matter are places in the page
        List<YamlNode> roots =
                YamlParser.parse(new SourceFile(file.path(), file.text().substring(0, end)));
        if (roots.isEmpty()) {
            throw new CatalogException(at(file, 1), "the front matter is empty");
        }
        return Section.of(roots.get(0), KEYS);
    }

    private static String word(Section front, String key, Optional<?> known) throws CatalogException {
        if (known.isEmpty()) {
            throw new CatalogException(front.require(key), "unknown " + key + " \"" + front.string(key) + "\"");
        }
        return front.string(key);
    }

    private static String matching(Section front, String key, String pattern) throws CatalogException {
        String value = front.string(key);
        if (!value.matches(pattern)) {
            throw new CatalogException(front.require(key), key + " \"" + value + "\" does not match " + pattern);
        }
        return value;
    }

    private static void references(Section front) throws CatalogException {
        for (YamlNode reference : front.list("references")) {
            if (!Section.filled(reference).matches(REFERENCE)) {
                throw new CatalogException(
                        reference,
                        "a reference is an address, or as these: CIS Docker Benchmark 1.6, 5.5;"
                                + " OWASP Docker Security Cheat Sheet, rule 3; NIST SP 800-190, 4.4.3; CWE-250");
            }
        }
    }

    /** GitHub's scale; what is about attackers must be on it. */
    private static void securitySeverity(Section front) throws CatalogException {
        YamlNode written = front.get("security-severity");
        if (written != null && !Section.filled(written).matches("10\\.0|[0-9]\\.[0-9]")) {
            throw new CatalogException(written, "security-severity is a number from 0.0 to 10.0 with one decimal");
        }
        if (written == null && front.string("category").equals(SECURITY)) {
            throw new CatalogException(front.node(), "a page of the category security has a security-severity");
        }
    }

    /** One of some words, or nothing where the key is left out. */
    private static String oneOf(Section front, String key, String... words) throws CatalogException {
        YamlNode written = front.get(key);
        String word = written == null ? "" : Section.filled(written);
        if (written != null && !List.of(words).contains(word)) {
            throw new CatalogException(written, key + " is " + String.join(" or ", words) + ", or left out");
        }
        return word;
    }

    /** The words of {@code looks-at}: one, or a list of some. */
    private static String facets(Section front) throws CatalogException {
        YamlNode written = front.require("looks-at");
        List<YamlNode> words = written instanceof YamlScalar ? List.of(written) : Section.items(written);
        StringBuilder facets = new StringBuilder();
        for (YamlNode word : words) {
            String label = Section.filled(word);
            Optional<Facet> facet = Facet.of(label);
            if (facet.isEmpty()) {
                throw new CatalogException(word, "unknown facet \"" + label + "\"; known are " + knownFacets());
            }
            boolean alone = facet.get() == Facet.TEXT || facet.get() == Facet.ANY;
            if (alone && words.size() > 1) {
                throw new CatalogException(word, "\"" + label + "\" stands alone");
            }
            facets.append(facets.length() == 0 ? "" : " ").append(label);
        }
        return facets.toString();
    }

    private static String knownFacets() {
        List<String> labels = new ArrayList<>();
        for (Facet facet : Facet.values()) {
            labels.add(facet.label());
        }
        return String.join(", ", labels);
    }

    /** The defaults of the options, checked as what a configuration sets is. */
    private static String options(Section front) throws CatalogException {
        List<String> options = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : written(front).entrySet()) {
            Section option = Section.of(entry.getValue(), OPTION_KEYS);
            if (!entry.getKey().matches(KEBAB)) {
                throw new CatalogException(entry.getValue(), "the option \"" + entry.getKey() + "\" is not kebab-case");
            }
            oneLine(option.require("about"));
            YamlNode standard = option.require("default");
            RuleOption range = range(option);
            boolean none = range.type() == RuleOption.Type.WORDS
                    && Section.text(standard).isEmpty();
            String value = none ? "" : plain(standard);
            Optional<String> demand = range.demand(value);
            if (demand.isPresent()) {
                throw new CatalogException(standard, "the default must be " + demand.get());
            }
            options.add(entry.getKey() + "=" + value);
        }
        return String.join(";", options);
    }

    private static String ranges(Section front) throws CatalogException {
        List<String> ranges = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : written(front).entrySet()) {
            RuleOption range = range(Section.of(entry.getValue(), OPTION_KEYS));
            ranges.add(entry.getKey() + "=" + range.type().label() + "," + range.unit() + "," + range.min() + ","
                    + range.max());
        }
        return String.join(";", ranges);
    }

    private static Map<String, YamlNode> written(Section front) throws CatalogException {
        YamlNode options = front.get("options");
        return options == null ? Map.of() : Section.open(options).values();
    }

    private static RuleOption range(Section option) throws CatalogException {
        YamlNode written = option.require("type");
        Optional<RuleOption.Type> type = RuleOption.Type.of(Section.filled(written));
        if (type.isEmpty()) {
            throw new CatalogException(written, "unknown type \"" + Section.filled(written) + "\"");
        }
        YamlNode unit = option.get("unit");
        YamlNode among = option.get("among");
        if ((type.get() == RuleOption.Type.CHOICE) != (among != null)) {
            throw new CatalogException(option.node(), "a choice, and nothing else, is among some words");
        }
        if (among != null) {
            return new RuleOption(type.get(), String.join(" ", FactWriter.sequence(among)), "", "");
        }
        if (type.get() == RuleOption.Type.WORDS) {
            if (unit != null || option.get("min") != null || option.get("max") != null) {
                throw new CatalogException(option.node(), "words have no unit, min and max");
            }
            return new RuleOption(type.get(), "", "", "");
        }
        boolean size = type.get() == RuleOption.Type.SIZE;
        if (size == (unit != null)) {
            throw new CatalogException(option.node(), "a number has a unit, and a size brings its own");
        }
        RuleOption range = new RuleOption(
                type.get(),
                unit == null ? "" : plain(unit),
                bound(option, "min", type.get()),
                bound(option, "max", type.get()));
        if (range.least() > range.most()) {
            throw new CatalogException(option.require("min"), "min is above max");
        }
        return range;
    }

    private static String bound(Section option, String key, RuleOption.Type type) throws CatalogException {
        YamlNode written = option.require(key);
        String bound = plain(written);
        if (!type.accepts(bound)) {
            throw new CatalogException(written, "\"" + bound + "\" is not of type " + type.label());
        }
        return bound;
    }

    private static String plain(YamlNode node) throws CatalogException {
        String value = oneLine(node);
        for (int i = 0; i < value.length(); i++) {
            if (SEPARATORS.indexOf(value.charAt(i)) >= 0) {
                throw new CatalogException(
                        node, "must not hold one of " + SEPARATORS + ", which separate in the index");
            }
        }
        return value;
    }

    private static String oneLine(YamlNode node) throws CatalogException {
        String value = Section.filled(node);
        if (value.indexOf('\n') >= 0 || value.indexOf('\t') >= 0) {
            throw new CatalogException(node, "must be one line without tabs");
        }
        return value;
    }

    private static String summary(SourceFile file, int fence) throws CatalogException {
        for (int line = fence + 1; line <= file.lines().count(); line++) {
            String summary = text(file, line).strip();
            if (summary.isEmpty()) {
                continue;
            }
            if (summary.endsWith(".") || summary.startsWith("#") || summary.indexOf('\t') >= 0) {
                throw new CatalogException(
                        at(file, line), "the summary is one line of prose: no heading, no tab, no final period");
            }
            if (line < file.lines().count() && !text(file, line + 1).isBlank()) {
                throw new CatalogException(at(file, line + 1), "the summary is one line: leave the next one empty");
            }
            return summary;
        }
        throw new CatalogException(at(file, fence), "the page has no summary after its front matter");
    }

    private static String text(SourceFile file, int line) {
        Span span = file.lines().line(line);
        return file.text().substring(span.start(), span.end()).stripTrailing();
    }

    private static Location at(SourceFile file, int line) {
        return new Location(file, Span.at(file.lines().line(line).start()));
    }
}
