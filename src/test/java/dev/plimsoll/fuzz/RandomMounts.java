package dev.plimsoll.fuzz;

import dev.plimsoll.fuzz.RandomYaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the services of a random project mount, and which volumes that takes. */
final class RandomMounts {
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
    private static final List<String> VOLUMES = List.of("data", "cache", "logs", "pgdata", "old");

    private final Chance chance;
    private final RandomYaml yaml;
    private final boolean sound;
    private final Set<String> used = new LinkedHashSet<>();
    private final Map<String, Set<String>> taken = new HashMap<>();
    private final List<String> sharedTargets = new ArrayList<>();
    private final List<String> ownTargets = new ArrayList<>();

    /**
     * Mounts of a project. What is inherited mounts at other places than what inherits it, and a file over another at others
     * than that one.
     *
     * @param sound whether Docker is to take them
     */
    RandomMounts(Chance chance, RandomYaml yaml, boolean sound) {
        this.chance = chance;
        this.yaml = yaml;
        this.sound = sound;
        for (String target : TARGETS) {
            if (!sound || chance.oneIn(3)) {
                sharedTargets.add(target);
            }
            if (!sound || !sharedTargets.contains(target)) {
                ownTargets.add(target);
            }
        }
    }

    /** The volumes that were used since this was emptied, for whoever has to declare them. */
    Set<String> used() {
        return used;
    }

    /** Starts what others inherit, which is told apart by nothing. */
    void inherited() {
        taken.remove("");
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

    /** Adds the mounts of a service; one without a name is inherited. */
    void addTo(String name, Map<String, Value> service) {
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
}
