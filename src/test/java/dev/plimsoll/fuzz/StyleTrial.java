package dev.plimsoll.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.catalog.Profile;
import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Defect;
import dev.plimsoll.engine.Linter;
import dev.plimsoll.engine.RuleSelection;
import dev.plimsoll.fix.Checked;
import dev.plimsoll.fix.Fixed;
import dev.plimsoll.fix.Fixer;
import dev.plimsoll.fix.Selection;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All fixes of style on one file after the other, and what must hold: nothing that counts has changed. */
final class StyleTrial {
    private static final Linter LINTER =
            new Linter(RuleCatalog.builtIn(), new RuleSelection(Profile.STRICT, List.of("style"), List.of()));

    private final Map<String, String> before;
    private final Map<String, String> after = new TreeMap<>();
    private int made;

    private StyleTrial(Map<String, String> before) {
        this.before = before;
    }

    /**
     * Fixes the style of all files.
     *
     * @param uses the files that make a project together, in their order
     * @return the number of fixes that were made
     */
    static int run(Map<String, String> texts, Iterable<List<String>> uses) throws Violation {
        StyleTrial trial = new StyleTrial(texts);
        for (Map.Entry<String, String> file : texts.entrySet()) {
            trial.after.put(file.getKey(), trial.fixed(new SourceFile(file.getKey(), file.getValue())));
        }
        for (List<String> use : uses) {
            trial.compare(use);
        }
        return trial.made;
    }

    private String fixed(SourceFile file) {
        if (!file.path().endsWith(".yaml") && !file.path().endsWith(".yml")) {
            return whole(file);
        }
        Fixed fixed = fix(file);
        made += fixed.applied().size();
        SourceFile outcome =
                fixed.files().isEmpty() ? file : fixed.files().get(0).after();
        assertThat(letters(outcome.text())).as("each sign but quotes is kept").isEqualTo(letters(file.text()));
        assertThat(RandomProject.comments(outcome.text()))
                .as("comments")
                .containsExactlyInAnyOrderElementsOf(RandomProject.comments(file.text()));
        assertThat(outcome.text().endsWith("\n"))
                .as("a last end of line")
                .isEqualTo(file.text().endsWith("\n"));
        assertThat(fix(outcome).files()).as("a second run changes nothing").isEmpty();
        return whole(outcome);
    }

    private static String whole(SourceFile file) {
        return file.hasByteOrderMark() ? "\uFEFF" + file.text() : file.text();
    }

    private static String letters(String text) {
        char[] signs = text.replace("\"", "").replace("'", "").toCharArray();
        Arrays.sort(signs);
        return new String(signs);
    }

    private static Fixed fix(SourceFile file) {
        return Fixer.fix(
                check(file),
                changed -> check(changed.getOrDefault(file.path(), file)),
                any -> Optional.empty(),
                Selection.all(false));
    }

    private static Checked check(SourceFile file) {
        Loaded loaded = ComposeReader.read(file, List.of());
        List<Defect> defects = new ArrayList<>(loaded.defects());
        Checked checked = new Checked(LINTER.check(loaded, defects), loaded.errors(), List.of());
        assertThat(defects).isEmpty();
        return checked;
    }

    private void compare(List<String> paths) throws Violation {
        FixTrial.Use old = FixTrial.use(paths, before);
        FixTrial.Use now = FixTrial.use(paths, after);
        assertThat(now.refusal() == null)
                .as("%s loads: %s", paths, now.refusal())
                .isEqualTo(old.refusal() == null);
        assertThat(unordered(now.values())).as("%s", paths).isEqualTo(unordered(old.values()));
    }

    /** The values of a project, with ports and dependencies in the order of their texts. */
    private static List<String> unordered(Map<String, String> values) {
        Map<String, StringBuilder> lists = new TreeMap<>();
        List<String> all = new ArrayList<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            String path = value.getKey();
            int item = path.startsWith("services/") ? path.indexOf("/[") : -1;
            String list = item < 0 ? "" : path.substring(path.lastIndexOf('/', item - 1) + 1, item);
            if (List.of("ports", "expose", "depends_on").contains(list)) {
                int end = path.indexOf(']', item) + 1;
                lists.computeIfAbsent(path.substring(0, end), any -> new StringBuilder(path.substring(0, item)))
                        .append(path.substring(end))
                        .append('=')
                        .append(value.getValue().replace("\"", ""));
            } else {
                all.add(path + "=" + value.getValue());
            }
        }
        for (StringBuilder item : lists.values()) {
            all.add(item.toString());
        }
        all.sort(null);
        return all;
    }
}
