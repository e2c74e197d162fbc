package dev.plimsoll.compose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.BindMount;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Mount;
import dev.plimsoll.model.OtherMount;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;
import dev.plimsoll.model.VolumeMount;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads Compose files in tests and tells in short what is known of them. */
public final class ComposeFixture {
    private ComposeFixture() {}

    public static Loaded load(String text) {
        return ComposeReader.read(new SourceFile("compose.yaml", text), List.of());
    }

    public static List<Container> containers(String text) {
        Loaded loaded = load(text);
        assertThat(loaded.errors()).isEmpty();
        return loaded.project().containers();
    }

    public static Container container(String text) {
        return containers(text).get(0);
    }

    /** A service {@code a} with an image and these lines, indented by four. */
    public static Container service(String... lines) {
        StringBuilder text = new StringBuilder("services:\n  a:\n    image: x\n");
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return container(text.toString());
    }

    public static TmpfsMount tmpfs(Container container) {
        assertThat(container.tmpfsMounts()).isNotEmpty();
        return container.tmpfsMounts().get(0);
    }

    public static List<String> mounts(Container container) {
        List<String> shown = new ArrayList<>();
        for (Mount mount : container.mounts()) {
            shown.add(show(mount));
        }
        return shown;
    }

    private static String show(Mount mount) {
        String target = show(mount.target().value());
        if (mount instanceof TmpfsMount tmpfs) {
            return "tmpfs " + target + " "
                    + (tmpfs.size().isPresent()
                            ? tmpfs.size().known().map(Object::toString).orElse("?")
                            : "-");
        }
        if (mount instanceof VolumeMount volume) {
            String source =
                    volume.source().isPresent() ? show(volume.source().get().value()) : "-";
            return "volume " + source + " " + target + (volume.readOnly() ? " ro" : "");
        }
        if (mount instanceof BindMount bind) {
            return "bind " + show(bind.source().value()) + " " + target + (bind.readOnly() ? " ro" : "");
        }
        return ((OtherMount) mount).type() + " " + target;
    }

    private static String show(Value<String> value) {
        return value.known().orElse("?" + value.raw());
    }

    public static Map<String, String> environment(Container container) {
        Map<String, String> shown = new TreeMap<>();
        for (String name : container.environment().keySet()) {
            shown.put(name, show(container.variable(name).orElseThrow()));
        }
        return shown;
    }

    public static List<String> words(List<Text> texts) {
        List<String> words = new ArrayList<>();
        for (Text text : texts) {
            words.add(text.value());
        }
        return words;
    }

    public static List<String> command(Container container) {
        return words(container.command().known().orElseThrow().words());
    }
}
