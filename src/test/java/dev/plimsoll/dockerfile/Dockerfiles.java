package dev.plimsoll.dockerfile;

import dev.plimsoll.model.Located;
import dev.plimsoll.model.Value;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to read Dockerfiles in tests. */
final class Dockerfiles {
    private Dockerfiles() {}

    static Dockerfile read(String text) {
        return read(text, Map.of());
    }

    static Dockerfile read(String text, Map<String, String> buildArgs) {
        return DockerfileReader.read(new SourceFile("Dockerfile", text), buildArgs, Optional.empty());
    }

    static Dockerfile target(String text, String target) {
        return DockerfileReader.read(new SourceFile("Dockerfile", text), Map.of(), Optional.of(target));
    }

    /** Known values as they are, unknown ones as a question mark. */
    static List<String> shown(List<Located<Value<String>>> values) {
        List<String> shown = new ArrayList<>();
        for (Located<Value<String>> value : values) {
            shown.add(value.value().known().orElse("?"));
        }
        return shown;
    }

    static Map<String, String> environment(Dockerfile file) {
        Map<String, String> shown = new LinkedHashMap<>();
        file.environment()
                .forEach((name, value) -> shown.put(name, value.value().known().orElse("?")));
        return shown;
    }

    static List<String> words(Optional<ImageCommand> command) {
        List<String> words = new ArrayList<>();
        for (Text word : command.orElseThrow().line().words()) {
            words.add(word.value().replace(Text.UNKNOWN, '?'));
        }
        return words;
    }

    static List<Instruction> built(Dockerfile file) {
        return file.built().orElseThrow().instructions();
    }

    static RunTmpfs tmpfs(Dockerfile file) {
        return file.runsOnTmpfs().get(0).tmpfs().get(0);
    }
}
