package dev.plimsoll.catalog;

import dev.plimsoll.diagnostic.DidYouMean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All rules that this build knows. */
public final class RuleCatalog {
    private static final String PAGES = "/dev/plimsoll/rules/";
    private static final String FENCE = "---";

    private final List<RuleMetadata> rules;
    private final Map<String, RuleMetadata> byId;

    RuleCatalog(List<RuleMetadata> rules) {
        this.rules = rules;
        this.byId = new HashMap<>();
        for (RuleMetadata rule : rules) {
            byId.put(rule.id(), rule);
        }
    }

    /** The catalogue of the rules in this program, read when first asked for. */
    public static RuleCatalog builtIn() {
        return BuiltIn.CATALOG;
    }

    /** The rules, sorted by id. */
    public List<RuleMetadata> rules() {
        return rules;
    }

    /** The rule of an id. */
    public Optional<RuleMetadata> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The categories, each once, sorted. */
    public List<String> categories() {
        TreeSet<String> categories = new TreeSet<>();
        for (RuleMetadata rule : rules) {
            categories.add(rule.category());
        }
        return List.copyOf(categories);
    }

    /**
     * A rule's page as Markdown, the summary first, without its front matter but with the references that stand there;
     * empty for an unknown id.
     */
    public Optional<String> page(String id) {
        @Nullable String page = written(id);
        if (page == null) {
            return Optional.empty();
        }
        StringBuilder out = new StringBuilder(withoutFrontMatter(page));
        List<String> references = PageFront.references(page);
        if (!references.isEmpty()) {
            out.append("\n## References\n");
        }
        for (String reference : references) {
            out.append("- ").append(reference).append('\n');
        }
        return Optional.of(out.toString());
    }

    /** Where a rule's facts are from and what stands for the same elsewhere, as its page has them; empty for an unknown id. */
    public List<String> references(String id) {
        @Nullable String page = written(id);
        return page == null ? List.of() : PageFront.references(page);
    }

    /**
     * How bad a rule's findings are for security, on GitHub's scale: above 9.0 critical, from 7.0 high, from 4.0 medium;
     * empty for a rule that is about something else.
     */
    public Optional<String> securitySeverity(String id) {
        @Nullable String page = written(id);
        return page == null ? Optional.empty() : PageFront.value(page, "security-severity");
    }

    private @Nullable String written(String id) {
        return byId.containsKey(id) ? resource(PAGES + id + ".md") : null;
    }

    private static String withoutFrontMatter(String page) {
        int from = page.indexOf('\n') + 1;
        while (from > 0 && from < page.length()) {
            int end = page.indexOf('\n', from);
            int to = end < 0 ? page.length() : end;
            if (page.substring(from, to).stripTrailing().equals(FENCE)) {
                return page.substring(Math.min(to + 1, page.length())).stripLeading();
            }
            from = to + 1;
        }
        return page;
    }

    /**
     * The id or category that somebody probably meant.
     *
     * @param name what was written instead
     */
    public Optional<String> closest(String name) {
        List<String> known = new ArrayList<>(categories());
        known.addAll(byId.keySet());
        Collections.sort(known);
        return Optional.ofNullable(DidYouMean.closest(name, known));
    }

    /**
     * The rule whose id is misspelt: the only one that is one or two letters away.
     *
     * @param name what was written instead
     */
    public Optional<String> misspelt(String name) {
        return Optional.ofNullable(DidYouMean.only(2, name, byId.keySet()));
    }

    private static @Nullable String resource(String path) {
        try (InputStream in = RuleCatalog.class.getResourceAsStream(path)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class BuiltIn {
        static final RuleCatalog CATALOG = new RuleCatalog(BuiltInPages.rules());
    }
}
