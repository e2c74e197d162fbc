package dev.plimsoll.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Directories with Compose files and ignore files whose patterns nearly fit; the same for the same seed. */
final class RandomTree {
    private static final String[] DIRECTORIES = {
        "a", "b", "ab", "A", "foo", "bar", "a b", "x[1]", "é", "界", "-", "#d", "!n", "a.b", "w ", "aXb", "1", "{c}"
    };
    private static final String[] FILES = {
        "compose.yaml",
        "compose.yml",
        "docker-compose.yaml",
        "compose.a.yaml",
        "compose-B.yml",
        "docker-compose_é.yml",
        "compose.[x].yaml",
        "compose. .yaml"
    };
    private static final String[] BITS = {
        "*",
        "?",
        "**",
        "[a-z]",
        "[!a]",
        "[^b-d]",
        "[[:alpha:]]",
        "[[:upper:]]",
        "[]-]",
        "[a-",
        "[[:nope:]]",
        "[A-C]",
        "\\",
        "\\*",
        "/",
        "//",
        "**/",
        "/**",
        "/**/",
        "***",
        " ",
        "\\ ",
        "!",
        "#",
        "\t",
        "é",
        ".",
        "a",
        "[\\]]",
        "[[:space:]]"
    };

    private final Random random;
    private final List<String> files = new ArrayList<>();
    private final List<String> directories = new ArrayList<>();

    private RandomTree(Random random) {
        this.random = random;
    }

    /** Makes a tree in a directory. */
    static RandomTree in(Path directory, long seed) throws IOException {
        RandomTree tree = new RandomTree(new Random(seed));
        tree.grow("", 0);
        for (String path : tree.files) {
            Files.createDirectories(directory.resolve(path).getParent());
            Files.writeString(directory.resolve(path), "services: {}\n");
        }
        tree.directories.add("");
        for (String path : tree.directories) {
            if (Files.isDirectory(directory.resolve(path)) && tree.random.nextInt(path.isEmpty() ? 1 : 3) == 0) {
                Files.writeString(directory.resolve(path + ".gitignore"), tree.patterns(path));
            }
        }
        return tree;
    }

    /** Paths with slashes. */
    List<String> files() {
        return files;
    }

    Random random() {
        return random;
    }

    private String one(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private void grow(String prefix, int depth) {
        for (int i = random.nextInt(3) + 1; i > 0; i--) {
            String path = prefix + one(FILES);
            if (!files.contains(path)) {
                files.add(path);
            }
        }
        for (int i = depth > 3 ? 0 : random.nextInt(4); i > 0; i--) {
            String path = prefix + one(DIRECTORIES) + "/";
            if (!directories.contains(path)) {
                directories.add(path);
                grow(path, depth + 1);
            }
        }
    }

    /** The text of an ignore file in a directory. */
    String patterns(String directory) {
        StringBuilder text = new StringBuilder(random.nextInt(10) == 0 ? "\uFEFF" : "");
        for (int i = random.nextInt(6) + 1; i > 0; i--) {
            text.append(pattern(directory))
                    .append(random.nextInt(8) == 0 ? "\r\n" : random.nextInt(9) == 0 ? " \n" : "\n");
        }
        return random.nextInt(6) == 0 ? text.substring(0, text.length() - 1) : text.toString();
    }

    /** A path from here or a part of it, with some of its letters replaced. */
    private String pattern(String directory) {
        List<String> below = new ArrayList<>(files);
        below.addAll(directories);
        below.removeIf(path -> !path.startsWith(directory) || path.equals(directory));
        String path = below.isEmpty()
                ? "compose.yaml"
                : below.get(random.nextInt(below.size())).substring(directory.length());
        if (random.nextInt(3) == 0) {
            path = path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
        } else if (random.nextInt(4) == 0) {
            path = path.substring(0, path.indexOf('/') + 1);
        }
        StringBuilder pattern = new StringBuilder(path);
        for (int i = random.nextInt(4); i > 0 && pattern.length() > 0; i--) {
            int from = random.nextInt(pattern.length());
            int to = Math.min(pattern.length(), from + random.nextInt(4));
            pattern.replace(from, to, one(BITS));
        }
        String start = random.nextInt(4) == 0 ? "!" : "";
        String slash = random.nextInt(5) == 0 ? "/" : random.nextInt(8) == 0 ? "**/" : "";
        String end = random.nextInt(9) == 0 ? "/" : random.nextInt(12) == 0 ? "/**" : "";
        return start + slash + pattern + end;
    }
}
