package dev.plimsoll.config;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads configurations, with what they extend. */
public final class ConfigReader {
    /** Configurations that extend each other; a longer chain is an accident. */
    private static final int MAX_DEPTH = 32;

    /** Files that are read for one configuration: those that extend two others each would double at every step. */
    private static final int MAX_FILES = 100;

    /** The keys of a configuration. */
    static final List<String> KEYS = List.of(
            "extends",
            "profile",
            "fail-on",
            "select",
            "ignore",
            "rules",
            "exclude",
            "overrides",
            "baseline",
            "foreign-ignores",
            "mirrors",
            "search");

    /** The keys of an item of {@code ignore}. */
    static final List<String> IGNORE_KEYS = List.of("rule", "path", "container", "reason", "expires");

    /** The keys of an item of {@code overrides}. */
    static final List<String> OVERRIDE_KEYS = List.of("paths", "containers", "profile", "rules");

    /** Names files for messages. */
    public interface Naming {
        /** The shown path of a file. */
        String shown(File file);
    }

    private final RuleCatalog catalog;
    private final Naming naming;
    private final TrustBoundary boundary;
    private int filesRead;
    private Problems problems = new Problems();

    /** A reader that knows the rules of a catalogue, and what may be read of the files that configurations name. */
    public ConfigReader(RuleCatalog catalog, Naming naming, TrustBoundary boundary) {
        this.catalog = catalog;
        this.naming = naming;
        this.boundary = boundary;
    }

    /**
     * Reads a configuration.
     *
     * @param root the directory from which its patterns count
     * @throws InputException if it cannot be read or obeyed
     */
    public Config read(File file, File root) throws InputException {
        begin();
        Config config = read(file, naming.shown(file), root, List.of(), null);
        problems.tell();
        return config;
    }

    /**
     * Reads a configuration whose text is at hand.
     *
     * @param file where the text is from
     * @param root the directory from which its patterns count
     * @throws InputException if it cannot be obeyed, or what it extends cannot be read
     */
    public Config read(SourceFile source, File file, File root) throws InputException {
        begin();
        Config config = read(source, file, root, List.of());
        problems.tell();
        return config;
    }

    private void begin() {
        filesRead = 0;
        problems = new Problems();
    }

    private Config read(File file, String shown, File root, List<File> extending, @Nullable YamlScalar named)
            throws InputException {
        try {
            return read(boundary.read(file, shown), file, root, extending);
        } catch (UnreadableSourceException e) {
            String why = e.getMessage() == null ? "cannot be read" : e.getMessage();
            throw named == null
                    ? new InputException(e.at(), why)
                    : new InputException(named.location(), "cannot extend \"" + named.value() + "\": " + why);
        }
    }

    private Config read(SourceFile source, File file, File root, List<File> extending) throws InputException {
        List<YamlNode> documents;
        try {
            documents = YamlParser.parse(source);
        } catch (YamlSyntaxException e) {
            throw new InputException(e.at(), e.getMessage() == null ? "not valid YAML" : e.getMessage());
        }
        if (documents.size() > 1) {
            throw new InputException(documents.get(1).location(), "a configuration is one document, not several");
        }
        YamlNode document = documents.isEmpty() ? null : documents.get(0);
        if (document == null || Section.isNothing(document)) {
            return empty(source, root);
        }
        Section section = Section.of(document, "a configuration", KEYS, problems);
        Config own = own(source, file, root, section);
        List<File> chain = new ArrayList<>(extending);
        chain.add(FilePath.clean(file.getAbsoluteFile()));
        Config base = null;
        for (YamlScalar extended : strings(section, "extends")) {
            try {
                Config next = extended(extended, file, root, chain);
                base = base == null ? next : base.with(next);
            } catch (InputException e) {
                problems.add(e);
            }
        }
        return base == null ? own : base.with(own);
    }

    /** The strings of a key; none if they are wrong. */
    private List<YamlScalar> strings(Section section, String key) {
        try {
            return section.strings(key);
        } catch (InputException e) {
            problems.add(e);
            return List.of();
        }
    }

    /** The items of a key; none if it is not a list. */
    private List<YamlNode> list(Section section, String key) {
        try {
            return section.list(key);
        } catch (InputException e) {
            problems.add(e);
            return List.of();
        }
    }

    private Config extended(YamlScalar written, File file, File root, List<File> chain) throws InputException {
        File target = FilePath.resolve(file.getAbsoluteFile().getParentFile(), written.value());
        File clean = FilePath.clean(target.getAbsoluteFile());
        if (chain.contains(clean)) {
            throw new InputException(written.location(), "\"" + written.value() + "\" extends itself");
        }
        if (chain.size() >= MAX_DEPTH) {
            throw new InputException(
                    written.location(), "more than " + MAX_DEPTH + " configurations extend each other");
        }
        if (++filesRead > MAX_FILES) {
            throw new InputException(written.location(), "more than " + MAX_FILES + " configurations to read");
        }
        return read(clean, naming.shown(clean), root, chain, written);
    }

    private static Config empty(SourceFile source, File root) {
        return new Config(
                source,
                root,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    private Config own(SourceFile source, File file, File root, Section section) {
        RulesReader rules = new RulesReader(catalog, problems);
        List<String> select = new ArrayList<>();
        for (YamlScalar name : strings(section, "select")) {
            try {
                select.add(ruleOrCategory(name));
            } catch (InputException e) {
                problems.add(e);
            }
        }
        List<IgnoreEntry> ignores = new ArrayList<>();
        for (YamlNode item : list(section, "ignore")) {
            try {
                ignores.add(ignore(item));
            } catch (InputException e) {
                problems.add(e);
            }
        }
        List<ScopedSettings> overrides = new ArrayList<>();
        for (YamlNode item : list(section, "overrides")) {
            try {
                overrides.add(override(item, rules));
            } catch (InputException e) {
                problems.add(e);
            }
        }
        return new Config(
                source,
                root,
                profile(section),
                failOn(section),
                select,
                ignores,
                rules.of(section),
                patterns(section, "exclude"),
                overrides,
                baseline(section, file),
                RulesReader.truth(section, "foreign-ignores", problems),
                Mirrors.of(strings(section, "mirrors"), problems),
                SkippedDirectories.searched(strings(section, "search"), problems));
    }

    private Optional<Profile> profile(Section section) {
        YamlNode node = section.get("profile");
        if (node == null) {
            return Optional.empty();
        }
        try {
            YamlScalar word = Section.scalar(node, "profile");
            Optional<Profile> profile = Profile.of(word.value());
            if (profile.isEmpty()) {
                throw Section.unknown("profile", word.value(), word, List.of("default", "strict"));
            }
            return profile;
        } catch (InputException e) {
            problems.add(e);
            return Optional.empty();
        }
    }

    private Optional<FailOn> failOn(Section section) {
        YamlNode node = section.get("fail-on");
        if (node == null) {
            return Optional.empty();
        }
        try {
            YamlScalar word = Section.scalar(node, "fail-on");
            Optional<FailOn> failOn = FailOn.of(word.value());
            if (failOn.isEmpty()) {
                throw Section.unknown("severity", word.value(), word, List.of("error", "warning", "info", "never"));
            }
            return failOn;
        } catch (InputException e) {
            problems.add(e);
            return Optional.empty();
        }
    }

    private Optional<Config.BaselinePath> baseline(Section section, File file) {
        YamlNode node = section.get("baseline");
        if (node == null) {
            return Optional.empty();
        }
        try {
            YamlScalar written = Section.scalar(node, "baseline");
            File target = FilePath.resolve(file.getAbsoluteFile().getParentFile(), written.value());
            return Optional.of(new Config.BaselinePath(target, written.location()));
        } catch (InputException e) {
            problems.add(e);
            return Optional.empty();
        }
    }

    private String ruleOrCategory(YamlScalar name) throws InputException {
        if (catalog.find(name.value()).isEmpty() && !catalog.categories().contains(name.value())) {
            throw RulesReader.unknown(name.value(), name, catalog);
        }
        return name.value();
    }

    private IgnoreEntry ignore(YamlNode item) throws InputException {
        if (item instanceof YamlScalar) {
            YamlScalar name = Section.scalar(item, "an item of ignore");
            return new IgnoreEntry(
                    ruleOrCategory(name), List.of(), List.of(), Optional.empty(), Optional.empty(), name.location());
        }
        Section section = Section.of(item, "an item of ignore", IGNORE_KEYS, problems);
        YamlNode rule = section.get("rule");
        if (rule == null) {
            throw new InputException(start(item), "an item of ignore needs a rule");
        }
        YamlNode reason = section.get("reason");
        return new IgnoreEntry(
                ruleOrCategory(Section.scalar(rule, "rule")),
                patterns(section, "path"),
                names(section, "container"),
                reason == null
                        ? Optional.empty()
                        : Optional.of(Section.scalar(reason, "reason").value().strip()),
                expires(section),
                rule.location());
    }

    private static Location start(YamlNode node) {
        return new Location(node.file(), Span.at(node.span().start()));
    }

    private static Optional<LocalDate> expires(Section section) throws InputException {
        YamlNode node = section.get("expires");
        if (node == null) {
            return Optional.empty();
        }
        YamlScalar written = Section.scalar(node, "expires");
        try {
            return Optional.of(LocalDate.parse(written.value()));
        } catch (DateTimeException e) {
            throw new InputException(
                    written.location(), "\"" + written.value() + "\" is not a date such as 2026-12-31");
        }
    }

    private ScopedSettings override(YamlNode item, RulesReader rules) throws InputException {
        Section section = Section.of(item, "an item of overrides", OVERRIDE_KEYS, problems);
        List<PathPattern> paths = patterns(section, "paths");
        List<String> containers = names(section, "containers");
        if (paths.isEmpty() && containers.isEmpty()) {
            throw new InputException(start(item), "an item of overrides needs paths or containers");
        }
        return new ScopedSettings(paths, containers, profile(section), rules.of(section));
    }

    private List<PathPattern> patterns(Section section, String key) {
        List<PathPattern> patterns = new ArrayList<>();
        for (YamlScalar written : strings(section, key)) {
            Optional<String> mistake = PathPattern.mistake(written.value());
            if (mistake.isPresent()) {
                problems.add(new InputException(written.location(), mistake.get()));
            } else {
                patterns.add(PathPattern.of(written.value()));
            }
        }
        return patterns;
    }

    private List<String> names(Section section, String key) {
        List<String> names = new ArrayList<>();
        for (YamlScalar written : strings(section, key)) {
            names.add(written.value());
        }
        return names;
    }
}
