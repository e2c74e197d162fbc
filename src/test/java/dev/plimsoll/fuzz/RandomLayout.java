package dev.plimsoll.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A Compose file whose keys, services and ports are in any order, with all that can stand between them: comments at
 * several depths, blank lines, blocks of text, anchors and aliases, merge keys, several documents, any line ends.
 */
final class RandomLayout {
    private final Chance chance;
    private final StringBuilder text = new StringBuilder();
    private final List<String> anchors = new ArrayList<>();
    private int notes;

    private RandomLayout(long seed) {
        this.chance = new Chance(seed);
    }

    /** The file of a seed; Docker loads most of them. */
    static String of(long seed) {
        RandomLayout layout = new RandomLayout(seed);
        layout.file();
        String text = layout.text.toString();
        if (layout.chance.oneIn(5)) {
            text = text.substring(0, text.length() - 1);
        }
        if (layout.chance.oneIn(4)) {
            text = text.replace("\n", "\r\n");
        }
        return layout.chance.oneIn(8) ? "\uFEFF" + text : text;
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> mixed = new ArrayList<>(list);
        Collections.shuffle(mixed, new Random(chance.seed()));
        return mixed;
    }

    private void file() {
        document();
        if (chance.oneIn(6)) {
            line(0, "--- " + note());
            document();
        }
    }

    private void document() {
        List<String> sections = new ArrayList<>(List.of("services", "volumes"));
        for (String section : List.of("name", "x-base", "x-env", "networks", "version")) {
            if (chance.oneIn(3)) {
                sections.add(section);
            }
        }
        for (String section : shuffled(sections)) {
            between(0);
            switch (section) {
                case "name" -> line(0, "name: shop" + trailing());
                case "version" -> line(0, "version: '3'");
                case "x-base" -> {
                    line(0, "x-base: " + anchor("base") + trailing());
                    line(2, "restart: always");
                }
                case "x-env" -> line(0, "x-env: " + anchor("env") + "{LEVEL: high, ZIP: 01234}");
                case "services" -> services();
                default -> {
                    line(0, section + ":" + trailing());
                    line(2, "data:");
                }
            }
        }
        if (chance.oneIn(3)) {
            between(0);
        }
    }

    private void services() {
        line(0, "services:" + trailing());
        for (String name :
                shuffled(List.of("web", "Api", "db", "cache_1", "cache-2")).subList(0, 2 + chance.below(4))) {
            between(2);
            line(2, name + ":" + (chance.oneIn(5) ? " " + anchor(name.toLowerCase(Locale.ROOT)) : "") + trailing());
            service();
        }
    }

    private void service() {
        List<String> keys = new ArrayList<>(List.of("image", "restart"));
        for (String key :
                List.of("ports", "volumes", "environment", "labels", "command", "expose", "user", "<<", "networks")) {
            if (chance.oneIn(3)) {
                keys.add(key);
            }
        }
        if (!anchors.contains("base")) {
            keys.remove("<<");
        }
        for (String key : shuffled(keys)) {
            between(4);
            key(key);
        }
    }

    private void key(String key) {
        switch (key) {
            case "image" -> line(4, "image: example/app:1" + trailing());
            case "restart" -> line(4, "restart: \"no\"" + trailing());
            case "user" -> line(4, "user: '0777'");
            case "<<" -> line(4, "<<: *base");
            case "ports" -> ports();
            case "expose" ->
                line(4, "expose: [81, \"82\", '83'" + (chance.oneIn(2) ? ", 0120" : "") + "]" + trailing());
            case "volumes" ->
                list(
                        "volumes",
                        List.of("\"data:/data\"", "'data:/a b'", "\"${X:-data}:/x\"", "data:/y", "'/srv: #x:/z'"));
            case "environment" -> environment();
            case "labels" -> {
                line(4, "labels:");
                line(6, "note: " + chance.of(List.of("|", "|-", "|+", ">", ">+", ">-")));
                line(8, "some words");
                line(0, "");
                line(8, "  # no comment");
            }
            case "command" -> {
                line(4, "command: >-");
                line(6, "serve");
                line(6, "--all");
            }
            default -> line(4, "networks: {default: , other: null}");
        }
    }

    private void environment() {
        if (anchors.contains("env") && chance.oneIn(2)) {
            line(4, "environment: *env" + trailing());
            return;
        }
        line(4, "environment:" + (chance.oneIn(3) ? " " + anchor("env") : "") + trailing());
        between(6);
        line(6, "UMASK: 022");
        line(6, "BIG: 1093847561029384756");
    }

    private void ports() {
        if (chance.oneIn(3)) {
            line(4, "ports: [443:443, '80:80', 53:53/udp]" + trailing());
            return;
        }
        list(
                "ports",
                List.of(
                        "8080:80",
                        "\"443:443\"",
                        "${PORT:-70}:70",
                        "127.0.0.1:5432:5432",
                        "9000",
                        "{target: 91}",
                        "'[::1]:81:81'",
                        "8000-8002:8000-8002"));
        if (chance.oneIn(4)) {
            line(6, "- target: 90");
            line(8, "published: \"90\"" + trailing());
        }
    }

    private void list(String key, List<String> items) {
        line(4, key + ":" + trailing());
        int indent = 6;
        for (String item : shuffled(items).subList(0, 1 + chance.below(items.size()))) {
            between(indent);
            line(indent, "- " + item + trailing());
        }
    }

    private String anchor(String name) {
        anchors.add(name);
        return "&" + name + " ";
    }

    /** Nothing mostly; else blank lines and comments, which may be indented less or more than what follows. */
    private void between(int indent) {
        while (chance.oneIn(4)) {
            if (chance.oneIn(2)) {
                line(chance.oneIn(4) ? indent : 0, "");
            } else {
                line(chance.oneIn(3) ? Math.max(0, indent - 2 + 2 * chance.below(4)) : indent, note());
            }
        }
    }

    private String trailing() {
        return chance.oneIn(6) ? " " + note() : "";
    }

    private String note() {
        return RandomProject.COMMENT + notes++;
    }

    private void line(int indent, String content) {
        text.append(" ".repeat(indent)).append(content).append('\n');
    }
}
