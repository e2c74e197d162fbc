package dev.plimsoll.build;

import dev.plimsoll.knowledge.MemoryUnit;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an image does while it runs: where it writes, as whom, and how it takes its memory. */
final class RuntimeFacts {
    /** What is said of an image without a place for a source of its own. */
    static final List<String> KEYS = List.of(
            "writable",
            "content",
            "workspaces",
            "shm",
            "user",
            "file-form",
            "file-variables",
            "sizes-by-host",
            "memory");

    private static final List<String> SHM_KEYS = List.of("size", "why", "unless");
    private static final List<String> USER_KEYS = List.of("name", "id", "since");
    private static final List<String> HOST_KEYS = List.of("versions", "what", "unless", "unless-mounted");
    private static final List<String> MEMORY_KEYS = List.of("unit", "set-by");
    private static final Pattern FILE_VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\*?|\\*");

    /** Of {@code /dev/shm} where nothing sets another. Source: moby daemon/config, DefaultShmSize. */
    private static final ByteSize DEFAULT_SHM = ByteSize.mebibytes(64);

    private final FactWriter facts;

    RuntimeFacts(FactWriter facts) {
        this.facts = facts;
    }

    /** Whether any are written of an image. */
    static boolean areIn(Section image) {
        for (String key : KEYS) {
            if (image.get(key) != null) {
                return true;
            }
        }
        return false;
    }

    /** Checks and writes those of an image. */
    void write(Section image) throws CatalogException {
        facts.pathList(image.list("writable"));
        facts.pathList(image.list("content"));
        facts.pathList(image.list("workspaces"));
        shm(image.get("shm"));
        user(image.get("user"));
        fileVariables(image);
        hostSizing(image.get("sizes-by-host"));
        memory(image.list("memory"));
    }

    private void shm(@Nullable YamlNode node) throws CatalogException {
        facts.out.flag(node != null);
        if (node == null) {
            return;
        }
        Section shm = Section.of(node, SHM_KEYS);
        Optional<ByteSize> size = SizeGrammar.docker(shm.string("size"));
        if (size.isEmpty() || !size.get().exceeds(DEFAULT_SHM)) {
            throw new CatalogException(
                    shm.require("size"), "\"" + shm.string("size") + "\" is no size above the default of 64m");
        }
        facts.out.size(size.get().bytes());
        facts.clause(shm, "why");
        facts.texts(Section.strings(shm.list("unless")));
    }

    private void user(@Nullable YamlNode node) throws CatalogException {
        if (node == null) {
            facts.out.text("");
            facts.out.number(-1);
            facts.version(VersionRange.Version.FIRST);
            return;
        }
        Section user = Section.of(node, USER_KEYS);
        String name = user.string("name");
        if (name.equals("root") || name.equals("0")) {
            throw new CatalogException(user.require("name"), "leave root out: it is what holds without a user");
        }
        facts.out.text(name);
        facts.out.number(id(user));
        @Nullable String since = user.optionalString("since");
        facts.version(
                since == null
                        ? VersionRange.Version.FIRST
                        : VersionRange.of(user.require("since")).from());
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

    private void fileVariables(Section image) throws CatalogException {
        @Nullable String form = image.optionalString("file-form");
        List<YamlNode> variables = image.list("file-variables");
        if (form != null && (!form.contains("{name}") || variables.isEmpty())) {
            throw new CatalogException(
                    image.require("file-form"), "write \"{name}__FILE\", and \"file-variables\" beside it");
        }
        facts.out.text(form == null ? "{name}_FILE" : form);
        for (YamlNode variable : variables) {
            if (!FILE_VARIABLE.matcher(Section.filled(variable)).matches()) {
                throw new CatalogException(
                        variable,
                        "\"" + Section.filled(variable) + "\" is no variable, with a star at its end at most");
            }
        }
        facts.texts(Section.strings(variables));
    }

    private void hostSizing(@Nullable YamlNode node) throws CatalogException {
        facts.out.flag(node != null);
        if (node != null) {
            Section sizing = Section.of(node, HOST_KEYS);
            VersionRange versions = VersionRange.of(sizing.get("versions"));
            facts.version(versions.from());
            facts.version(versions.to());
            facts.clause(sizing, "what");
            facts.settings(sizing.list("unless"));
            facts.pathList(sizing.list("unless-mounted"));
            if (sizing.get("unless") == null && sizing.get("unless-mounted") == null) {
                throw new CatalogException(node, "missing key \"unless\", or \"unless-mounted\"");
            }
        }
    }

    private void memory(List<YamlNode> nodes) throws CatalogException {
        facts.out.count(nodes.size());
        for (YamlNode node : nodes) {
            Section memory = Section.of(node, MEMORY_KEYS);
            String unit = memory.string("unit");
            if (MemoryUnit.of(unit).isEmpty()) {
                throw new CatalogException(memory.require("unit"), "unknown unit \"" + unit + "\"");
            }
            facts.out.text(unit);
            facts.settings(Section.items(memory.require("set-by")));
        }
    }
}
