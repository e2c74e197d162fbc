package dev.plimsoll.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a user has and asks for: the files of a directory, and the words of a command line.
 *
 * @param kind what the files are, for counts
 * @param files texts by path with slashes; see {@link #bytes}
 * @param args paths and flags that choose files
 * @param words a docker command given in words, in place of files; empty for files
 */
record Input(String kind, SortedMap<String, String> files, List<String> args, List<String> words) {
    /** What a docker command begins with. */
    static final List<String> PROGRAMS = List.of("docker", "podman");

    private static final String ARGS = "args.txt";
    private static final String WORDS = "words.txt";

    /** Bytes that are not UTF-8 are units from here on, as in Python's "surrogateescape": a text holds any file. */
    private static final char ESCAPED = '\uDC00';

    static Input of(String kind, String path, String text) {
        return new Input(kind, new TreeMap<>(Map.of(path, text)), List.of(path), List.of());
    }

    static Input ofWords(List<String> words) {
        return new Input("words", new TreeMap<>(), List.of(), words);
    }

    Input with(String path, String text) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.put(path, text);
        return new Input(kind, changed, args, words);
    }

    Input without(String path) {
        SortedMap<String, String> changed = new TreeMap<>(files);
        changed.remove(path);
        return new Input(kind, changed, args, words);
    }

    Input withWords(List<String> changed) {
        return new Input(kind, files, args, changed);
    }

    Input ofKind(String other) {
        return new Input(other, files, args, words);
    }

    /** Bytes of all files and words. */
    long size() {
        long size = 0;
        for (String text : files.values()) {
            size += text.length();
        }
        for (String word : words) {
            size += word.length();
        }
        return size;
    }

    /** The bytes of a text: UTF-8, halves of pairs that stand for bytes as those, others as three bytes that are none. */
    static byte[] bytes(String text) {
        byte[] plain = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c >= ESCAPED + 0x80 && c <= ESCAPED + 0xFF) {
                out.write(c - ESCAPED);
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                out.write(0xE0 | (c >> 12));
                out.write(0x80 | ((c >> 6) & 0x3F));
                out.write(0x80 | (c & 0x3F));
            } else if (c < 0x80) {
                out.write(c);
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** The text of bytes, from which {@link #bytes} makes them again. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            StringBuilder text = new StringBuilder(bytes.length);
            for (byte b : bytes) {
                text.append(b >= 0 ? (char) b : (char) (ESCAPED + (b & 0xFF)));
            }
            return text.toString();
        }
    }

    /** Whether a text is one that a file of UTF-8 can hold. */
    static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Writes the files, and what else belongs to it beside them. */
    void save(Path directory) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, bytes(file.getValue()));
        }
        if (!words.isEmpty()) {
            Files.writeString(directory.resolve(WORDS), lines(words));
        } else if (!args.equals(List.of("."))) {
            Files.writeString(directory.resolve(ARGS), lines(args));
        }
    }

    /** Reads what was saved. */
    static Input saved(Path directory) throws IOException {
        SortedMap<String, String> files = read(directory);
        String args = files.remove(ARGS);
        String words = files.remove(WORDS);
        return new Input(
                "saved",
                files,
                args == null ? List.of(".") : unescaped(args),
                words == null ? List.of() : unescaped(words));
    }

    /** All files below a directory. */
    static SortedMap<String, String> read(Path directory) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        List<Path> paths;
        try (var walked = Files.walk(directory)) {
            paths = walked.filter(Files::isRegularFile).toList();
        }
        for (Path path : paths) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            files.put(name, text(Files.readAllBytes(path)));
        }
        return files;
    }

    private static String lines(List<String> list) {
        StringBuilder lines = new StringBuilder();
        for (String each : list) {
            lines.append(escaped(each)).append('\n');
        }
        return lines.toString();
    }

    /** A text on one line, what is not ASCII as in Java. */
    static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7F || c == '\\') {
                out.append("\\u").append(Integer.toHexString(0x10000 + c).substring(1));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static List<String> unescaped(String lines) {
        List<String> list = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            StringBuilder out = new StringBuilder();
            for (int i = 0; i < line.length(); i++) {
                if (line.startsWith("\\u", i)) {
                    out.append((char) Integer.parseInt(line.substring(i + 2, i + 6), 16));
                    i += 5;
                } else {
                    out.append(line.charAt(i));
                }
            }
            list.add(out.toString());
        }
        return list;
    }
}
