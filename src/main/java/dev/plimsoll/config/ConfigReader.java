package dev.plimsoll.config;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.catalog.RuleOption;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import dev.plimsoll.source.TrustBoundary;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            "mirrors");

    /** The keys of an item of {@code ignore}. */
    static final List<String> IGNORE_KEYS = List.of("rule", "path", "container", "reason", "expires");

    /** The keys of an item of {@code overrides}. */
    static final List<String> OVERRIDE_KEYS = List.of("paths", "containers", "profile", "rules");

    /** The keys that every rule has beside its options. */
    static final List<String> RULE_KEYS = List.of("severity", "enabled");

    /** Names files for messages. */
    public interface Naming {
        /** The shown path of a file. */
        String shown(File file);
    }

    private final RuleCatalog catalog;
    private final Naming naming;
    private final TrustBoundary boundary;
    private int filesRead;

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
        filesRead = 0;
        return read(file, naming.shown(file), root, List.of(), null);
    }

    /**
     * Reads a configuration whose text is at hand.
     *
     * @param file where the text is from
     * @param root the directory from which its patterns count
     * @throws InputException if it cannot be obeyed, or what it extends cannot be read
     */
    public Config read(SourceFile source, File file, File root) throws InputException {
        filesRead = 0;
        return read(source, file, root, List.of());
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
        Section section = Section.of(document, "a configuration", KEYS);
        Config own = own(source, file, root, section);
        List<File> chain = new ArrayList<>(extending);
        chain.add(FilePath.clean(file.getAbsoluteFile()));
        Config base = null;
        for (YamlScalar extended : section.strings("extends")) {
            Config next = extended(extended, file, root, chain);
            base = base == null ? next : base.with(next);
        }
        return base == null ? own : base.with(own);
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
                List.of());
    }

    private Config own(SourceFile source, File file, File root, Section section) throws InputException {
        List<String> select = new ArrayList<>();
        for (YamlScalar name : section.strings("select")) {
            select.add(ruleOrCategory(name));
        }
        List<IgnoreEntry> ignores = new ArrayList<>();
        for (YamlNode item : section.list("ignore")) {
            ignores.add(ignore(item));
        }
        List<ScopedSettings> overrides = new ArrayList<>();
        for (YamlNode item : section.list("overrides")) {
            overrides.add(override(item));
        }
        return new Config(
                source,
                root,
                profile(section),
                failOn(section),
                select,
                ignores,
                rules(section),
                patterns(section, "exclude"),
                overrides,
                baseline(section, file),
                Mirrors.of(section));
    }

    private static Optional<Profile> profile(Section section) throws InputException {
        YamlNode node = section.get("profile");
        if (node == null) {
            return Optional.empty();
        }
        YamlScalar word = Section.scalar(node, "profile");
        Optional<Profile> profile = Profile.of(word.value());
        if (profile.isEmpty()) {
            throw Section.unknown("profile", word.value(), word, List.of("default", "strict"));
        }
        return profile;
    }

    private static Optional<FailOn> failOn(Section section) throws InputException {
        YamlNode node = section.get("fail-on");
        if (node == null) {
            return Optional.empty();
        }
        YamlScalar word = Section.scalar(node, "fail-on");
        Optional<FailOn> failOn = FailOn.of(word.value());
        if (failOn.isEmpty()) {
            throw Section.unknown("severity", word.value(), word, List.of("error", "warning", "info", "never"));
        }
        return failOn;
    }

    private static Optional<Config.BaselinePath> baseline(Section section, File file) throws InputException {
        YamlNode node = section.get("baseline");
        if (node == null) {
            return Optional.empty();
        }
        YamlScalar written = Section.scalar(node, "baseline");
        File target = FilePath.resolve(file.getAbsoluteFile().getParentFile(), written.value());
        return Optional.of(new Config.BaselinePath(target, written.location()));
    }

    private String ruleOrCategory(YamlScalar name) throws InputException {
        if (catalog.find(name.value()).isEmpty() && !catalog.categories().contains(name.value())) {
            throw unknownRule(name.value(), name);
        }
        return name.value();
    }

    private InputException unknownRule(String id, YamlNode at) {
        Optional<String> meant = catalog.closest(id);
        return new InputException(
                at.location(),
                "unknown rule \"" + id + "\"" + (meant.isPresent() ? ", did you mean \"" + meant.get() + "\"?" : ""));
    }

    private IgnoreEntry ignore(YamlNode item) throws InputException {
        if (item instanceof YamlScalar) {
            YamlScalar name = Section.scalar(item, "an item of ignore");
            return new IgnoreEntry(
                    ruleOrCategory(name), List.of(), List.of(), Optional.empty(), Optional.empty(), name.location());
        }
        Section section = Section.of(item, "an item of ignore", IGNORE_KEYS);
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

    private ScopedSettings override(YamlNode item) throws InputException {
        Section section = Section.of(item, "an item of overrides", OVERRIDE_KEYS);
        List<PathPattern> paths = patterns(section, "paths");
        List<String> containers = names(section, "containers");
        if (paths.isEmpty() && containers.isEmpty()) {
            throw new InputException(start(item), "an item of overrides needs paths or containers");
        }
        return new ScopedSettings(paths, containers, profile(section), rules(section));
    }

    private static List<PathPattern> patterns(Section section, String key) throws InputException {
        List<PathPattern> patterns = new ArrayList<>();
        for (YamlScalar written : section.strings(key)) {
            Optional<String> mistake = PathPattern.mistake(written.value());
            if (mistake.isPresent()) {
                throw new InputException(written.location(), mistake.get());
            }
            patterns.add(PathPattern.of(written.value()));
        }
        return patterns;
    }

    private static List<String> names(Section section, String key) throws InputException {
        List<String> names = new ArrayList<>();
        for (YamlScalar written : section.strings(key)) {
            names.add(written.value());
        }
        return names;
    }

    private Map<String, RuleSettings> rules(Section section) throws InputException {
        YamlNode node = section.get("rules");
        if (node == null) {
            return Map.of();
        }
        Map<String, RuleSettings> rules = new HashMap<>();
        for (Map.Entry<String, Section.Entry> entry :
                Section.open(node, "rules").entries().entrySet()) {
            RuleMetadata page = catalog.find(entry.getKey()).orElse(null);
            if (page == null) {
                throw unknownRule(entry.getKey(), entry.getValue().key());
            }
            if (!Section.isNothing(entry.getValue().value())) {
                rules.put(page.id(), settings(page, entry.getValue().value()));
            }
        }
        return rules;
    }

    private static RuleSettings settings(RuleMetadata page, YamlNode node) throws InputException {
        List<String> known = new ArrayList<>(RULE_KEYS);
        known.addAll(page.options().keySet());
        Section section = Section.of(node, page.id(), known);
        Optional<Severity> severity = Optional.empty();
        YamlNode written = section.get("severity");
        if (written != null) {
            YamlScalar word = Section.scalar(written, "severity");
            severity = Severity.of(word.value());
            if (severity.isEmpty()) {
                throw Section.unknown("severity", word.value(), word, List.of("error", "warning", "info"));
            }
        }
        Map<String, String> options = new HashMap<>();
        Set<String> names = new HashSet<>(page.options().keySet());
        for (String name : names) {
            YamlNode value = section.get(name);
            if (value != null) {
                options.put(name, option(page, name, value));
            }
        }
        return new RuleSettings(severity, enabled(section), options);
    }

    private static Optional<Boolean> enabled(Section section) throws InputException {
        YamlNode node = section.get("enabled");
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
            return Optional.of(scalar.value().equalsIgnoreCase("true"));
        }
        throw new InputException(node.location(), "enabled must be true or false");
    }

    private static String option(RuleMetadata page, String name, YamlNode node) throws InputException {
        if (node instanceof YamlSequence list && page.option(name).type() == RuleOption.Type.WORDS) {
            StringBuilder words = new StringBuilder();
            for (YamlNode item : list.items()) {
                words.append(words.length() == 0 ? "" : " ").append(option(page, name, item));
            }
            return words.toString();
        }
        YamlScalar written = Section.scalar(node, name);
        Optional<String> demand = page.option(name).demand(written.value());
        if (demand.isPresent()) {
            throw new InputException(
                    written.location(),
                    name + " of " + page.id() + " must be " + demand.get() + ", not \"" + written.value() + "\"");
        }
        return written.value();
    }
}
