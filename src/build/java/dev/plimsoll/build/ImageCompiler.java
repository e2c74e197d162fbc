package dev.plimsoll.build;

import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the image knowledge and makes its index. What the keys mean is said at the top of {@code rules/images.yaml};
 * the index is described where it is read.
 */
final class ImageCompiler {
    private static final String FILE = "images.yaml";
    private static final List<String> OWN_KEYS = List.of(
            "names",
            "name",
            "kind",
            "ephemeral",
            "tag-version-after",
            "untagged",
            "only-tags",
            "except-tags",
            "data",
            "keeps-data-only-with",
            "silent-with",
            "unless-mounted",
            "wrong-places",
            "persistence-off",
            "settings-file",
            "upgrade",
            "access",
            "source");

    private static final String UNKNOWN = "unknown";
    private static final Pattern NAME = Pattern.compile("[a-z0-9*][a-z0-9*._/:-]*");

    private final List<String> keys = new ArrayList<>(OWN_KEYS);
    private final IndexWriter mirrors = new IndexWriter();
    /** For each image, what it is found by and what is known of it. */
    private final List<IndexWriter> entries = new ArrayList<>();
    /** The numbers of the images of a name in full, sorted as {@link String#compareTo} does. */
    private final TreeMap<String, List<Integer>> named = new TreeMap<>();
    /** The numbers of the images whose names have a star, and these. */
    private final TreeMap<Integer, List<String>> starred = new TreeMap<>();

    private final Map<String, YamlNode> names = new HashMap<>();

    private ImageCompiler() {
        keys.addAll(RuntimeFacts.KEYS);
    }

    static String compile(File rules, List<String> mistakes) {
        ImageCompiler compiler = new ImageCompiler();
        try {
            SourceFile file = SourceReader.read(new File(rules, FILE), rules.getName() + "/" + FILE);
            List<YamlNode> roots = YamlParser.parse(file);
            if (roots.size() != 1) {
                mistakes.add(file.path() + ":1:1: expected one document with images");
                return "";
            }
            compiler.file(Section.of(roots.get(0), List.of("mirrors", "by-design", "images")), mistakes);
        } catch (UnreadableSourceException e) {
            mistakes.add(new CatalogException(e.at(), e.getMessage()).getMessage());
        } catch (YamlSyntaxException e) {
            mistakes.add(new CatalogException(e.at(), e.getMessage()).getMessage());
        } catch (CatalogException e) {
            mistakes.add(e.getMessage());
        }
        return compiler.index();
    }

    private void file(Section file, List<String> mistakes) throws CatalogException {
        List<YamlNode> prefixes = file.list("mirrors");
        mirrors.count(prefixes.size());
        for (YamlNode node : prefixes) {
            Section mirror = Section.of(node, List.of("prefix", "source"));
            mirror.string("source");
            String prefix = mirror.string("prefix");
            if (!prefix.endsWith("/") || prefix.lastIndexOf('*') > 0) {
                throw new CatalogException(
                        mirror.require("prefix"),
                        "a mirror's prefix ends with a slash; a star stands at its beginning");
            }
            mirrors.text(prefix);
        }
        for (YamlNode image : Section.items(file.require("images"))) {
            // one message for each image, so that one build shows all that is wrong
            try {
                image(Section.of(image, keys));
            } catch (CatalogException e) {
                mistakes.add(e.getMessage());
            }
        }
    }

    /** Takes down its names, and makes an entry of the rest. */
    private void image(Section image) throws CatalogException {
        names(image);
        FactWriter facts = new FactWriter();
        entries.add(facts.out);
        facts.texts(Section.strings(image.list("only-tags")));
        write(image, facts);
    }

    /** The whole index: what is asked for first stands first, and tells where the rest is. */
    private String index() {
        IndexWriter names = new IndexWriter();
        IndexWriter nameTable = new IndexWriter();
        nameTable.count(named.size());
        for (Map.Entry<String, List<Integer>> entry : named.entrySet()) {
            nameTable.number(names.length());
            names.text(entry.getKey());
            names.count(entry.getValue().size());
            entry.getValue().forEach(names::count);
        }
        IndexWriter patterns = new IndexWriter();
        patterns.count(starred.size());
        for (Map.Entry<Integer, List<String>> entry : starred.entrySet()) {
            patterns.count(entry.getKey());
            patterns.count(entry.getValue().size());
            entry.getValue().forEach(patterns::text);
        }
        IndexWriter facts = new IndexWriter();
        IndexWriter factTable = new IndexWriter();
        factTable.count(entries.size());
        for (IndexWriter entry : entries) {
            factTable.number(facts.length());
            facts.all(entry);
        }
        IndexWriter index = new IndexWriter();
        for (IndexWriter part : List.of(mirrors, patterns, nameTable, factTable)) {
            index.all(part);
        }
        index.number(names.length());
        index.all(names);
        index.all(facts);
        return index.written();
    }

    private static void write(Section image, FactWriter facts) throws CatalogException {
        facts.out.text(image.string("name"));
        String kind = image.string("kind");
        if (ImageKind.of(kind).isEmpty()) {
            throw new CatalogException(image.require("kind"), "unknown kind \"" + kind + "\"");
        }
        facts.out.text(kind);
        boolean ephemeral = image.flag("ephemeral");
        facts.out.flag(ephemeral);
        @Nullable String versionAfter = image.optionalString("tag-version-after");
        facts.out.text(versionAfter == null ? "" : versionAfter);
        facts.texts(Section.strings(image.list("except-tags")));
        untagged(image, facts);
        @Nullable String source = image.optionalString("source");
        DataFacts data = new DataFacts(facts);
        data.data(image, source);
        facts.sequences(image.list("keeps-data-only-with"));
        facts.conditions(image.list("silent-with"));
        facts.pathList(image.list("unless-mounted"));
        facts.pathList(image.list("wrong-places"));
        data.persistenceOff(image, source);
        facts.texts(Section.strings(image.list("settings-file")));
        new RuntimeFacts(facts).write(image);
        upgrade(image, facts);
        AccessFacts.write(image, source, facts);
        if (ephemeral && image.get("data") != null) {
            throw new CatalogException(image.require("data"), "an ephemeral image has no data");
        }
        if ((image.get("data") == null || RuntimeFacts.areIn(image)) && source == null) {
            throw new CatalogException(image.node(), "missing key \"source\"");
        }
    }

    private static void upgrade(Section image, FactWriter facts) throws CatalogException {
        @Nullable YamlNode node = image.get("upgrade");
        if (node == null) {
            facts.out.text("");
            return;
        }
        Section upgrade = Section.of(node, List.of("what", "source"));
        upgrade.string("source");
        facts.clause(upgrade, "what");
    }

    /** The version, or 0 for one that nobody knows; the end of all versions means the newest. */
    private static void untagged(Section image, FactWriter facts) throws CatalogException {
        @Nullable String untagged = image.optionalString("untagged");
        if (untagged == null) {
            facts.version(VersionRange.Version.END);
        } else if (untagged.equals(UNKNOWN)) {
            facts.version(VersionRange.Version.FIRST);
        } else {
            VersionRange since = VersionRange.of(image.require("untagged"), ">=" + untagged);
            if (since.from().equals(VersionRange.Version.FIRST)) {
                throw new CatalogException(image.require("untagged"), "write a version above 0, or \"unknown\"");
            }
            facts.version(since.from());
        }
    }

    private void names(Section image) throws CatalogException {
        List<YamlNode> nodes = Section.items(image.require("names"));
        for (YamlNode node : nodes) {
            String name = Section.filled(node);
            if (!NAME.matcher(name).matches() || name.indexOf('*') != name.lastIndexOf('*')) {
                throw new CatalogException(
                        node, "\"" + name + "\" is no image name without tag, with one star at most");
            }
            if (name.startsWith("library/") || name.startsWith("docker.io/")) {
                throw new CatalogException(node, "leave docker.io/ and library/ out of \"" + name + "\"");
            }
            @Nullable YamlNode first = names.putIfAbsent(name + " " + Section.strings(image.list("only-tags")), node);
            if (first != null) {
                int line = first.location().start().line();
                throw new CatalogException(node, "\"" + name + "\" is defined twice, first on line " + line);
            }
        }
        List<String> stars = new ArrayList<>();
        for (String name : Section.strings(nodes)) {
            if (name.indexOf('*') >= 0) {
                stars.add(name);
            } else {
                named.computeIfAbsent(name, any -> new ArrayList<>()).add(entries.size());
            }
        }
        if (!stars.isEmpty()) {
            starred.put(entries.size(), stars);
        }
    }
}
