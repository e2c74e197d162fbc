package dev.plimsoll.inspect;

import dev.plimsoll.model.ByteSize;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.shell.TypedWords;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code docker run} that would make a container as the engine has it, an option a line. What the engine fills in by
 * itself is left out, see {@link EngineDefaults}; so is what says nothing about memory, data or privileges (host names,
 * labels, addresses). The values of environment variables stand in it for whoever reads it, and are not shown: a reference
 * to a variable of that name stands in their place.
 */
final class ContainerWords {
    private static final String NONE = "NONE";
    private static final String SHELL_FORM = "CMD-SHELL";
    private static final long NANOS = 1_000_000_000;

    private final TypedWords words = new TypedWords();
    private final JsonValue container;
    private final JsonValue config;
    private final JsonValue host;
    private final @Nullable JsonValue image;
    private final boolean podman;

    private ContainerWords(JsonValue container, @Nullable JsonValue image, boolean podman) {
        this.container = container;
        this.config = container.get("Config");
        this.host = container.get("HostConfig");
        this.image = image;
        this.podman = podman;
    }

    /**
     * The command.
     *
     * @param container what the engine says of it
     * @param image what the {@code Config} of its image says; null if that is not known
     * @param path the path under which the command is shown
     * @param name the container's name
     */
    static ShellCommand of(JsonValue container, @Nullable JsonValue image, boolean podman, String path, String name) {
        ContainerWords words = new ContainerWords(container, image, podman);
        words.write(name);
        return words.words.command(path);
    }

    private void write(String name) {
        words.add(podman ? "podman" : "docker").add("run");
        boolean service = isService();
        if (service || !isAttached()) {
            words.nextLine().add("--detach");
        }
        if (!service) {
            flag("--interactive", config.get("OpenStdin"));
            flag("--tty", config.get("Tty"));
        }
        flag("--rm", host.get("AutoRemove"));
        option("--name", name);
        memory();
        processes();
        privileges();
        lifecycle();
        environment();
        network();
        Set<String> volumes =
                image == null ? new HashSet<>() : image.get("Volumes").entries().keySet();
        MountWords.write(this, container, volumes, image != null);
        command();
    }

    /** A service runs by itself, whatever Compose asks the engine for. */
    private boolean isService() {
        JsonValue labels = config.get("Labels");
        return !labels.get(ComposeOrigin.SERVICE).string().isEmpty()
                && !labels.get("com.docker.compose.oneoff").string().equals("True");
    }

    /** Whether somebody was attached when it was made: all but {@code run --detach} say so. */
    private boolean isAttached() {
        return config.get("AttachStdin").isTrue()
                || config.get("AttachStdout").isTrue()
                || config.get("AttachStderr").isTrue();
    }

    private void memory() {
        long limit = host.get("Memory").orZero();
        long swap = host.get("MemorySwap").orZero();
        size("--memory", limit);
        if (swap < 0) {
            option("--memory-swap", "-1");
        } else if (!EngineDefaults.isSwapOfMemory(swap, limit)) {
            size("--memory-swap", swap);
        }
        size("--memory-reservation", host.get("MemoryReservation").orZero());
        long shm = host.get("ShmSize").orZero();
        if (shm != (podman ? EngineDefaults.PODMAN_SHM : EngineDefaults.SHM)) {
            size("--shm-size", shm);
        }
        OptionalLong swappiness = host.get("MemorySwappiness").number();
        if (swappiness.isPresent() && !EngineDefaults.isDefaultSwappiness(swappiness.getAsLong())) {
            option("--memory-swappiness", Long.toString(swappiness.getAsLong()));
        }
        flag("--oom-kill-disable", host.get("OomKillDisable"));
        number("--oom-score-adj", host.get("OomScoreAdj").orZero());
    }

    private void processes() {
        long cpus = host.get("NanoCpus").orZero();
        if (cpus > 0) {
            option(
                    "--cpus",
                    BigDecimal.valueOf(cpus)
                            .divide(BigDecimal.valueOf(NANOS))
                            .stripTrailingZeros()
                            .toPlainString());
        }
        number("--cpu-quota", host.get("CpuQuota").orZero());
        long pids = host.get("PidsLimit").orZero();
        if (!EngineDefaults.isDefaultPids(pids, podman)) {
            option("--pids-limit", Long.toString(pids));
        }
    }

    private void privileges() {
        flag("--privileged", host.get("Privileged"));
        options("--cap-add", host.get("CapAdd").strings());
        if (!podman) {
            // podman lists what its own default takes away, too
            options("--cap-drop", host.get("CapDrop").strings());
        }
        for (String option : EngineDefaults.securityOptions(host)) {
            if (option.startsWith("seccomp={")) {
                // the client sends the profile itself
                words.nextLine().add("--security-opt").addHidden("seccomp=", "PROFILE", "profile.json");
            } else {
                option("--security-opt", option);
            }
        }
        JsonValue masked = host.get("MaskedPaths");
        if (masked.isList() && masked.items().isEmpty()) {
            // the client says it in this way
            option("--security-opt", "systempaths=unconfined");
        }
        for (JsonValue request : host.get("DeviceRequests").items()) {
            if (request.get("Driver").string().equals("cdi")) {
                options("--device", request.get("DeviceIDs").strings());
            }
        }
        for (JsonValue device : host.get("Devices").items()) {
            String path = device.get("PathOnHost").string();
            String inside = device.get("PathInContainer").string();
            option("--device", inside.isEmpty() || inside.equals(path) ? path : path + ":" + inside);
        }
        option("--pid", host.get("PidMode").string());
        if (!EngineDefaults.isDefaultIpc(host.get("IpcMode").string(), podman)) {
            option("--ipc", host.get("IpcMode").string());
        }
        option("--userns", host.get("UsernsMode").string());
        option("--cgroup-parent", host.get("CgroupParent").string());
        String user = config.get("User").string();
        if (!isOfImage("User", user)) {
            option("--user", user);
        }
        flag("--read-only", host.get("ReadonlyRootfs"));
    }

    private void lifecycle() {
        JsonValue policy = host.get("RestartPolicy");
        String name = policy.get("Name").string();
        long attempts = policy.get("MaximumRetryCount").orZero();
        if (!EngineDefaults.isDefaultRestart(name)) {
            option("--restart", attempts > 0 ? name + ":" + attempts : name);
        }
        JsonValue log = host.get("LogConfig");
        Map<String, JsonValue> settings = log.get("Config").entries();
        String driver = log.get("Type").string();
        if (!EngineDefaults.isDefaultLog(driver, podman) || !settings.isEmpty()) {
            option("--log-driver", driver);
        }
        for (Map.Entry<String, JsonValue> setting : settings.entrySet()) {
            option("--log-opt", setting.getKey() + "=" + setting.getValue().string());
        }
        healthCheck();
    }

    private void healthCheck() {
        JsonValue check = config.get("Healthcheck");
        List<String> test = check.get("Test").strings();
        boolean ofImage = image != null
                && !test.isEmpty()
                && image.get("Healthcheck").get("Test").strings().equals(test);
        if (ofImage || !check.isObject()) {
            return;
        }
        String kind = test.isEmpty() ? "" : test.get(0);
        if (kind.equals(NONE)) {
            words.nextLine().add("--no-healthcheck");
        } else if (kind.equals(SHELL_FORM) && test.size() > 1) {
            option("--health-cmd", test.get(1));
        } else if (test.size() > 1) {
            option("--health-cmd", String.join(" ", test.subList(1, test.size())));
        } else {
            number("--health-retries", check.get("Retries").orZero());
            duration("--health-interval", check.get("Interval").orZero());
            duration("--health-timeout", check.get("Timeout").orZero());
            duration("--health-start-period", check.get("StartPeriod").orZero());
            duration("--health-start-interval", check.get("StartInterval").orZero());
        }
    }

    private void environment() {
        Set<String> ofImage =
                image == null ? Set.of() : new HashSet<>(image.get("Env").strings());
        for (String variable : config.get("Env").strings()) {
            if (ofImage.contains(variable)) {
                continue;
            }
            int equals = variable.indexOf('=');
            String name = equals < 0 ? variable : variable.substring(0, equals);
            words.nextLine().add("--env");
            if (equals < 0 || equals == variable.length() - 1) {
                words.add(variable);
            } else {
                String shown = TypedWords.isPlain(name) ? name + "=" : "";
                words.addHidden(
                        shown,
                        isName(name) ? name : "VALUE",
                        shown.isEmpty() ? variable : variable.substring(equals + 1));
            }
        }
    }

    private static boolean isName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private void network() {
        String mode = host.get("NetworkMode").string();
        if (!EngineDefaults.isDefaultNetwork(mode, podman)) {
            option("--network", mode);
        }
        flag("--publish-all", host.get("PublishAllPorts"));
        for (Map.Entry<String, JsonValue> port :
                host.get("PortBindings").entries().entrySet()) {
            String inside = port.getKey().endsWith("/tcp")
                    ? port.getKey().substring(0, port.getKey().length() - "/tcp".length())
                    : port.getKey();
            for (JsonValue binding : port.getValue().items()) {
                String ip = binding.get("HostIp").string();
                String outside = binding.get("HostPort").string();
                String address = ip.indexOf(':') < 0 ? ip : "[" + ip + "]";
                String before =
                        address.isEmpty() ? outside.isEmpty() ? "" : outside + ":" : address + ":" + outside + ":";
                option("--publish", before + inside);
            }
        }
        options("--volumes-from", host.get("VolumesFrom").strings());
    }

    /** The image and what stands behind it. */
    private void command() {
        List<String> entrypoint = config.get("Entrypoint").strings();
        boolean own = !entrypoint.isEmpty()
                && !(image != null && image.get("Entrypoint").strings().equals(entrypoint));
        if (own) {
            option("--entrypoint", entrypoint.get(0));
        }
        words.nextLine().add(config.get("Image").string());
        if (own) {
            words.add(entrypoint.subList(1, entrypoint.size()));
        }
        List<String> arguments = config.get("Cmd").strings();
        boolean ofImage = !own && image != null && image.get("Cmd").strings().equals(arguments);
        if (!ofImage) {
            words.add(arguments);
        }
    }

    private boolean isOfImage(String key, String value) {
        return image != null && image.get(key).string().equals(value);
    }

    /** Writes an option on a line of its own, unless it has no value. */
    void option(String name, String value) {
        if (!value.isEmpty()) {
            words.nextLine().add(name).add(value);
        }
    }

    private void options(String name, List<String> values) {
        for (String value : values) {
            option(name, value);
        }
    }

    private void flag(String name, JsonValue on) {
        if (on.isTrue()) {
            words.nextLine().add(name);
        }
    }

    private void size(String name, long bytes) {
        if (bytes > 0) {
            option(name, new ByteSize(bytes).spelled());
        }
    }

    private void number(String name, long number) {
        if (number != 0) {
            option(name, Long.toString(number));
        }
    }

    private void duration(String name, long nanoseconds) {
        if (nanoseconds > 0) {
            option(name, nanoseconds % NANOS == 0 ? nanoseconds / NANOS + "s" : nanoseconds + "ns");
        }
    }
}
