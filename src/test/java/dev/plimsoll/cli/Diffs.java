package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Applies unified diffs strictly: every line that a hunk names must be there, at the line that it says. */
final class Diffs {
    private static final String NO_LINE_BREAK = "\\ No newline at end of file\n";

    private final List<String> diff;
    private int at;

    private Diffs(String diff) {
        this.diff = lines(diff);
    }

    /** Files with a diff applied to them. */
    static Map<String, String> applied(String diff, Map<String, String> files) {
        Map<String, String> after = new TreeMap<>(files);
        new Diffs(diff).apply(after);
        return after;
    }

    private void apply(Map<String, String> files) {
        while (at < diff.size()) {
            String line = diff.get(at++);
            if (line.startsWith("--- ")) {
                String path = line.strip().substring("--- a/".length());
                assertThat(diff.get(at++).strip()).isEqualTo("+++ b/" + path);
                assertThat(files).containsKey(path);
                files.put(path, file(lines(files.get(path))));
            } else {
                assertThat(line).as("between the files only what changes").startsWith("# ");
            }
        }
    }

    private String file(List<String> before) {
        List<String> after = new ArrayList<>();
        int next = 0;
        while (at < diff.size() && diff.get(at).startsWith("@@ ")) {
            String[] ranges = diff.get(at++).split(" ", -1);
            int[] old = range(ranges[1]);
            int[] fresh = range(ranges[2]);
            int start = old[1] == 0 ? old[0] : old[0] - 1;
            after.addAll(before.subList(next, start));
            assertThat(after).hasSize(fresh[1] == 0 ? fresh[0] : fresh[0] - 1);
            next = start;
            int oldLeft = old[1];
            int newLeft = fresh[1];
            while (oldLeft > 0 || newLeft > 0) {
                char kind = diff.get(at).charAt(0);
                String text = diff.get(at++).substring(1);
                if (at < diff.size() && diff.get(at).equals(NO_LINE_BREAK)) {
                    text = text.substring(0, text.length() - 1);
                    at++;
                }
                if (kind != '+') {
                    assertThat(before.get(next++)).isEqualTo(text);
                    oldLeft--;
                }
                if (kind != '-') {
                    after.add(text);
                    newLeft--;
                }
            }
        }
        after.addAll(before.subList(next, before.size()));
        return String.join("", after);
    }

    private static int[] range(String range) {
        String[] numbers = range.substring(1).split(",", -1);
        return new int[] {Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1])};
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(from, end));
            from = end;
        }
        return lines;
    }
}
