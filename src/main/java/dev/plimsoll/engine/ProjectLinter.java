package dev.plimsoll.engine;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.config.Config;
import dev.plimsoll.config.IgnoreEntry;
import dev.plimsoll.config.ScopedSettings;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.diagnostic.RuleFinding;
import dev.plimsoll.diagnostic.Severity;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.suppress.ForeignComments;
import dev.plimsoll.suppress.Suppressions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lints projects as flags, configurations and comments say. Where there is neither configuration nor comment it is the
 * plain {@link Linter}, and nothing else is loaded.
 */
public final class ProjectLinter {
    private final RuleCatalog catalog;
    private final Flags flags;
    private final Configs configs;
    private final LocalDateSource today;
    private final List<Defect> defects;
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final Map<Variant, List<RuleMetadata>> plans = new HashMap<>();
    private final Map<String, Boolean> marked = new HashMap<>();
    private final List<IgnoreEntry> ignores = new ArrayList<>(0);
    private @Nullable Ignores known;
    private @Nullable SourceFile ignoring;
    private @Nullable Linter plain;
    private @Nullable List<RuleMetadata> plainPages;
    private @Nullable Suppressions comments;
    private @Nullable ForeignComments foreign;

    /** Tells which day it is, when somebody asks. */
    public interface LocalDateSource {
        /** The day. */
        LocalDate today();
    }

    /** Settings that files and containers share: a configuration and the items of its overrides that apply. */
    private record Variant(@Nullable Config config, List<ScopedSettings> scoped, boolean fragment) {}

    /** A linter of several projects. */
    public ProjectLinter(
            RuleCatalog catalog, Flags flags, Configs configs, LocalDateSource today, List<Defect> defects) {
        this.catalog = catalog;
        this.flags = flags;
        this.configs = configs;
        this.today = today;
        this.defects = defects;
    }

    /**
     * What a project says for itself: its diagnostics before comments and ignores count, in no order.
     *
     * @throws InputException if a configuration cannot be read or obeyed
     */
    public List<Diagnostic> found(Loaded loaded) throws InputException {
        defects.addAll(loaded.defects());
        boolean fragment = isFragment(loaded.project().files().get(0));
        return isConfigured(loaded) || fragment ? configured(loaded) : plain().check(loaded, defects);
    }

    /**
     * What is to be reported of what a linter like this one found.
     *
     * @throws InputException if a configuration cannot be read or obeyed
     */
    public List<Diagnostic> reported(Loaded loaded, List<Diagnostic> found) throws InputException {
        if (!flags.ignores()) {
            return found;
        }
        remember(loaded);
        List<Diagnostic> left = new ArrayList<>(found.size());
        for (Diagnostic diagnostic : found) {
            if (!isSuppressed(diagnostic)) {
                left.add(diagnostic);
            }
        }
        return left;
    }

    private Linter plain() {
        Linter known = plain;
        if (known == null) {
            known = new Linter(plainPages());
            plain = known;
        }
        return known;
    }

    private List<RuleMetadata> plainPages() {
        List<RuleMetadata> known = plainPages;
        if (known == null) {
            known = flags.pages(catalog);
            plainPages = known;
        }
        return known;
    }

    private boolean isConfigured(Loaded loaded) throws InputException {
        for (SourceFile file : loaded.project().files()) {
            if (configs.of(file) != null) {
                return true;
            }
        }
        return false;
    }

    /** Each variant of the settings lints the whole project, and answers for its own files and containers. */
    private List<Diagnostic> configured(Loaded loaded) throws InputException {
        Set<Variant> variants = variants(loaded);
        List<Diagnostic> found = new ArrayList<>();
        for (Variant variant : variants) {
            for (Diagnostic diagnostic : new Linter(pages(variant), images(variant)).check(loaded, defects)) {
                Variant own = variant(
                        diagnostic.finding().at().file(), diagnostic.finding().container());
                boolean responsible = variants.contains(own)
                        ? own.equals(variant)
                        : variant.equals(variants.iterator().next());
                if (responsible && !isExcluded(diagnostic.finding().at().file())) {
                    found.add(diagnostic);
                }
            }
        }
        return found;
    }

    private Set<Variant> variants(Loaded loaded) throws InputException {
        Set<Variant> variants = new LinkedHashSet<>();
        for (SourceFile file : loaded.project().files()) {
            variants.add(variant(file, Optional.empty()));
            Config config = configs.of(file);
            if (config != null && !config.overrides().isEmpty()) {
                for (Container container : loaded.project().containers()) {
                    variants.add(variant(file, Optional.of(container.name().value())));
                }
            }
        }
        return variants;
    }

    /** Whether a file is documentation. The usual names need no class that looks closer. */
    private static boolean isFragment(SourceFile file) {
        return !file.path().endsWith(".yaml") && !file.path().endsWith(".yml") && Fragments.isOne(file);
    }

    private Variant variant(SourceFile file, Optional<String> container) throws InputException {
        Config config = configs.of(file);
        if (config == null || config.overrides().isEmpty()) {
            return new Variant(config, List.of(), isFragment(file));
        }
        String path = config.relative(configs.onDisk(file));
        List<ScopedSettings> scoped = new ArrayList<>();
        for (ScopedSettings settings : config.overrides()) {
            if (settings.covers(path, container)) {
                scoped.add(settings);
            }
        }
        return new Variant(config, scoped, isFragment(file));
    }

    private List<RuleMetadata> pages(Variant variant) {
        List<RuleMetadata> known = plans.get(variant);
        if (known == null) {
            Config config = variant.config();
            known = config == null ? plainPages() : RulePlan.of(catalog, flags, config, variant.scoped());
            known = variant.fragment() ? Fragments.pages(known, flags, config) : known;
            plans.put(variant, known);
        }
        return known;
    }

    private static ImageCatalog images(Variant variant) {
        Config config = variant.config();
        return config == null ? ImageCatalog.builtIn() : ImageCatalog.builtIn().with(config.mirrors());
    }

    private boolean isExcluded(SourceFile file) throws InputException {
        Config config = configs.of(file);
        return config != null && !config.exclude().isEmpty() && config.excludes(config.relative(configs.onDisk(file)));
    }

    /** Takes down for each file with comments which rules looked at it. */
    private void remember(Loaded loaded) throws InputException {
        Set<String> ran = Set.of();
        for (SourceFile file : loaded.project().files()) {
            Config config = configs.of(file);
            if (config != null && !config.ignores().isEmpty()) {
                ignores().expire(config, today);
                String path = config.relative(configs.onDisk(file));
                List<RuleMetadata> looked = pages(variant(file, Optional.empty()));
                ignores().ran(config, path, looked, loaded.errors().isEmpty());
            }
            if (mayHaveComments(file)) {
                ran = ran.isEmpty() ? rulesOf(loaded) : ran;
                comments().ran(file, ran, loaded.errors().isEmpty());
            }
        }
    }

    /** The rules that look at all of a project; one that some settings leave out may have been silent for that reason. */
    private Set<String> rulesOf(Loaded loaded) throws InputException {
        Set<String> common = null;
        for (Variant variant : variants(loaded)) {
            Set<String> ids = new HashSet<>();
            for (RuleMetadata page : pages(variant)) {
                ids.add(page.id());
            }
            if (common == null) {
                common = ids;
            } else {
                common.retainAll(ids);
            }
        }
        return common == null ? Set.of() : common;
    }

    /** Made only where a configuration ignores something. */
    private Ignores ignores() {
        Ignores all = known;
        if (all == null) {
            all = new Ignores();
            known = all;
        }
        return all;
    }

    private Suppressions comments() {
        Suppressions known = comments;
        if (known == null) {
            known = new Suppressions(catalog);
            comments = known;
        }
        return known;
    }

    /** Looked for once in each file: there may be a hundred thousand findings in one. */
    private boolean mayHaveComments(SourceFile file) {
        Boolean known = marked.get(file.path());
        if (known == null) {
            known = file.text().contains(Suppressions.MARKER);
            marked.put(file.path(), known);
        }
        return known;
    }

    private boolean isSuppressed(Diagnostic diagnostic) throws InputException {
        Finding finding = diagnostic.finding();
        SourceFile file = finding.at().file();
        Config config = configs.of(file);
        IgnoreEntry covering = config == null || config.ignores().isEmpty()
                ? null
                : ignores().covering(ignoresOf(config, file), diagnostic);
        if (mayHaveComments(file)) {
            Optional<String> reason = comments().reason(diagnostic.rule(), finding.at());
            if (reason.isEmpty() && finding.through().isPresent()) {
                reason = comments().reason(diagnostic.rule(), finding.through().get());
            }
            if (reason.isPresent()) {
                Optional<String> told = file.isBlank() ? Optional.empty() : words(reason);
                suppressed.add(new Suppressed(diagnostic, Suppressed.By.COMMENT, told));
                return true;
            }
        }
        if (obeysForeign(config)) {
            Optional<String> reason = foreign().reason(diagnostic.rule(), finding.at());
            if (reason.isPresent()) {
                suppressed.add(new Suppressed(diagnostic, Suppressed.By.COMMENT, reason));
                return true;
            }
        }
        if (covering != null) {
            suppressed.add(new Suppressed(diagnostic, Suppressed.By.CONFIG, reason(covering)));
            return true;
        }
        return false;
    }

    private boolean obeysForeign(@Nullable Config config) {
        return flags.foreignIgnores()
                || (config != null && config.foreignIgnores().orElse(false));
    }

    private ForeignComments foreign() {
        ForeignComments known = foreign;
        if (known == null) {
            known = new ForeignComments();
            foreign = known;
        }
        return known;
    }

    /** The names in comments of other linters that stand for no rule, each with its linter. */
    public List<String> unmatched() {
        ForeignComments known = foreign;
        return known == null ? List.of() : known.unmatched();
    }

    /** The reason of an ignore, unless reports must not quote its file. */
    private static Optional<String> reason(IgnoreEntry entry) {
        return entry.at().file().isWithheld() ? Optional.empty() : entry.reason();
    }

    /** The items of {@code ignore} that are about a file, remembered for the last one: its findings come one after the other. */
    private List<IgnoreEntry> ignoresOf(Config config, SourceFile file) {
        if (ignoring != file) {
            ignoring = file;
            ignores.clear();
            String path = config.relative(configs.onDisk(file));
            for (IgnoreEntry entry : config.ignores()) {
                if (entry.isAbout(path)) {
                    ignores.add(entry);
                }
            }
        }
        return ignores;
    }

    private static Optional<String> words(Optional<String> reason) {
        return reason.isPresent() && reason.get().isEmpty() ? Optional.empty() : reason;
    }

    /**
     * What there is to say of the comments and of the configuration's ignores, once all projects were checked.
     *
     * @throws InputException if a configuration cannot be read or obeyed
     */
    public List<Diagnostic> remarks() throws InputException {
        List<Diagnostic> remarks = new ArrayList<>();
        if (comments != null) {
            for (RuleFinding remark : comments.remarks()) {
                remark(remark, remarks);
            }
        }
        if (known != null) {
            for (RuleFinding remark : known.remarks(configs)) {
                remark(remark, remarks);
            }
        }
        return remarks;
    }

    private void remark(RuleFinding remark, List<Diagnostic> remarks) throws InputException {
        for (RuleMetadata page : pages(variant(remark.finding().at().file(), Optional.empty()))) {
            if (page.id().equals(remark.rule())) {
                Diagnostic diagnostic = Linter.stamp(page, remark.finding());
                if (!isSuppressed(diagnostic)) {
                    remarks.add(diagnostic);
                }
            }
        }
    }

    /** Whether a rule looked at a file. */
    public boolean runs(String rule, SourceFile file) throws InputException {
        for (RuleMetadata page : pages(variant(file, Optional.empty()))) {
            if (page.id().equals(rule)) {
                return true;
            }
        }
        return false;
    }

    /**
     * From which severity on a finding makes the run fail, as the configuration of its file says.
     *
     * @param standard where it says nothing
     */
    public boolean fails(Diagnostic diagnostic, Severity standard) throws InputException {
        Config config = configs.of(diagnostic.finding().at().file());
        if (config != null && config.failOn().isPresent()) {
            return config.failOn().get().isReachedBy(diagnostic.severity());
        }
        return diagnostic.severity().isAtLeast(standard);
    }

    /** What was kept back so far, and why. */
    public List<Suppressed> suppressed() {
        return List.copyOf(suppressed);
    }
}
