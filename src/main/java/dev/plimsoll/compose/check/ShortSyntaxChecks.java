package dev.plimsoll.compose.check;

import dev.plimsoll.compose.read.CommandReader;
import dev.plimsoll.compose.tree.GoScalar;
import dev.plimsoll.compose.tree.Node;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.model.ContainerName;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortRange;
import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.model.VolumeSyntax;
import dev.plimsoll.source.Text;
import dev.plimsoll.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Texts with a grammar of their own that Compose reads while loading: sizes, ports, volumes. The schema takes any text. */
final class ShortSyntaxChecks {
    private static final String RULE = "schema";
    private static final String UNLIMITED = "-1";
    private static final String SWAP = "memswap_limit";
    private static final int MAX_DEVICE_PARTS = 3;
    private static final List<String> BLOCKS = List.of("limits", "reservations");
    private static final List<String> SIZES = List.of("mem_limit", SWAP, "mem_reservation", "shm_size");

    private final LoadLog log;

    ShortSyntaxChecks(LoadLog log) {
        this.log = log;
    }

    /** Looks at a service. */
    void check(MapNode service) {
        sizes(service);
        for (Node port : service.items("ports")) {
            port(port);
        }
        for (Node volume : service.items("volumes")) {
            volume(volume);
        }
        for (Node device : service.items("devices")) {
            device(device);
        }
        for (Node host : service.items("extra_hosts")) {
            extraHost(host);
        }
        containerName(service.scalar("container_name"));
        names(service.get("environment"), true);
        MapNode build = service.map("build");
        names(build == null ? null : build.get("args"), false);
        MapNode reservations = service.mapAt("deploy", "resources", "reservations");
        deviceCounts(reservations == null ? List.of() : reservations.items("devices"));
        deviceCounts(service.items("gpus"));
        command("command", service);
        command("entrypoint", service);
    }

    private void containerName(@Nullable ScalarNode scalar) {
        String text = scalar == null || scalar.kind() != YamlScalar.Kind.STRING ? null : scalar.known();
        if (scalar != null && text != null && !ContainerName.isFoundIn(text)) {
            find(
                    scalar,
                    "container_name must be a name of at least two letters or digits such as my-app_1, not \""
                            + scalar.text().shown() + "\"");
        }
    }

    private void sizes(MapNode service) {
        for (String key : SIZES) {
            size(key, service.scalar(key));
        }
        MapNode resources = service.mapAt("deploy", "resources");
        if (resources == null) {
            return;
        }
        for (String block : BLOCKS) {
            MapNode map = resources.map(block);
            size("deploy.resources." + block + ".memory", map == null ? null : map.scalar("memory"));
        }
    }

    private void size(String key, @Nullable ScalarNode scalar) {
        String text = scalar == null || scalar.kind() != YamlScalar.Kind.STRING ? null : scalar.known();
        boolean unlimited = UNLIMITED.equals(text) && key.equals(SWAP);
        if (scalar == null || text == null || unlimited) {
            return;
        }
        // 1Gi has a rule of its own
        boolean known = SizeGrammar.kubernetes(text).isPresent();
        if (!known && SizeGrammar.docker(text).isEmpty()) {
            find(
                    scalar,
                    key + " must be a size such as 512m, not \"" + scalar.text().shown() + "\"");
        }
    }

    private void port(Node node) {
        if (node instanceof MapNode map) {
            hostAddress(map.scalar("host_ip"));
            return;
        }
        String text = node instanceof ScalarNode scalar ? scalar.known() : null;
        if (text == null || !(node instanceof ScalarNode scalar) || scalar.isNull()) {
            return;
        }
        text = GoScalar.of(scalar);
        Optional<String> problem = PortSyntax.problem(text);
        if (problem.isPresent()) {
            // the problem quotes a part of the value
            String what = "\"" + scalar.text().shown() + "\" is not a port mapping";
            find(scalar, scalar.text().isFromElsewhere() ? what : what + ": " + problem.get());
            return;
        }
        PortMapping mapping = PortSyntax.read(text);
        if (mapping != null && PortRange.of(mapping.target()).first() == 0) {
            // the docker client takes it
            find(scalar, "\"" + scalar.text().shown() + "\" is not a port mapping: 0 is not a container port");
        }
    }

    private void hostAddress(@Nullable ScalarNode address) {
        String known = address == null || address.isNull() ? null : address.known();
        if (address != null && known != null && !PortSyntax.isHostAddress(known)) {
            find(
                    address,
                    "host_ip must be an IP address, not \"" + address.text().shown() + "\"");
        }
    }

    /** {@code - NAME =value}: the blank belongs to the name. A mapping may have such a key. */
    private void names(@Nullable Node list, boolean withoutValueToo) {
        for (Node item : list instanceof ListNode items ? items.items() : List.<Node>of()) {
            String text = item instanceof ScalarNode scalar ? scalar.known() : null;
            int equals = text == null ? -1 : text.indexOf('=');
            int end = equals < 0 && withoutValueToo && text != null ? text.length() : equals;
            if (text != null && item instanceof ScalarNode scalar && end > 0 && isBlank(text.charAt(end - 1))) {
                find(scalar, "\"" + scalar.text().shown() + "\" has a blank at the end of the variable's name");
            }
        }
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || c == '\u00A0' || c == '\u0085';
    }

    private void volume(Node node) {
        if (node instanceof MapNode map) {
            longVolume(map);
            return;
        }
        if (!(node instanceof ScalarNode scalar) || scalar.isNull()) {
            return;
        }
        List<Text> parts = VolumeSyntax.parts(scalar.text());
        if (!scalar.text().isKnown()) {
            return;
        }
        if (parts.size() > VolumeSyntax.MAX_PARTS) {
            find(scalar, "\"" + scalar.text().shown() + "\" has too many colons for a volume");
            return;
        }
        for (Text part : parts) {
            if (part.isEmpty()) {
                find(scalar, "\"" + scalar.text().shown() + "\" is not a volume: a part of it is empty");
                return;
            }
        }
    }

    private void device(Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.known() : null;
        if (text != null && node instanceof ScalarNode scalar && text.split(":", -1).length > MAX_DEVICE_PARTS) {
            find(scalar, "\"" + scalar.text().shown() + "\" has too many colons for a device");
        }
    }

    private void deviceCounts(List<Node> devices) {
        for (Node device : devices) {
            ScalarNode count = device instanceof MapNode map ? map.scalar("count") : null;
            String known = count == null || count.kind() != YamlScalar.Kind.STRING ? null : count.known();
            if (count != null && known != null && !known.equalsIgnoreCase("all") && !isWhole(known)) {
                find(
                        count,
                        "count must be a whole number or all, not \""
                                + count.text().shown() + "\"");
            }
        }
    }

    private static boolean isWhole(String text) {
        int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from;
    }

    private void extraHost(Node node) {
        String text = node instanceof ScalarNode scalar ? scalar.known() : null;
        boolean named = text != null && (text.indexOf(':') > 0 || text.indexOf('=') > 0);
        if (text != null && !named && node instanceof ScalarNode scalar && !scalar.isNull()) {
            find(scalar, "\"" + scalar.text().shown() + "\" is not a host with an address, such as db:10.0.0.2");
        }
    }

    private void command(String key, MapNode service) {
        ScalarNode scalar = service.scalar(key);
        if (scalar != null && scalar.text().isKnown() && !CommandReader.isBalanced(scalar.text())) {
            find(scalar, "a quote of this " + key + " is not closed");
        }
    }

    private void longVolume(MapNode map) {
        ScalarNode type = map.scalar("type");
        boolean bind = type != null && "bind".equals(type.known());
        if (bind && map.entry("source") == null) {
            log.find(RULE, map.at(), "source", "a volume of type bind must have a source");
        }
    }

    private void find(ScalarNode scalar, String message) {
        log.find(RULE, Finding.at(scalar.at()).evidence(scalar.text().shown()).says(message));
    }
}
