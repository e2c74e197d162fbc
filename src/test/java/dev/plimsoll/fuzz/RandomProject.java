package dev.plimsoll.fuzz;

import dev.plimsoll.fuzz.RandomYaml.Many;
import dev.plimsoll.fuzz.RandomYaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Projects as people have them: a base with an override, a second file for another place, a service that extends one of
 * another file, a file that is included, variables, anchors; with what fixes are for, and most of it such as Docker loads.
 */
final class RandomProject {
    /** What every comment begins with. */
    static final String COMMENT = "# note ";

    private static final Pattern COMMENTS = Pattern.compile("# note [0-9]+");
    private static final List<String> NAMES = List.of("web", "db", "cache", "worker", "app-1");
    private static final List<String> IMAGES = List.of(
            "postgres:16",
            "postgres",
            "mysql:8",
            "redis:7",
            "mongo:7",
            "nginx:1.27",
            "busybox",
            "example/app:1",
            "rabbitmq:3",
            "elasticsearch:8.15.0",
            "${IMAGE:-mariadb:11}");
    private static final List<String> TARGETS = List.of(
            "/tmp",
            "/run",
            "/cache",
            "/data",
            "/var/lib/postgresql/data",
            "/var/lib/mysql",
            "/data/db",
            "/var/cache/nginx",
            "/var/lib/rabbitmq",
            "/run/secrets",
            "/app/uploads");
    private static final List<String> OPTIONS = List.of(
            "",
            "",
            "",
            ":size=64m",
            ":size=64mb",
            ":size=2g,mode=1777",
            ":mode=1777",
            ":mode=0777",
            ":noexec,size=10%",
            ":size=0",
            ":rw,noexec,nosuid,size=65536k",
            ":uid=1000,gid=1000",
            ":size=${SIZE:-128m}",
            ":size=512",
            ":sized=4m",
            ":size=1.5g",
            ":exec,suid,size=8m",
            ":size=8m,ro",
            ":");
    private static final List<String> SIZES =
            List.of("512m", "1g", "64m", "2gb", "256M", "536870912", "100", "1.5g", "${LIMIT:-1g}", "1Gi", "4m", "0");
    private static final List<String> VOLUMES = List.of("data", "cache", "logs", "pgdata", "old");

    private final Chance chance;
    private final RandomYaml yaml;
    private final SortedMap<String, String> files = new TreeMap<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, Value> declared = new HashMap<>();
    private List<String> names = List.of();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private List<String> sharedTargets = List.of();
    private List<String> ownTargets = List.of();
    private boolean sound;
    private boolean deployed;

    private RandomProject(long seed) {
        this.chance = new Chance(seed);
        this.yaml = new RandomYaml(chance);
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
        // most are such as Docker takes: what it refuses beforehand shows little
        sound = !chance.oneIn(5);
        deployed = chance.oneIn(4);
        divideTargets();
        names = new ArrayList<>(NAMES.subList(0, 1 + chance.below(4)));
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
            Value path = yaml.text("./" + includedPath);
            base.put("include", yaml.list(chance.oneIn(2) ? path : yaml.map(Map.of("path", path))));
            file(includedPath, part());
        }
        used.clear();
        Map<String, Value> services = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            Map<String, Value> service = service(names.get(i), true);
            if (extended && chance.oneIn(2)) {
                service.remove("image");
                service.put("extends", extension(extendedPath));
            } else if (i > 0 && chance.oneIn(8)) {
                service.put("extends", yaml.map(Map.of("service", yaml.word(names.get(chance.below(i))))));
            }
            services.put(names.get(i), yaml.map(service));
        }
        if (extended) {
            Set<String> own = new LinkedHashSet<>(used);
            used.clear();
            file(extendedPath, common());
            // what an extended service mounts is declared by who extends it
            used.addAll(own);
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
        List<String> args = prod && chance.oneIn(2) ? List.of("compose.yaml", "compose.prod.yaml") : List.of();
        return new Input("project", files, args, List.of());
    }

    /** What is inherited mounts at other places than what inherits it, and a file over another at others than that one. */
    private void divideTargets() {
        List<String> inherited = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (String target : TARGETS) {
            if (!sound || chance.oneIn(3)) {
                inherited.add(target);
            }
            if (!sound || !inherited.contains(target)) {
                own.add(target);
            }
        }
        sharedTargets = inherited;
        ownTargets = own;
    }

    /** A place that nothing is mounted at in a service yet, whichever file says so; null if none is found. */
    private @Nullable String target(String name) {
        List<String> targets = name.isEmpty() ? sharedTargets : ownTargets;
        if (targets.isEmpty()) {
            return null;
        }
        String target = chance.of(targets);
        boolean free = taken.computeIfAbsent(name, any -> new HashSet<>()).add(target);
        return free || (!sound && chance.oneIn(4)) ? target : null;
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
        used.clear();
        services.put("part-db", yaml.map(service("part-db", true)));
        if (chance.oneIn(2)) {
            services.put("part-ui", yaml.map(service("part-ui", true)));
        }
        anchors(root, services);
        return root;
    }

    private Map<String, Value> common() {
        Map<String, Value> root = new LinkedHashMap<>();
        Map<String, Value> services = new LinkedHashMap<>();
        services.put("base", yaml.map(inherited(true)));
        services.put("other", yaml.map(inherited(true)));
        anchors(root, services);
        return root;
    }

    /** A file laid over another: parts of services, perhaps with a service of its own. */
    private Map<String, Value> over() {
        Map<String, Value> root = new LinkedHashMap<>();
        Map<String, Value> services = new LinkedHashMap<>();
        used.clear();
        for (String name : names) {
            if (chance.oneIn(2)) {
                services.put(name, yaml.map(service(name, false)));
            }
        }
        if (services.isEmpty() || chance.oneIn(4)) {
            services.put("extra", yaml.map(service("extra", true)));
        }
        anchors(root, services);
        return root;
    }

    /** The sections of a file: what is shared by anchors, the services, what they need declared. */
    private void anchors(Map<String, Value> root, Map<String, Value> services) {
        if (chance.oneIn(3)) {
            Map<String, Value> shared = inherited(false);
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
        for (String name : used) {
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

    /** A service that others extend, or what they merge. */
    private Map<String, Value> inherited(boolean whole) {
        taken.remove("");
        return service("", whole);
    }

    private Map<String, Value> service(String name, boolean whole) {
        Map<String, Value> service = new LinkedHashMap<>();
        if (whole) {
            service.put("image", yaml.text(chance.of(IMAGES)));
        }
        mounts(name, service);
        limits(service);
        rest(service, whole);
        if (service.isEmpty()) {
            service.put("restart", yaml.word("always"));
        }
        return shuffled(service);
    }

    private Map<String, Value> shuffled(Map<String, Value> service) {
        List<String> keys = new ArrayList<>(service.keySet());
        Map<String, Value> shuffled = new LinkedHashMap<>();
        while (!keys.isEmpty()) {
            String key = keys.remove(chance.oneIn(2) ? 0 : chance.below(keys.size()));
            shuffled.put(key, service.get(key));
        }
        return shuffled;
    }

    private void mounts(String name, Map<String, Value> service) {
        List<Value> tmpfs = new ArrayList<>();
        for (int i = chance.oneIn(2) ? chance.few(3) : 0; i > 0; i--) {
            String target = target(name);
            if (target != null) {
                tmpfs.add(yaml.text(target + chance.of(OPTIONS)));
            }
        }
        if (!tmpfs.isEmpty()) {
            service.put("tmpfs", tmpfs.size() == 1 && chance.oneIn(2) ? tmpfs.get(0) : yaml.list(tmpfs));
        }
        List<Value> volumes = new ArrayList<>();
        for (int i = chance.oneIn(2) ? chance.few(3) : 0; i > 0; i--) {
            String target = target(name);
            if (target != null) {
                volumes.add(chance.oneIn(3) ? longForm(target) : shortForm(target));
            }
        }
        if (!volumes.isEmpty()) {
            service.put("volumes", yaml.list(volumes));
        }
    }

    private String named() {
        String name = chance.of(VOLUMES.subList(0, 4));
        used.add(name);
        return name;
    }

    private Value shortForm(String target) {
        String written =
                switch (chance.below(sound ? 8 : 11)) {
                    case 0 -> "./conf:" + target + ":ro";
                    case 1 -> "/srv/x:" + target;
                    case 2 -> target;
                    case 3 -> named() + ":" + target + ":ro";
                    case 4 -> named() + ":" + target + ":rro";
                    case 8 -> "conf/x:" + target;
                    case 9 -> "d:" + target;
                    case 10 -> "dta:" + target;
                    default -> named() + ":" + target;
                };
        return yaml.text(written);
    }

    private Value longForm(String target) {
        Map<String, Value> mount = new LinkedHashMap<>();
        int kind = chance.below(4);
        mount.put("type", yaml.word(List.of("volume", "bind", "tmpfs", "tmpfs").get(kind)));
        if (kind == 0) {
            mount.put("source", yaml.word(named()));
        } else if (kind == 1) {
            mount.put("source", yaml.text("./host"));
        }
        mount.put("target", yaml.text(target));
        if (kind > 1 && chance.oneIn(2)) {
            Map<String, Value> tmpfs = new LinkedHashMap<>();
            tmpfs.put("size", yaml.scalar(chance.of(List.of("64m", "1073741824", "0", "2gb", "100"))));
            if (chance.oneIn(2)) {
                tmpfs.put(
                        "mode",
                        yaml.scalar(chance.of(
                                sound ? List.of("1777", "0o1777", "01777", "0o700") : List.of("\"1777\"", "1777"))));
            }
            mount.put("tmpfs", yaml.map(tmpfs));
        } else if (kind > 1 && !sound && chance.oneIn(4)) {
            mount.put("tmpfs", yaml.nothing());
        }
        if (chance.oneIn(5)) {
            mount.put("read_only", yaml.scalar("true"));
        }
        return yaml.map(mount);
    }

    private void limits(Map<String, Value> service) {
        String limit = chance.of(SIZES);
        boolean misspelled = limit.equals("1Gi") && sound;
        if (chance.oneIn(3) && !misspelled && (!deployed || !sound)) {
            service.put("mem_limit", yaml.size(limit));
        }
        if (chance.oneIn(6)) {
            service.put("memswap_limit", yaml.size(chance.of(List.of("-1", "1g", "100m", "2g", "0", "${SWAP:-2g}"))));
        }
        if (!sound && chance.oneIn(20)) {
            service.put("memswap_limit", yaml.scalar("\"-1\""));
        }
        if (chance.oneIn(10) && (!deployed || !sound)) {
            service.put("mem_reservation", yaml.size(chance.of(SIZES.subList(0, 6))));
        }
        if (chance.oneIn(10)) {
            service.put("shm_size", yaml.size(chance.of(SIZES.subList(0, 6))));
        }
        if (chance.oneIn(12)) {
            service.put("mem_swappiness", yaml.scalar("10"));
        }
        if (chance.oneIn(12)) {
            service.put("oom_kill_disable", yaml.scalar("true"));
        }
        if (chance.oneIn(deployed ? 2 : 5) && (deployed || !sound)) {
            Map<String, Value> limits = new LinkedHashMap<>();
            if (!chance.oneIn(3)) {
                limits.put("memory", yaml.text(chance.of(SIZES.subList(0, 5))));
            }
            if (limits.isEmpty() || chance.oneIn(3)) {
                limits.put("cpus", yaml.quoted("0.5"));
            }
            Map<String, Value> resources = new LinkedHashMap<>();
            resources.put("limits", yaml.map(limits));
            if (chance.oneIn(4) && !service.containsKey("mem_reservation")) {
                resources.put("reservations", yaml.map(Map.of("memory", yaml.text("32m"))));
            }
            Map<String, Value> deploy = new LinkedHashMap<>();
            if (chance.oneIn(4)) {
                deploy.put("replicas", yaml.scalar("2"));
            }
            deploy.put("resources", yaml.map(resources));
            service.put("deploy", yaml.map(deploy));
        }
    }

    private void rest(Map<String, Value> service, boolean whole) {
        if (chance.oneIn(5)) {
            service.put("user", yaml.quoted(chance.of(List.of("1000", "1000:1000", "postgres", "0"))));
        }
        if (chance.oneIn(8)) {
            service.put("read_only", yaml.scalar(chance.of(List.of("true", "yes", "false"))));
        }
        if (chance.oneIn(4)) {
            service.put("restart", yaml.word(chance.of(List.of("always", "unless-stopped", "on-failure"))));
        }
        if (chance.oneIn(5)) {
            Map<String, Value> check = new LinkedHashMap<>();
            check.put("test", yaml.list(yaml.word("CMD"), yaml.text("/bin/check")));
            check.put("interval", yaml.word("5s"));
            service.put("healthcheck", yaml.map(check));
        }
        if (chance.oneIn(4)) {
            service.put(
                    "ports",
                    yaml.list(yaml.quoted(chance.of(List.of("8080:80", "127.0.0.1:5432:5432", "9000", "53:53/udp")))));
        }
        if (chance.oneIn(4)) {
            Value level = yaml.word("debug");
            service.put(
                    "environment",
                    chance.oneIn(2)
                            ? yaml.map(Map.of("LOG", level))
                            : yaml.list(yaml.text("LOG=debug"), yaml.word("X")));
        }
        if (chance.oneIn(6)) {
            service.put(
                    "command",
                    chance.oneIn(2) ? yaml.text("run --all") : yaml.list(yaml.word("run"), yaml.word("all")));
        }
        if (chance.oneIn(8)) {
            Map<String, Value> logging = new LinkedHashMap<>();
            logging.put("driver", yaml.word("json-file"));
            if (chance.oneIn(2)) {
                logging.put("options", yaml.map(Map.of("max-file", yaml.quoted("3"))));
            }
            service.put("logging", yaml.map(logging));
        }
        if (chance.oneIn(8)) {
            service.put("profiles", yaml.list(yaml.word("debug")));
        }
        if (!whole && chance.oneIn(12)) {
            service.put("tmpfs", yaml.tagged(chance.oneIn(2) ? "!override" : "!reset", yaml.list(yaml.text("/tmp"))));
        }
        if (!sound && chance.oneIn(8)) {
            service.put(chance.of(List.of("enviroment", "memlimit", "restrat")), yaml.word("x"));
        }
    }

    private void file(String path, Map<String, Value> root) {
        files.put(path, yaml.write(root));
    }
}
