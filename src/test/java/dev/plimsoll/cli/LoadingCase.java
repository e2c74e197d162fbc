package dev.plimsoll.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A project of {@code testdata/loading}: what Docker made of it, and what Plimsoll makes of it.
 *
 * @param folder the project
 */
record LoadingCase(Path folder) {
    private static final String EXPECTED = "expected.json";

    /** All folders with a recorded outcome, by name. */
    static List<LoadingCase> in(Path root) {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve(EXPECTED)))
                    .sorted()
                    .map(LoadingCase::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return String.valueOf(folder.getFileName());
    }

    /** Docker's outcome, as recorded. */
    LoadingOutcome docker() throws IOException {
        LoadingJson recorded = LoadingJson.parse(Files.readString(folder.resolve(EXPECTED)));
        if (!Boolean.TRUE.equals(recorded.get("loads"))) {
            return LoadingOutcome.refused();
        }
        Map<String, Map<String, String>> services = new TreeMap<>();
        LoadingJson all = recorded.object("services");
        for (String name : all.keys()) {
            services.put(name, docker(all.object(name)));
        }
        return new LoadingOutcome(true, services);
    }

    private Map<String, String> docker(LoadingJson service) {
        Map<String, String> fields = new TreeMap<>();
        for (String key : List.of("image", "mem_limit", "memswap_limit", "mem_reservation", "shm_size", "replicas")) {
            if (service.has(key)) {
                fields.put(key, service.text(key));
            }
        }
        fields.putIfAbsent("replicas", "1");
        words(service, fields);
        environment(service, fields);
        fields.put(
                "depends_on", LoadingOutcome.sorted(service.object("depends_on").keys()));
        fields.put("ports", LoadingPorts.docker(service));
        List<String> mounts = new ArrayList<>();
        for (String entry : service.texts("tmpfs")) {
            mounts.add(LoadingMounts.tmpfs(entry));
        }
        for (LoadingJson volume : service.objects("volumes")) {
            mounts.add(new LoadingMounts(folder).docker(volume));
        }
        fields.put("mounts", LoadingOutcome.sorted(mounts));
        return fields;
    }

    /** Plimsoll's outcome, as {@code plimsoll model} prints it with an empty process environment. */
    LoadingOutcome plimsoll() throws IOException {
        List<String> args = new ArrayList<>(List.of("model"));
        Path options = folder.resolve("args");
        if (Files.exists(options)) {
            args.addAll(List.of(Files.readString(options).strip().split(" ")));
        }
        args.add("--env");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), out, err, false);
        int code = new Plimsoll(streams, folder.toAbsolutePath().toFile(), Map.of()).run(args.toArray(new String[0]));
        if (code == ExitCode.DEFECT) {
            throw new AssertionError(err.toString(StandardCharsets.UTF_8));
        }
        if (code != ExitCode.OK) {
            return LoadingOutcome.refused();
        }
        LoadingJson model = LoadingJson.parse(out.toString(StandardCharsets.UTF_8));
        Map<String, Map<String, String>> services = new TreeMap<>();
        for (LoadingJson container : model.objects("containers")) {
            services.put(container.text("name"), plimsoll(container));
        }
        services.keySet().removeAll(inactive());
        return new LoadingOutcome(true, services);
    }

    /** Services that no active profile asks for: Docker leaves them out, a linter looks at them. */
    private Collection<String> inactive() throws IOException {
        return Set.copyOf(
                LoadingJson.parse(Files.readString(folder.resolve(EXPECTED))).texts("inactive"));
    }

    private Map<String, String> plimsoll(LoadingJson container) {
        Map<String, String> fields = new TreeMap<>();
        LoadingJson memory = container.object("memory");
        put(container, "image", fields, "image");
        put(container, "replicas", fields, "replicas");
        put(memory, "limit", fields, "mem_limit");
        put(memory, "swap", fields, "memswap_limit");
        put(memory, "reservation", fields, "mem_reservation");
        put(memory, "shm", fields, "shm_size");
        words(container, fields);
        environment(container, fields);
        fields.put("depends_on", LoadingOutcome.sorted(container.texts("dependsOn")));
        fields.put("ports", LoadingPorts.plimsoll(container));
        List<String> mounts = new ArrayList<>();
        for (LoadingJson mount : container.objects("mounts")) {
            mounts.add(new LoadingMounts(folder).plimsoll(mount));
        }
        fields.put("mounts", LoadingOutcome.sorted(mounts));
        return fields;
    }

    private static void put(LoadingJson from, String key, Map<String, String> fields, String field) {
        if (from.has(key)) {
            fields.put(field, from.text(key));
        }
    }

    private static void words(LoadingJson from, Map<String, String> fields) {
        for (String key : List.of("command", "entrypoint")) {
            if (from.get(key) instanceof List<?>) {
                fields.put(key, from.texts(key).toString());
            } else if (from.has(key)) {
                fields.put(key, from.text(key));
            }
        }
    }

    private static void environment(LoadingJson from, Map<String, String> fields) {
        LoadingJson environment = from.object("environment");
        for (String name : environment.keys()) {
            fields.put("environment." + name, environment.text(name));
        }
    }
}
