package dev.plimsoll.fuzz;

import dev.plimsoll.fuzz.RandomYaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services of a random project. */
final class RandomService {
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
    private static final List<String> SIZES =
            List.of("512m", "1g", "64m", "2gb", "256M", "536870912", "100", "1.5g", "${LIMIT:-1g}", "1Gi", "4m", "0");

    private final Chance chance;
    private final RandomYaml yaml;
    private final boolean sound;
    private final boolean deployed;
    private final RandomMounts mounts;

    /**
     * Services of a project.
     *
     * @param sound whether Docker is to take them
     * @param deployed whether limits stand below {@code deploy}
     */
    RandomService(Chance chance, RandomYaml yaml, boolean sound, boolean deployed, RandomMounts mounts) {
        this.chance = chance;
        this.yaml = yaml;
        this.sound = sound;
        this.deployed = deployed;
        this.mounts = mounts;
    }

    /** A service that others extend, or what they merge. */
    Map<String, Value> inherited(boolean whole) {
        mounts.inherited();
        return of("", whole);
    }

    /** A service; a part of one that another file lays over it if it is not whole. */
    Map<String, Value> of(String name, boolean whole) {
        Map<String, Value> service = new LinkedHashMap<>();
        if (whole) {
            service.put("image", yaml.text(chance.of(IMAGES)));
        }
        mounts.addTo(name, service);
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
}
