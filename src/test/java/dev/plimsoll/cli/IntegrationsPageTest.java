package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What the page tells to paste into hooks, pipelines and editors is well formed and means something to the program. */
class IntegrationsPageTest {
    private static final Pattern FENCE = Pattern.compile("```(\\w+)\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern FLAG = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern OUTPUT = Pattern.compile("--output(?: |=|\", \")([a-z]+)");

    private static String page() throws IOException {
        return Files.readString(Path.of("src/docs/integrations.md"));
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher fence = FENCE.matcher(page());
        while (fence.find()) {
            if (fence.group(1).equals(language)) {
                blocks.add(fence.group(2));
            }
        }
        return blocks;
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static Object at(Object node, Object... keys) {
        Object current = node;
        for (Object key : keys) {
            current = key instanceof Integer index ? ((List<?>) current).get(index) : ((Map<?, ?>) current).get(key);
        }
        return current;
    }

    @Test
    void everyHookIsListedAndEveryListedHookExists() throws IOException {
        Set<String> listed = new TreeSet<>();
        Matcher row = Pattern.compile("(?m)^\\| `(plimsoll[a-z-]*)` \\|").matcher(page());
        while (row.find()) {
            listed.add(row.group(1));
        }
        assertThat(listed).isEqualTo(HooksTest.hooks().keySet());

        for (Object hook : (List<?>) at(yaml(blocks("yaml").get(0)), "repos", 0, "hooks")) {
            assertThat(listed).contains((String) at(hook, "id"));
        }
    }

    @Test
    void theWorkflowUsesInputsThatExist() throws IOException {
        List<?> steps = (List<?>) at(yaml(blocks("yaml").get(1)), "jobs", "plimsoll", "steps");
        Map<?, ?> inputs = (Map<?, ?>) at(yaml(Files.readString(Path.of("action.yml"))), "inputs");
        List<String> used = new ArrayList<>();
        for (Object step : steps) {
            if (((String) at(step, "uses")).startsWith("plimsoll-dev/plimsoll@")) {
                for (Object input : ((Map<?, ?>) at(step, "with")).keySet()) {
                    assertThat(inputs.containsKey(input)).as("%s", input).isTrue();
                    used.add((String) input);
                }
            }
        }
        assertThat(used).isNotEmpty();
        assertThat(at(steps.get(1), "with", "sarif-file")).isEqualTo(at(steps.get(2), "with", "sarif_file"));
    }

    @Test
    void theGitlabJobKeepsTheReportThatItWrites() throws IOException {
        Object job = at(yaml(blocks("yaml").get(2)), "plimsoll");

        assertThat((String) at(job, "script", 0)).endsWith("gitlab=" + at(job, "artifacts", "reports", "codequality"));
    }

    @Test
    void theTaskMatchesProblemsAsTheMatcherDoes() throws IOException {
        JSONObject matcher = new JSONObject(Files.readString(Path.of("src/action/plimsoll-matcher.json")))
                .getJSONArray("problemMatcher")
                .getJSONObject(0);
        JSONObject task =
                new JSONObject(blocks("json").get(0)).getJSONArray("tasks").getJSONObject(0);

        assertThat(task.getJSONObject("problemMatcher").getJSONObject("pattern").toMap())
                .isEqualTo(matcher.getJSONArray("pattern").getJSONObject(0).toMap());
    }

    @Test
    void everyFlagAndFormatExists() throws IOException {
        List<String> commands = new ArrayList<>();
        for (String line : page().split("\n", -1)) {
            if (!line.contains("autoupdate")) {
                commands.add(line.replaceFirst(" \\| reviewdog .*", ""));
            }
        }
        String text = String.join("\n", commands);
        int flags = 0;
        Matcher flag = FLAG.matcher(text);
        while (flag.find()) {
            assertThat(CommandSpecs.of("check").findOption(flag.group()))
                    .as(flag.group())
                    .isNotNull();
            flags++;
        }
        Matcher output = OUTPUT.matcher(text);
        while (output.find()) {
            assertThat(Format.labels()).contains(output.group(1));
            flags++;
        }
        assertThat(flags).isGreaterThan(6);
    }
}
