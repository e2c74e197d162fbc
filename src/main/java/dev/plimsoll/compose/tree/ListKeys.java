package dev.plimsoll.compose.tree;

import dev.plimsoll.compose.tree.Node.Entry;
import dev.plimsoll.compose.tree.Node.ListNode;
import dev.plimsoll.compose.tree.Node.MapNode;
import dev.plimsoll.compose.tree.Node.ScalarNode;
import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.PortMapping;
import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.model.VolumeSyntax;
import dev.plimsoll.source.Text;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** By what Compose tells the entries of a service's lists apart. Source: compose-go override/uncity.go. */
public final class ListKeys {
    private ListKeys() {}

    /** Whether entries with the same key become one; lists of other fields are only appended to. */
    static boolean isKeyed(String field) {
        return switch (field) {
            case "annotations", "environment", "labels", "sysctls", "args", "additional_contexts" -> true;
            case "cap_add", "cap_drop", "dns", "dns_opt", "dns_search", "expose", "links", "profiles" -> true;
            case "tmpfs", "extra_hosts", "volumes", "devices", "secrets", "configs", "ports", "env_file" -> true;
            case "label_file" -> true;
            default -> false;
        };
    }

    /** Whether a field may be a mapping in one file and a list in another. */
    static boolean isMappingOrList(String field) {
        return switch (field) {
            case "annotations", "environment", "labels", "sysctls", "args", "additional_contexts" -> true;
            case "extra_hosts", "networks", "depends_on", "models" -> true;
            default -> false;
        };
    }

    /** Whether a field may be a string in place of a list of one. */
    static boolean isListOrString(String field) {
        return switch (field) {
            case "dns", "dns_search", "tmpfs", "env_file", "label_file" -> true;
            default -> false;
        };
    }

    /** Whether an entry may be spelled in several ways with one key, so that {@link #spelled} tells more of them apart. */
    static boolean isSpelled(String field) {
        return field.equals("volumes");
    }

    /** The key of an entry as it is spelled, before it is put into the long form; null if it cannot be told. */
    static @Nullable Object spelled(Node item, String field) {
        return isSpelled(field) ? volume(item, true) : of(item, field);
    }

    /** The key of an entry; null if it cannot be told. */
    static @Nullable Object of(Node item, String field) {
        @Nullable String text = item instanceof ScalarNode scalar ? scalar.known() : null;
        return switch (field) {
            case "volumes" -> volume(item, false);
            case "ports" -> port(item);
            case "secrets", "configs" -> mounted(item, text, field.equals("secrets") ? "/run/secrets/" : "/");
            case "env_file", "label_file" -> item instanceof MapNode map ? known(map.scalar("path")) : text;
            case "devices" -> text == null ? null : secondPart(text);
            default -> text == null ? null : upToEquals(text);
        };
    }

    // tmpfs too: /tmp:size=1m and /tmp:size=2m are one to Compose, /tmp:mode=1777 is another
    private static String upToEquals(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text : text.substring(0, equals);
    }

    private static String secondPart(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        int next = text.indexOf(':', colon + 1);
        return text.substring(colon + 1, next < 0 ? text.length() : next);
    }

    /** The target, in the end that of the short form cleaned; entries of an unknown type have none, since nothing reads them. */
    private static @Nullable String volume(Node item, boolean spelled) {
        if (item instanceof ScalarNode scalar) {
            Located<String> declared = scalar.located(scalar.at().text());
            Mount mount = VolumeSyntax.read(scalar.text(), scalar.variables(), declared, scalar);
            return spelled && mount.path().isPresent() ? mount.target().value().raw() : path(mount.path());
        }
        ScalarNode target = item instanceof MapNode map && map.scalar("type") != null ? map.scalar("target") : null;
        // as it is written: Compose 2.40.3 takes /data and /data/ for two, and then refuses them as one
        return target == null ? null : target.known();
    }

    private static @Nullable String path(Optional<ContainerPath> path) {
        return path.isPresent() ? path.get().value() : null;
    }

    private static @Nullable String port(Node item) {
        if (item instanceof ScalarNode scalar) {
            PortMapping port =
                    scalar.text().isKnown() && !scalar.isNull() ? PortSyntax.read(GoScalar.of(scalar)) : null;
            return port == null
                    ? null
                    : port(
                            port.hostIp().orElse(""),
                            port.target(),
                            port.published().orElse(""),
                            port.protocol());
        }
        String target = item instanceof MapNode map ? known(map.scalar("target")) : null;
        if (target == null || !(item instanceof MapNode map)) {
            return null;
        }
        String hostIp = known(map, "host_ip", "");
        String published = known(map, "published", "");
        String protocol = known(map, "protocol", PortSyntax.TCP);
        return hostIp == null || published == null || protocol == null
                ? null
                : port(hostIp, target, published, protocol);
    }

    private static String port(String hostIp, String target, String published, String protocol) {
        return hostIp + " " + target + " " + published + " " + protocol;
    }

    /** A field's text, or what it is if it is left out; null if it is not known. */
    private static @Nullable String known(MapNode map, String key, String otherwise) {
        ScalarNode scalar = map.scalar(key);
        if (scalar == null || scalar.isNull()) {
            return otherwise;
        }
        return scalar.known();
    }

    private static @Nullable String mounted(Node item, @Nullable String text, String directory) {
        if (!(item instanceof MapNode map)) {
            return text == null ? null : directory + text;
        }
        @Nullable String target = known(map.scalar("target"));
        if (target != null) {
            return target.startsWith("/") ? target : directory + target;
        }
        @Nullable String source = known(map.scalar("source"));
        return source == null ? null : directory + source;
    }

    private static @Nullable String known(@Nullable ScalarNode scalar) {
        return scalar == null ? null : scalar.known();
    }

    /** A list of {@code KEY=value}, {@code host:address} or names as the mapping that it stands for. */
    public static MapNode asMapping(Node node, String field) {
        if (node instanceof MapNode map) {
            return map;
        }
        Map<String, Entry> entries = new Entries<>(0);
        if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                if (item instanceof ScalarNode scalar && !scalar.text().isEmpty()) {
                    addEntry(scalar, field, entries);
                }
            }
        }
        return new MapNode(node.origin(), entries);
    }

    private static void addEntry(ScalarNode scalar, String field, Map<String, Entry> entries) {
        Text text = scalar.text();
        int cut = text.value().indexOf('=');
        if (cut < 0 && field.equals("extra_hosts")) {
            cut = text.value().indexOf(':');
        }
        String key = cut < 0 ? text.value() : text.value().substring(0, cut);
        // a name alone is a variable without a value, or a reference that says no more
        boolean reference = field.equals("depends_on") || field.equals("networks") || field.equals("models");
        Node bare = reference ? scalar.anything() : scalar.nothing();
        Node value = cut < 0 ? bare : scalar.part(text.from(cut + 1));
        entries.put(key, new Entry(scalar.written(), value, null));
    }
}
