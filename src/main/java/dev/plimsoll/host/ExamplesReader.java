package dev.plimsoll.host;

import dev.plimsoll.shell.Placeholders;
import dev.plimsoll.shell.ShellCommand;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The commands, Compose documents and Dockerfiles in the code blocks of documentation. */
final class ExamplesReader {
    private final SourceFile file;
    private final List<ShellCommand> commands = new ArrayList<>();
    private final List<ComposeDocument> documents = new ArrayList<>();
    private final List<DockerfileText> dockerfiles = new ArrayList<>(0);

    ExamplesReader(SourceFile file) {
        this.file = file;
    }

    Embedded read() {
        for (Fence fence : Fences.of(file)) {
            block(fence);
        }
        return new Embedded(commands, documents, dockerfiles);
    }

    private void block(Fence fence) {
        switch (fence.read(file)) {
            case SCRIPT, TERMINAL, POWERSHELL, BATCH, UNTOLD ->
                add(fence.example(file).read());
            case DOCKERFILE, CONTAINERFILE ->
                dockerfiles.add(new DockerfileText(
                        Placeholders.unknown(Example.join(file, fence.lines(), fence.holes())),
                        fence.kind() == FenceKind.CONTAINERFILE));
            case MAKEFILE -> makefile(fence.lines());
            case YAML -> documents.addAll(ComposeBlock.find(file, fence));
            case OTHER -> {
                // nothing that is read here
            }
        }
    }

    private void add(Embedded example) {
        commands.addAll(example.commands());
        documents.addAll(example.composeDocuments());
        dockerfiles.addAll(example.dockerfiles());
    }

    private void makefile(List<Span> lines) {
        Span last = lines.get(lines.size() - 1);
        int length = last.end() - lines.get(0).start();
        int held = 0;
        for (Span line : lines) {
            held += line.length() + 1;
        }
        // in a list or quotation a line has more before it than a Makefile knows of
        if (held >= length) {
            commands.addAll(new MakefileReader(file, lines.get(0).start(), last.end()).read());
        }
    }
}
