package dev.plimsoll.testkit;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file below {@code testdata/rules/<id>}: {@code bad*} has findings of the rule where it says so, {@code good*} has none.
 * A finding is expected by a comment on the line where it starts: {@code #! id: part of the message}; or two lines above
 * it, where no comment can stand on a line that goes on in the next: {@code #!+2 id: part of the message}.
 * What a fixture extends or includes is {@code with-*} beside it. Where names of files matter, a directory {@code bad*} or
 * {@code good*} holds a project, whose {@code compose.yaml} is the fixture.
 *
 * @param rule the rule's id
 * @param path the file
 */
public record RuleFixture(String rule, Path path) {
    private static final Path ROOT = Path.of("testdata", "rules");
    private static final String MARK = "#!";
    private static final String FIXED = ".fixed.";
    private static final String COMPANION = "with-";
    private static final String PROJECT = "compose.yaml";

    /** An expected finding, in the file of this name. */
    public record Expected(String file, int line, String rule, String fragment) {
        /** Whether a diagnostic is the expected one. */
        public boolean matches(Diagnostic diagnostic) {
            return diagnostic.finding().at().file().name().equals(file)
                    && diagnostic.finding().at().start().line() == line
                    && diagnostic.rule().equals(rule)
                    && diagnostic.finding().message().contains(fragment);
        }
    }

    /** The only rule that is asked for: {@code -Drule=ID}; empty for all. */
    private static final String ONLY = System.getProperty("plimsoll.rule", "");

    /** Whether the fixtures of a rule are asked for. */
    public static boolean isAskedFor(String rule) {
        return ONLY.isEmpty() || ONLY.equals(rule);
    }

    /** The fixtures that are asked for, sorted. */
    public static List<RuleFixture> all() {
        List<RuleFixture> fixtures = new ArrayList<>();
        for (Path directory : list(ROOT)) {
            if (!isAskedFor(directory.getFileName().toString())) {
                continue;
            }
            for (Path file : list(directory)) {
                String name = file.getFileName().toString();
                if (!name.contains(FIXED) && !name.startsWith(COMPANION)) {
                    Path fixture = Files.isDirectory(file) ? file.resolve(PROJECT) : file;
                    fixtures.add(new RuleFixture(directory.getFileName().toString(), fixture));
                }
            }
        }
        return fixtures;
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether findings are expected. */
    public boolean isBad() {
        return inRule().toString().startsWith("bad");
    }

    /** The text. */
    public SourceFile source() {
        return source(text());
    }

    /** Another text under the fixture's name. */
    public SourceFile source(String text) {
        return new SourceFile(path.toString().replace(File.separatorChar, '/'), text);
    }

    /** The file's content. */
    public String text() {
        return read(path);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file that holds the text after all fixes; it need not exist. */
    public Path fixedPath() {
        String name = path.getFileName().toString();
        int ending = name.lastIndexOf('.');
        return path.resolveSibling(name.substring(0, ending) + ".fixed" + name.substring(ending));
    }

    /** The findings that the comments of the file announce, and those of {@code with-<name>.Dockerfile} beside it. */
    public List<Expected> expected() {
        List<Expected> expected = new ArrayList<>();
        addExpected(path, expected);
        String name = path.getFileName().toString();
        Path dockerfile = path.resolveSibling(COMPANION + name.substring(0, name.indexOf('.')) + ".Dockerfile");
        if (Files.exists(dockerfile)) {
            addExpected(dockerfile, expected);
        }
        return expected;
    }

    private static void addExpected(Path path, List<Expected> expected) {
        String[] lines = read(path).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String[] marks = lines[i].split(MARK, -1);
            for (int m = 1; m < marks.length; m++) {
                if (marks[m].startsWith("/")) {
                    // the first line of a script
                    continue;
                }
                String[] parts = marks[m].split(":", 2);
                String id = parts[0].strip();
                int below = 0;
                if (id.startsWith("+")) {
                    int blank = id.indexOf(' ');
                    below = Integer.parseInt(id.substring(1, blank));
                    id = id.substring(blank + 1);
                }
                expected.add(new Expected(path.getFileName().toString(), i + 1 + below, id, parts[1].strip()));
            }
        }
    }

    private Path inRule() {
        return ROOT.resolve(rule).relativize(path);
    }

    @Override
    public String toString() {
        return rule + "/" + inRule().toString().replace(File.separatorChar, '/');
    }
}
