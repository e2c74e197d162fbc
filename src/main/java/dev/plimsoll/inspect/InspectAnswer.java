package dev.plimsoll.inspect;

import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code docker inspect} and {@code podman inspect} print: a list of containers, and of images if those were asked for. */
public final class InspectAnswer {
    /** What the path of a container begins with, which no file has. */
    public static final String PATH = "inspect:";

    private static final char DELETE = '\u007F';
    private static final char LAST_CONTROL = '\u009F';

    private final List<JsonValue> containers = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, JsonValue> images = new HashMap<>();

    private InspectAnswer() {}

    /** An answer that tells of nothing. */
    static InspectAnswer none() {
        return new InspectAnswer();
    }

    /**
     * Reads an answer.
     *
     * @throws InspectException if it is not what inspect prints
     */
    public static InspectAnswer read(SourceFile text) throws InspectException {
        InspectAnswer answer = new InspectAnswer();
        List<YamlNode> documents;
        try {
            documents = YamlParser.parse(new SourceFile(text.path(), printable(text.text())));
        } catch (YamlSyntaxException e) {
            throw new InspectException(
                    text.path() + ":" + e.at().start().line() + ": this is not JSON, or not all of it");
        }
        if (documents.size() != 1) {
            throw new InspectException(
                    text.path() + (documents.isEmpty() ? ": there is nothing" : ": more than one JSON document"));
        }
        JsonValue root = JsonValue.of(documents.get(0));
        if (!root.isList() && !root.isObject()) {
            throw new InspectException(text.path() + ": this is not what docker inspect prints");
        }
        for (JsonValue item : root.isList() ? root.items() : List.of(root)) {
            if (!answer.take(item)) {
                throw new InspectException(text.path() + ": this is not what docker inspect prints of a container");
            }
        }
        return answer;
    }

    private boolean take(JsonValue item) {
        if (item.get("HostConfig").isObject() && item.get("Config").isObject()) {
            addContainer(item);
            return true;
        }
        if (item.get("RepoTags").isList() || item.get("RootFS").isObject()) {
            images.put(id(item.get("Id").string()), item.get("Config"));
            return true;
        }
        return false;
    }

    private void addContainer(JsonValue container) {
        String id = container.get("Id").string();
        if (id.isEmpty() || ids.add(id)) {
            containers.add(container);
        }
    }

    /** Takes what another answer tells. */
    void add(InspectAnswer other) {
        for (JsonValue container : other.containers) {
            addContainer(container);
        }
        images.putAll(other.images);
    }

    /** The ids of the containers' images, each once, without those that are known. */
    public List<String> unknownImages() {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonValue container : containers) {
            String id = id(container.get("Image").string());
            if (!id.isEmpty() && !images.containsKey(id)) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    /** The containers, in the order in which they are told. */
    public List<RunningContainer> containers() {
        List<RunningContainer> found = new ArrayList<>(containers.size());
        for (JsonValue container : containers) {
            String name = name(container);
            boolean podman = !container.get("OCIRuntime").string().isEmpty()
                    || !container.get("ImageName").string().isEmpty();
            @Nullable JsonValue image = images.get(id(container.get("Image").string()));
            ShellCommand command = ContainerWords.of(container, image, podman, PATH + shown(name), name);
            Optional<ComposeOrigin> origin =
                    Optional.ofNullable(ComposeOrigin.of(container.get("Config").get("Labels")));
            found.add(new RunningContainer(name, container.get("Id").string(), command, origin));
        }
        return found;
    }

    private static String name(JsonValue container) {
        String name = container.get("Name").string();
        name = name.startsWith("/") ? name.substring(1) : name;
        return name.isEmpty() ? "container" : name;
    }

    /** A name as it stands in a path: what engines refuse in names may come from elsewhere. */
    private static String shown(String name) {
        StringBuilder shown = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '.'
                    || c == '-';
            shown.append(plain ? c : '_');
        }
        return shown.toString();
    }

    private static String id(String written) {
        return written.startsWith("sha256:") ? written.substring("sha256:".length()) : written;
    }

    /** JSON may hold characters as they are that YAML wants escaped; all of them stand in strings, and no rule needs them. */
    private static String printable(String json) {
        char[] units = json.toCharArray();
        for (int i = 0; i < units.length; i++) {
            char c = units[i];
            boolean pair =
                    (Character.isHighSurrogate(c) && i + 1 < units.length && Character.isLowSurrogate(units[i + 1]))
                            || (Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(units[i - 1]));
            if ((c >= DELETE && c <= LAST_CONTROL)
                    || c == '\uFEFF'
                    || c >= '\uFFFE'
                    || (Character.isSurrogate(c) && !pair)) {
                units[i] = '\uFFFD';
            } else if (c == '\t') {
                units[i] = ' ';
            }
        }
        return new String(units);
    }
}
