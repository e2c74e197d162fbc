package dev.plimsoll.build;

import dev.plimsoll.knowledge.ImageKind;
import dev.plimsoll.knowledge.MemoryUnit;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.SourceReader;
import dev.plimsoll.source.UnreadableSourceException;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the image knowledge and makes its index. What the keys mean is said at the top of {@code rules/images.yaml};
 * the index is described where it is read.
 */
final class ImageCompiler {
    private static final String FILE = "images.yaml";
    private static final List<String> IMAGE_KEYS = List.of(
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
            "writable",
            "content",
            "workspaces",
            "shm",
            "user",
            "file-form",
            "file-variables",
            "sizes-by-host",
            "memory",
            "source");
    /** What is said of an image without a place for a source of its own. */
    private static final List<String> RUNTIME_KEYS = List.of(
            "writable",
            "content",
            "workspaces",
            "shm",
            "user",
            "file-form",
            "file-variables",
            "sizes-by-host",
            "memory");

    private static final List<String> DATA_KEYS =
            List.of("versions", "path", "volume", "set-by", "also-at", "optional", "source");
    private static final List<String> OFF_KEYS = List.of("words", "unless", "env", "source");
    private static final List<String> SHM_KEYS = List.of("size", "why", "unless");
    private static final List<String> USER_KEYS = List.of("name", "id", "since");
    private static final List<String> HOST_KEYS = List.of("versions", "what", "unless", "unless-mounted");
    private static final List<String> MEMORY_KEYS = List.of("unit", "set-by");
    private static final String UNKNOWN = "unknown";
    private static final Pattern NAME = Pattern.compile("[a-z0-9*][a-z0-9*._/:-]*");
    private static final Pattern BOUND = Pattern.compile("(>=|<)([0-9]{1,4})(?:\\.([0-9]{1,4}))?");
    private static final Pattern SETTING = Pattern.compile("(env|option) ([^ /]+)(/[^ ]+)?");
    private static final Pattern FILE_VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\*?|\\*");
    private static final Pattern CONDITION = Pattern.compile("env ([A-Za-z_][A-Za-z0-9_]*)(?:=(.+))?");

    /** Of {@code /dev/shm} where nothing sets another. Source: moby daemon/config, DefaultShmSize. */
    private static final ByteSize DEFAULT_SHM = ByteSize.mebibytes(64);

    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private DataOutputStream out = new DataOutputStream(bytes);
    private final Map<String, YamlNode> names = new HashMap<>();

    private ImageCompiler() {}

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
        return compiler.bytes.toByteArray();
    }

    private void file(Section file, List<String> mistakes) throws CatalogException, IOException {
        List<YamlNode> mirrors = file.list("mirrors");
        out.writeShort(mirrors.size());
        for (YamlNode node : mirrors) {
            Section mirror = Section.of(node, List.of("prefix", "source"));
            mirror.string("source");
            String prefix = mirror.string("prefix");
            if (!prefix.endsWith("/") || prefix.lastIndexOf('*') > 0) {
                throw new CatalogException(
                        mirror.require("prefix"),
                        "a mirror's prefix ends with a slash; a star stands at its beginning");
            }
            out.writeUTF(prefix);
        }
        List<YamlNode> images = Section.items(file.require("images"));
        out.writeShort(images.size());
        for (YamlNode image : images) {
            // one message for each image, so that one build shows all that is wrong
            try {
                image(Section.of(image, IMAGE_KEYS));
            } catch (CatalogException e) {
                mistakes.add(e.getMessage());
            }
        }
    }

    /** Its names, and what else it is found by; then the number of bytes of its facts, and these. */
    private void image(Section image) throws CatalogException, IOException {
        names(image);
        texts(Section.strings(image.list("only-tags")));
        ByteArrayOutputStream index = bytes;
        bytes = new ByteArrayOutputStream();
        out = new DataOutputStream(bytes);
        try {
            facts(image);
        } finally {
            ByteArrayOutputStream facts = bytes;
            bytes = index;
            out = new DataOutputStream(bytes);
            out.writeInt(facts.size());
            facts.writeTo(bytes);
        }
    }

    private void facts(Section image) throws CatalogException, IOException {
        out.writeUTF(image.string("name"));
        String kind = image.string("kind");
        if (ImageKind.of(kind).isEmpty()) {
            throw new CatalogException(image.require("kind"), "unknown kind \"" + kind + "\"");
        }
        out.writeUTF(kind);
        boolean ephemeral = image.flag("ephemeral");
        out.writeBoolean(ephemeral);
        @Nullable String versionAfter = image.optionalString("tag-version-after");
        out.writeUTF(versionAfter == null ? "" : versionAfter);
        texts(Section.strings(image.list("except-tags")));
        untagged(image);
        @Nullable String source = image.optionalString("source");
        data(image, source);
        sequences(image.list("keeps-data-only-with"));
        conditions(image.list("silent-with"));
        pathList(image.list("unless-mounted"));
        pathList(image.list("wrong-places"));
        persistenceOff(image, source);
        texts(Section.strings(image.list("settings-file")));
        runtime(image);
        if (ephemeral && image.get("data") != null) {
            throw new CatalogException(image.require("data"), "an ephemeral image has no data");
        }
        if ((image.get("data") == null || hasRuntime(image)) && source == null) {
            throw new CatalogException(image.node(), "missing key \"source\"");
        }
    }

    /** The version, or 0 for one that nobody knows; the end of all versions means the newest. */
    private void untagged(Section image) throws CatalogException, IOException {
        @Nullable String untagged = image.optionalString("untagged");
        if (untagged == null) {
            version(Version.END);
        } else if (untagged.equals(UNKNOWN)) {
            version(Version.FIRST);
        } else {
            Range since = range(image.require("untagged"), ">=" + untagged);
            if (since.from().equals(Version.FIRST)) {
                throw new CatalogException(image.require("untagged"), "write a version above 0, or \"unknown\"");
            }
            version(since.from());
        }
    }

    private static boolean hasRuntime(Section image) {
        for (String key : RUNTIME_KEYS) {
            if (image.get(key) != null) {
                return true;
            }
        }
        return false;
    }

    private void runtime(Section image) throws CatalogException, IOException {
        pathList(image.list("writable"));
        pathList(image.list("content"));
        pathList(image.list("workspaces"));
        shm(image.get("shm"));
        user(image.get("user"));
        fileVariables(image);
        hostSizing(image.get("sizes-by-host"));
        memory(image.list("memory"));
    }

    private void pathList(List<YamlNode> nodes) throws CatalogException, IOException {
        for (YamlNode node : nodes) {
            cleanPath(node, Section.filled(node));
        }
        texts(Section.strings(nodes));
    }

    private void shm(@Nullable YamlNode node) throws CatalogException, IOException {
        out.writeBoolean(node != null);
        if (node == null) {
            return;
        }
        Section shm = Section.of(node, SHM_KEYS);
        Optional<ByteSize> size = SizeGrammar.docker(shm.string("size"));
        if (size.isEmpty() || !size.get().exceeds(DEFAULT_SHM)) {
            throw new CatalogException(
                    shm.require("size"), "\"" + shm.string("size") + "\" is no size above the default of 64m");
        }
        out.writeLong(size.get().bytes());
        clause(shm, "why");
        texts(Section.strings(shm.list("unless")));
    }

    private void clause(Section section, String key) throws CatalogException, IOException {
        String clause = section.string(key);
        if (clause.endsWith(".")) {
            throw new CatalogException(section.require(key), "a part of a sentence has no final period");
        }
        out.writeUTF(clause);
    }

    private void user(@Nullable YamlNode node) throws CatalogException, IOException {
        if (node == null) {
            out.writeUTF("");
            out.writeInt(-1);
            version(Version.FIRST);
            return;
        }
        Section user = Section.of(node, USER_KEYS);
        String name = user.string("name");
        if (name.equals("root") || name.equals("0")) {
            throw new CatalogException(user.require("name"), "leave root out: it is what holds without a user");
        }
        out.writeUTF(name);
        out.writeInt(id(user));
        @Nullable String since = user.optionalString("since");
        version(since == null ? Version.FIRST : range(user.require("since")).from());
        if (since != null && !since.startsWith(">=")) {
            throw new CatalogException(user.require("since"), "write the first version as \">=2019\"");
        }
    }

    private static int id(Section user) throws CatalogException {
        @Nullable String id = user.optionalString("id");
        if (id == null) {
            return -1;
        }
        try {
            int number = Integer.parseInt(id);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new CatalogException(user.require("id"), "\"" + id + "\" is no number of a user other than root");
    }

    private void fileVariables(Section image) throws CatalogException, IOException {
        @Nullable String form = image.optionalString("file-form");
        List<YamlNode> variables = image.list("file-variables");
        if (form != null && (!form.contains("{name}") || variables.isEmpty())) {
            throw new CatalogException(
                    image.require("file-form"), "write \"{name}__FILE\", and \"file-variables\" beside it");
        }
        out.writeUTF(form == null ? "{name}_FILE" : form);
        for (YamlNode variable : variables) {
            if (!FILE_VARIABLE.matcher(Section.filled(variable)).matches()) {
                throw new CatalogException(
                        variable,
                        "\"" + Section.filled(variable) + "\" is no variable, with a star at its end at most");
            }
        }
        texts(Section.strings(variables));
    }

    private void hostSizing(@Nullable YamlNode node) throws CatalogException, IOException {
        out.writeBoolean(node != null);
        if (node != null) {
            Section sizing = Section.of(node, HOST_KEYS);
            Range versions = range(sizing.get("versions"));
            version(versions.from());
            version(versions.to());
            clause(sizing, "what");
            settings(sizing.list("unless"));
            pathList(sizing.list("unless-mounted"));
            if (sizing.get("unless") == null && sizing.get("unless-mounted") == null) {
                throw new CatalogException(node, "missing key \"unless\", or \"unless-mounted\"");
            }
        }
    }

    private void memory(List<YamlNode> nodes) throws CatalogException, IOException {
        out.writeShort(nodes.size());
        for (YamlNode node : nodes) {
            Section memory = Section.of(node, MEMORY_KEYS);
            String unit = memory.string("unit");
            if (MemoryUnit.of(unit).isEmpty()) {
                throw new CatalogException(memory.require("unit"), "unknown unit \"" + unit + "\"");
            }
            out.writeUTF(unit);
            settings(Section.items(memory.require("set-by")));
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
                throw new CatalogException(node, "\"" + name + "\" is there twice, first on line " + line);
            }
        }
        texts(Section.strings(nodes));
    }

    private record Version(int major, int minor) implements Comparable<Version> {
        static final Version FIRST = new Version(0, 0);
        static final Version END = new Version(Integer.MAX_VALUE, 0);

        @Override
        public int compareTo(Version other) {
            return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
        }
    }

    private record Range(Version from, Version to) {
        boolean overlaps(Range other) {
            return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
        }
    }

    private record Data(Section section, Range range) {}

    private void data(Section image, @Nullable String source) throws CatalogException, IOException {
        List<Data> facts = new ArrayList<>();
        for (YamlNode node : image.list("data")) {
            Section section = Section.of(node, DATA_KEYS);
            needsSource(section, source);
            facts.add(new Data(section, range(section.get("versions"))));
        }
        for (Data fact : facts) {
            rejectPartialOverlap(fact, facts);
        }
        facts.sort(Comparator.comparing((Data fact) -> fact.range().from()).reversed());
        out.writeShort(facts.size());
        for (Data fact : facts) {
            version(fact.range().from());
            version(fact.range().to());
            paths(fact.section());
            settings(fact.section().list("set-by"));
            alsoAt(fact.section());
            out.writeBoolean(fact.section().flag("optional"));
        }
    }

    private void alsoAt(Section data) throws CatalogException, IOException {
        if (data.get("also-at") != null && data.get("path") == null) {
            throw new CatalogException(data.require("also-at"), "missing key \"path\": where those lead to");
        }
        pathList(data.list("also-at"));
    }

    private void version(Version version) throws IOException {
        out.writeInt(version.major());
        out.writeInt(version.minor());
    }

    private static void needsSource(Section section, @Nullable String source) throws CatalogException {
        if (section.optionalString("source") == null && source == null) {
            throw new CatalogException(section.node(), "missing key \"source\", here or at the image");
        }
    }

    /** Several paths may have the same range; different ranges must not share a version. */
    private static void rejectPartialOverlap(Data fact, List<Data> facts) throws CatalogException {
        for (Data other : facts) {
            if (!fact.range().equals(other.range()) && fact.range().overlaps(other.range())) {
                throw new CatalogException(fact.section().node(), "these versions overlap those of another path");
            }
        }
    }

    private static Range range(@Nullable YamlNode versions) throws CatalogException {
        return versions == null ? new Range(Version.FIRST, Version.END) : range(versions, Section.filled(versions));
    }

    private static Range range(YamlNode versions, String text) throws CatalogException {
        Version from = Version.FIRST;
        Version to = Version.END;
        for (String part : text.split(" ", -1)) {
            Matcher bound = BOUND.matcher(part);
            if (!bound.matches()) {
                throw new CatalogException(
                        versions, "\"" + part + "\" is no version bound; write \"<18\", \">=18\" or \">=2 <3\"");
            }
            int minor = bound.group(3) == null ? 0 : Integer.parseInt(bound.group(3));
            Version version = new Version(Integer.parseInt(bound.group(2)), minor);
            if (bound.group(1).equals("<")) {
                to = version;
            } else {
                from = version;
            }
        }
        if (from.compareTo(to) >= 0) {
            throw new CatalogException(versions, "there is no such version");
        }
        return new Range(from, to);
    }

    private void paths(Section data) throws CatalogException, IOException {
        @Nullable String path = data.optionalString("path");
        @Nullable String volume = data.optionalString("volume");
        if (path == null && data.get("set-by") == null) {
            throw new CatalogException(data.node(), "missing key \"path\", or \"set-by\" if there is no default");
        }
        if (path != null) {
            cleanPath(data.require("path"), path);
        }
        if (volume != null) {
            ContainerPath declared = cleanPath(data.require("volume"), volume);
            if (path == null || !new ContainerPath(path).isAtOrBelow(declared)) {
                throw new CatalogException(data.require("volume"), "the path does not lie in this volume");
            }
        } else if (path != null && path.contains("{major}")) {
            throw new CatalogException(data.node(), "missing key \"volume\": the path depends on the version");
        }
        out.writeUTF(path == null ? "" : path);
        out.writeUTF(volume == null ? "" : volume);
    }

    private static ContainerPath cleanPath(YamlNode node, String path) throws CatalogException {
        Optional<ContainerPath> clean = ContainerPath.of(path);
        if (clean.isEmpty() || !clean.get().value().equals(path) || path.equals("/")) {
            throw new CatalogException(node, "\"" + path + "\" is no absolute, clean path");
        }
        return clean.get();
    }

    private void settings(List<YamlNode> nodes) throws CatalogException, IOException {
        out.writeShort(nodes.size());
        for (YamlNode node : nodes) {
            Matcher setting = SETTING.matcher(Section.filled(node));
            if (!setting.matches()) {
                throw new CatalogException(
                        node, "write \"env NAME\" or \"option NAME\", with /what-is-added behind it");
            }
            out.writeBoolean(setting.group(1).equals("option"));
            out.writeUTF(setting.group(2));
            out.writeUTF(setting.group(3) == null ? "" : setting.group(3));
        }
    }

    private void conditions(List<YamlNode> nodes) throws CatalogException, IOException {
        out.writeShort(nodes.size());
        for (YamlNode node : nodes) {
            Matcher condition = CONDITION.matcher(Section.filled(node));
            if (!condition.matches()) {
                throw new CatalogException(node, "write \"env NAME\" or \"env NAME=value\"");
            }
            out.writeUTF(condition.group(1));
            out.writeUTF(condition.group(2) == null ? "" : condition.group(2));
        }
    }

    private void persistenceOff(Section image, @Nullable String source) throws CatalogException, IOException {
        List<Section> signals = new ArrayList<>();
        List<YamlNode> conditions = new ArrayList<>();
        for (YamlNode node : image.list("persistence-off")) {
            Section off = Section.of(node, OFF_KEYS);
            needsSource(off, source);
            @Nullable YamlNode variable = off.get("env");
            if (variable == null) {
                off.require("words");
                signals.add(off);
            } else if (off.get("words") != null || off.get("unless") != null) {
                throw new CatalogException(node, "a variable stands alone: no \"words\", no \"unless\"");
            } else {
                conditions.add(variable);
            }
        }
        out.writeShort(signals.size());
        for (Section signal : signals) {
            texts(sequence(signal.require("words")));
            sequences(signal.list("unless"));
        }
        out.writeShort(conditions.size());
        for (YamlNode node : conditions) {
            Matcher condition = CONDITION.matcher("env " + Section.filled(node));
            if (!condition.matches() || condition.group(2) == null) {
                throw new CatalogException(node, "write NAME=value");
            }
            out.writeUTF(condition.group(1));
            out.writeUTF(condition.group(2));
        }
    }

    private void sequences(List<YamlNode> nodes) throws CatalogException, IOException {
        out.writeShort(nodes.size());
        for (YamlNode node : nodes) {
            texts(sequence(node));
        }
    }

    /** Words of a command; only the first must not be empty. */
    private static List<String> sequence(YamlNode node) throws CatalogException {
        List<String> words = new ArrayList<>();
        for (YamlNode word : Section.items(node)) {
            words.add(words.isEmpty() ? Section.filled(word) : Section.text(word));
        }
        return words;
    }

    private void texts(List<String> texts) throws IOException {
        out.writeShort(texts.size());
        for (String text : texts) {
            out.writeUTF(text);
        }
    }
}
