package dev.plimsoll.suppress;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.DoubleQuoted;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The findings that were there when a project took up Plimsoll. Each is known by its fingerprint, so it is recognised when
 * its line has moved or its message was reworded, and by how often it is there.
 *
 * <p>The file is YAML with one finding on a line, sorted, so that two branches that change it can be merged.
 */
public final class Baseline {
    /** The file's name unless somebody chose another. */
    public static final String DEFAULT_NAME = ".plimsoll-baseline.yaml";

    private static final String VERSION = "1";

    private final Map<String, Entry> entries = new TreeMap<>();

    /** An empty one. */
    public Baseline() {}

    private static final class Entry {
        final String rule;
        final String path;
        final String fingerprint;
        final String hint;
        int count;
        int seen;

        Entry(String rule, String path, String fingerprint, String hint, int count) {
            this.rule = rule;
            this.path = path;
            this.fingerprint = fingerprint;
            this.hint = hint;
            this.count = count;
        }

        /** The order in the file: by path, rule and identity. */
        String key() {
            return path + "\n" + rule + "\n" + fingerprint;
        }
    }

    /**
     * Reads a baseline.
     *
     * @param shown the path it is shown under
     * @param boundary what may be read
     * @throws InputException if it is missing, cannot be read or is no baseline
     */
    public static Baseline read(File file, String shown, TrustBoundary boundary) throws InputException {
        try {
            return read(boundary.read(file, shown));
        } catch (UnreadableSourceException e) {
            throw new InputException(e.at(), e.getMessage() == null ? "cannot be read" : e.getMessage());
        }
    }

    static Baseline read(SourceFile source) throws InputException {
        List<YamlNode> documents;
        try {
            documents = YamlParser.parse(source);
        } catch (YamlSyntaxException e) {
            throw new InputException(e.at(), e.getMessage() == null ? "not valid YAML" : e.getMessage());
        }
        Location start = new Location(source, Span.at(0));
        if (documents.size() != 1 || !(documents.get(0) instanceof YamlMapping root)) {
            throw new InputException(start, "is not a baseline: write one with plimsoll init --baseline");
        }
        YamlNode version = value(root, "version");
        if (!(version instanceof YamlScalar scalar) || !scalar.value().equals(VERSION)) {
            Location at = version == null ? start : version.location();
            throw new InputException(at, "a baseline begins with \"version: " + VERSION + "\"");
        }
        Baseline baseline = new Baseline();
        YamlNode findings = value(root, "findings");
        if (findings instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                baseline.add(entry(item));
            }
        } else if (findings != null
                && !(findings instanceof YamlScalar nothing && nothing.kind() == YamlScalar.Kind.NULL)) {
            throw new InputException(findings.location(), "findings must be a list");
        }
        return baseline;
    }

    private static @Nullable YamlNode value(YamlMapping mapping, String key) {
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (entry.key() instanceof YamlScalar scalar && scalar.value().equals(key)) {
                return entry.value();
            }
        }
        return null;
    }

    private static Entry entry(YamlNode item) throws InputException {
        if (!(item instanceof YamlMapping mapping)) {
            throw new InputException(item.location(), "a finding must be a mapping");
        }
        YamlNode count = value(mapping, "count");
        long number = count instanceof YamlScalar scalar ? scalar.integer().orElse(0) : 0;
        if (number < 1 || number > Integer.MAX_VALUE) {
            throw new InputException(
                    count == null ? item.location() : count.location(), "count must be a number from 1");
        }
        YamlNode hint = value(mapping, "hint");
        return new Entry(
                text(mapping, "rule"),
                text(mapping, "path"),
                text(mapping, "fingerprint"),
                hint instanceof YamlScalar words ? words.value() : "",
                (int) number);
    }

    private static String text(YamlMapping mapping, String key) throws InputException {
        if (value(mapping, key) instanceof YamlScalar scalar && !scalar.value().isEmpty()) {
            return scalar.value();
        }
        throw new InputException(mapping.location(), "a finding needs a " + key);
    }

    /** Two branches may have added the same finding. */
    private void add(Entry entry) {
        Entry known = entries.get(entry.key());
        if (known == null) {
            entries.put(entry.key(), entry);
        } else {
            known.count = Math.max(known.count, entry.count);
        }
    }

    /**
     * Adds a finding of today.
     *
     * @param path of its file, from the baseline's directory
     */
    public void record(Diagnostic diagnostic, String path) {
        String container = diagnostic.finding().container().orElse("");
        String hint = (container.isEmpty() ? "" : container + ": ")
                + diagnostic.finding().message();
        Entry entry = new Entry(diagnostic.rule(), path, diagnostic.fingerprint(path), hint, 1);
        Entry known = entries.get(entry.key());
        if (known == null) {
            entries.put(entry.key(), entry);
        } else {
            known.count++;
        }
    }

    /**
     * Whether a finding is known; each time one more of its kind has been seen.
     *
     * @param path of its file, from the baseline's directory
     */
    public boolean takes(Diagnostic diagnostic, String path) {
        Entry entry = entries.get(new Entry(diagnostic.rule(), path, diagnostic.fingerprint(path), "", 1).key());
        if (entry == null || entry.seen >= entry.count) {
            return false;
        }
        entry.seen++;
        return true;
    }

    /** Takes all findings for not yet seen. */
    public void forget() {
        for (Entry entry : entries.values()) {
            entry.seen = 0;
        }
    }

    /** What tells whether a run would have met a known finding again. */
    public interface Coverage {
        /** Whether the rule looked at the file, or the file is no longer there. */
        boolean includes(String rule, String path);
    }

    /** How many known findings are gone, of those that the run would have met. */
    public int gone(Coverage coverage) {
        int gone = 0;
        for (Entry entry : entries.values()) {
            if (entry.seen < entry.count && coverage.includes(entry.rule, entry.path)) {
                gone += entry.count - entry.seen;
            }
        }
        return gone;
    }

    /** Number of findings, each as often as it is there. */
    public int size() {
        int size = 0;
        for (Entry entry : entries.values()) {
            size += entry.count;
        }
        return size;
    }

    /** The file's text. */
    public String text() {
        StringBuilder out = new StringBuilder();
        out.append("# Findings that plimsoll check does not report again. Written by: plimsoll init --baseline\n");
        out.append("version: ").append(VERSION).append('\n');
        out.append(entries.isEmpty() ? "findings: []\n" : "findings:\n");
        for (Entry entry : new ArrayList<>(entries.values())) {
            out.append("  - {\"path\": ");
            out.append(DoubleQuoted.of(entry.path)).append(", \"rule\": ");
            out.append(DoubleQuoted.of(entry.rule)).append(", \"fingerprint\": ");
            out.append(DoubleQuoted.of(entry.fingerprint))
                    .append(", \"count\": ")
                    .append(entry.count)
                    .append(", \"hint\": ");
            out.append(DoubleQuoted.of(entry.hint)).append("}\n");
        }
        return out.toString();
    }
}
