package dev.plimsoll.build;

import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final FactWriter index = new FactWriter();
    private final Map<String, YamlNode> names = new HashMap<>();

    private ImageCompiler() {
        keys.addAll(RuntimeFacts.KEYS);
    }

    static byte[] compile(File rules, List<String> mistakes) throws IOException {
        ImageCompiler compiler = new ImageCompiler();
        try {
            SourceFile file = SourceReader.read(new File(rules, FILE), rules.getName() + "/" + FILE);
            List<YamlNode> roots = YamlParser.parse(file);
            if (roots.size() != 1) {
                mistakes.add(file.path() + ":1:1: expected one document with images");
                return new byte[0];
            }
            compiler.file(Section.of(roots.get(0), List.of("mirrors", "by-design", "images")), mistakes);
        } catch (UnreadableSourceException e) {
            mistakes.add(new CatalogException(e.at(), e.getMessage()).getMessage());
        } catch (YamlSyntaxException e) {
            mistakes.add(new CatalogException(e.at(), e.getMessage()).getMessage());
        } catch (CatalogException e) {
            mistakes.add(e.getMessage());
        }
        return compiler.index.bytes();
    }

    private void file(Section file, List<String> mistakes) throws CatalogException, IOException {
        List<YamlNode> mirrors = file.list("mirrors");
        index.out.writeShort(mirrors.size());
        for (YamlNode node : mirrors) {
            Section mirror = Section.of(node, List.of("prefix", "source"));
            mirror.string("source");
            String prefix = mirror.string("prefix");
            if (!prefix.endsWith("/") || prefix.lastIndexOf('*') > 0) {
                throw new CatalogException(
                        mirror.require("prefix"),
                        "a mirror's prefix ends with a slash; a star stands at its beginning");
            }
            index.out.writeUTF(prefix);
        }
        List<YamlNode> images = Section.items(file.require("images"));
        index.out.writeShort(images.size());
        for (YamlNode image : images) {
            // one message for each image, so that one build shows all that is wrong
            try {
                image(Section.of(image, keys));
            } catch (CatalogException e) {
                mistakes.add(e.getMessage());
            }
        }
    }

    /** Its names, and what else it is found by; then the number of bytes of its facts, and these. */
    private void image(Section image) throws CatalogException, IOException {
        names(image);
        index.texts(Section.strings(image.list("only-tags")));
        FactWriter facts = new FactWriter();
        try {
            write(image, facts);
        } finally {
            byte[] written = facts.bytes();
            index.out.writeInt(written.length);
            index.out.write(written);
        }
    }

    private static void write(Section image, FactWriter facts) throws CatalogException, IOException {
        facts.out.writeUTF(image.string("name"));
        String kind = image.string("kind");
        if (ImageKind.of(kind).isEmpty()) {
            throw new CatalogException(image.require("kind"), "unknown kind \"" + kind + "\"");
        }
        facts.out.writeUTF(kind);
        boolean ephemeral = image.flag("ephemeral");
        facts.out.writeBoolean(ephemeral);
        @Nullable String versionAfter = image.optionalString("tag-version-after");
        facts.out.writeUTF(versionAfter == null ? "" : versionAfter);
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

    private static void upgrade(Section image, FactWriter facts) throws CatalogException, IOException {
        @Nullable YamlNode node = image.get("upgrade");
        if (node == null) {
            facts.out.writeUTF("");
            return;
        }
        Section upgrade = Section.of(node, List.of("what", "source"));
        upgrade.string("source");
        facts.clause(upgrade, "what");
    }

    /** The version, or 0 for one that nobody knows; the end of all versions means the newest. */
    private static void untagged(Section image, FactWriter facts) throws CatalogException, IOException {
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

    private void names(Section image) throws CatalogException, IOException {
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
        index.texts(Section.strings(nodes));
    }
}
