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
    private static final String INDEX = "/dev/plimsoll/catalog/rules.index";
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

    /** A rule's page as Markdown, the summary first, without its front matter; empty for an unknown id. */
    public Optional<String> page(String id) {
        if (!byId.containsKey(id)) {
            return Optional.empty();
        }
        @Nullable String page = resource(PAGES + id + ".md");
        return page == null ? Optional.empty() : Optional.of(withoutFrontMatter(page));
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
        static final RuleCatalog CATALOG = read();

        private static RuleCatalog read() {
            @Nullable String index = resource(INDEX);
            if (index == null) {
                throw new IllegalStateException("the build made no " + INDEX);
            }
            return new RuleCatalog(RuleIndex.read(index));
        }
    }
}
