package dev.plimsoll.fuzz;

import dev.plimsoll.fuzz.RandomYaml.Many;
import dev.plimsoll.fuzz.RandomYaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Projects as people have them: a base with an override, a second file for another place, a service that extends one of
 * another file, a file that is included, variables, anchors; with what fixes are for, and most of it such as Docker loads.
 */
final class RandomProject {
    /** What every comment begins with. */
    static final String COMMENT = "# note ";

    private static final Pattern COMMENTS = Pattern.compile("# note [0-9]+");
    private static final List<String> NAMES = List.of("web", "db", "cache", "worker", "app-1");

    private final Chance chance;
    private final RandomYaml yaml;
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Map<String, Value> declared = new HashMap<>();
    private final List<String> names;
    private final boolean sound;
    private final boolean deployed;
    private final RandomMounts mounts;
    private final RandomService service;

    private RandomProject(long seed) {
        this.chance = new Chance(seed);
        this.yaml = new RandomYaml(chance);
        // most are such as Docker takes: what it refuses beforehand shows little
        this.sound = !chance.oneIn(5);
        this.deployed = chance.oneIn(4);
        this.mounts = new RandomMounts(chance, yaml, sound);
        this.service = new RandomService(chance, yaml, sound, deployed, mounts);
        this.names = NAMES.subList(0, 1 + chance.below(4));
    }

    /** The project of a seed. */
    static Input of(long seed) {
        return new RandomProject(seed).make();
    }

    /** The comments in a text. */
    static List<String> comments(String text) {
        List<String> comments = new ArrayList<>();
        Matcher matcher = COMMENTS.matcher(text);
        while (matcher.find()) {
            comments.add(matcher.group());
        }
        return comments;
    }

    private Input make() {
        boolean extended = chance.oneIn(3);
        boolean included = chance.oneIn(3);
        String extendedPath = chance.of(List.of("common.yaml", "compose.common.yaml", "shared/compose.yaml"));
        String includedPath = chance.of(List.of("part.yaml", "part/compose.yaml", "compose.part.yaml"));
        Map<String, Value> base = new LinkedHashMap<>();
        if (chance.oneIn(6)) {
            base.put("version", yaml.text("3.8"));
        }
        if (chance.oneIn(6)) {
            base.put("name", yaml.word("prop"));
        }
        if (included) {
            base.put("include", include(includedPath));
            file(includedPath, part());
        }
        mounts.used().clear();
        Map<String, Value> services = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Map<String, Value> own = service.of(names.get(i), true);
            if (extended && chance.oneIn(2)) {
                own.remove("image");
                own.put("extends", extension(extendedPath));
            } else if (i > 0 && chance.oneIn(8)) {
                own.put("extends", yaml.map(Map.of("service", yaml.word(names.get(chance.below(i))))));
            }
            services.put(names.get(i), yaml.map(own));
        }
        if (extended) {
            Set<String> own = new LinkedHashSet<>(mounts.used());
            mounts.used().clear();
            file(extendedPath, common());
            // what an extended service mounts is declared by who extends it
            mounts.used().addAll(own);
        }
        anchors(base, services);
        file("compose.yaml", base);
        boolean override = chance.oneIn(2);
        if (override) {
            file("compose.override.yaml", over());
        }
        boolean prod = chance.oneIn(4);
        if (prod) {
            file("compose.prod.yaml", over());
        }
        if (chance.oneIn(3)) {
            files.put(
                    ".env",
                    chance.of(List.of(
                            "SIZE=256m\n", "LIMIT=2g\nSIZE=64m\n", "COMPOSE_PROFILES=debug\n", "IMAGE=mysql:8\n")));
        }
        boolean named = prod && chance.oneIn(2);
        if (included && !named && chance.oneIn(4)) {
            // where the files are named, a run knows nothing of others that include the same
            file("compose.other.yaml", other(includedPath));
        }
        List<String> args = named ? List.of("compose.yaml", "compose.prod.yaml") : List.of();
        return new Input("project", files, args, List.of());
    }

    private Value include(String path) {
        Value written = yaml.text("./" + path);
        return yaml.list(chance.oneIn(2) ? written : yaml.map(Map.of("path", written)));
    }

    private Value extension(String path) {
        Map<String, Value> extension = new LinkedHashMap<>();
        extension.put("file", yaml.text(path));
        extension.put("service", yaml.word(chance.of(List.of("base", "other"))));
        return yaml.map(extension);
    }

    private Map<String, Value> part() {
        Map<String, Value> root = new LinkedHashMap<>();
        Map<String, Value> services = new LinkedHashMap<>();
        mounts.used().clear();
        services.put("part-db", yaml.map(service.of("part-db", true)));
        if (chance.oneIn(2)) {
            services.put("part-ui", yaml.map(service.of("part-ui", true)));
        }
        anchors(root, services);
        return root;
    }

    /** A project of its own that includes the same as the first. */
    private Map<String, Value> other(String includedPath) {
        Map<String, Value> root = new LinkedHashMap<>();
        root.put("include", include(includedPath));
        mounts.used().clear();
        Map<String, Value> services = new LinkedHashMap<>();
        services.put("other", yaml.map(service.of("other", true)));
        anchors(root, services);
        return root;
    }

    private Map<String, Value> common() {
        Map<String, Value> root = new LinkedHashMap<>();
        Map<String, Value> services = new LinkedHashMap<>();
        services.put("base", yaml.map(service.inherited(true)));
        services.put("other", yaml.map(service.inherited(true)));
        anchors(root, services);
        return root;
    }

    /** A file laid over another: parts of services, perhaps with a service of its own. */
    private Map<String, Value> over() {
        Map<String, Value> root = new LinkedHashMap<>();
        Map<String, Value> services = new LinkedHashMap<>();
        mounts.used().clear();
        for (String name : names) {
            if (chance.oneIn(2)) {
                services.put(name, yaml.map(service.of(name, false)));
            }
        }
        if (services.isEmpty() || chance.oneIn(4)) {
            services.put("extra", yaml.map(service.of("extra", true)));
        }
        anchors(root, services);
        return root;
    }

    /** The sections of a file: what is shared by anchors, the services, what they need declared. */
    private void anchors(Map<String, Value> root, Map<String, Value> services) {
        if (chance.oneIn(3)) {
            Map<String, Value> shared = service.inherited(false);
            Value anchored = yaml.anchored("shared", yaml.map(shared));
            root.put("x-shared", anchored);
            for (Map.Entry<String, Value> service : services.entrySet()) {
                if (chance.oneIn(2) && service.getValue() instanceof Many map) {
                    map.merge(yaml.alias("shared"));
                }
            }
        }
        if (chance.oneIn(5) && (!deployed || !sound)) {
            root.put("x-size", yaml.anchored("size", yaml.text("256m")));
            for (Value service : services.values()) {
                if (chance.oneIn(2) && service instanceof Many map) {
                    map.put("mem_limit", yaml.alias("size"));
                }
            }
        }
        if (services.size() > 1 && chance.oneIn(6)) {
            List<String> all = List.copyOf(services.keySet());
            services.put(all.get(0), yaml.anchored("first", services.get(all.get(0))));
            if (services.get(all.get(1)) instanceof Many map) {
                map.merge(yaml.alias("first"));
            }
        }
        boolean first = chance.oneIn(4);
        if (!first) {
            root.put("services", yaml.map(services));
        }
        declare(root);
        if (first) {
            root.put("services", yaml.map(services));
        }
    }

    private void declare(Map<String, Value> root) {
        Map<String, Value> volumes = new LinkedHashMap<>();
        for (String name : mounts.used()) {
            if (sound || !chance.oneIn(3)) {
                // declared in two files, it is one all the same
                volumes.put(name, declared.computeIfAbsent(name, any -> volume()));
            }
        }
        if (chance.oneIn(3)) {
            volumes.putIfAbsent("old", declared.computeIfAbsent("old", any -> volume()));
        }
        if (!volumes.isEmpty()) {
            root.put("volumes", yaml.map(volumes));
        } else if (!sound && chance.oneIn(8)) {
            root.put("volumes", yaml.nothing());
        }
    }

    private Value volume() {
        if (chance.oneIn(4)) {
            Map<String, Value> options = new LinkedHashMap<>();
            options.put("type", yaml.word("tmpfs"));
            options.put("device", yaml.word("tmpfs"));
            if (!chance.oneIn(3)) {
                options.put(
                        "o", yaml.text(chance.of(List.of("size=64m", "size=100mb", "mode=1777", "uid=1000,size=1g"))));
            }
            Map<String, Value> volume = new LinkedHashMap<>();
            volume.put("driver_opts", yaml.map(options));
            return yaml.map(volume);
        }
        return chance.oneIn(4) ? yaml.map(new LinkedHashMap<>()) : yaml.nothing();
    }

    private void file(String path, Map<String, Value> root) {
        boolean misspelt = !sound && chance.oneIn(8);
        files.put(path, yaml.write(misspelt ? misspelt(root) : root));
    }

    /** What has no services or volumes for Docker until somebody mends it. */
    private Map<String, Value> misspelt(Map<String, Value> root) {
        String section = chance.of(List.of("services", "services", "volumes"));
        Map<String, Value> misspelt = new LinkedHashMap<>();
        root.forEach((key, value) -> misspelt.put(key.equals(section) ? key.replace("e", "") : key, value));
        return misspelt;
    }
}
