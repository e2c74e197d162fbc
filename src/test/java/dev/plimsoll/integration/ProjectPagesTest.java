package dev.plimsoll.integration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What GitHub shows of the project besides its code: forms for issues, and what changed. */
class ProjectPagesTest {
    private static final Path FORMS = Path.of(".github/ISSUE_TEMPLATE");

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(FORMS)) {
            return files.filter(file -> !file.endsWith("config.yml")).sorted().toList();
        }
    }

    private static Map<?, ?> read(Path file) throws IOException {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
    }

    /** GitHub shows no form that lacks one of these, without a word on it. */
    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsAsGithubWantsIt(Path form) throws IOException {
        Map<?, ?> root = read(form);
        assertThat((String) root.get("name")).isNotBlank();
        assertThat((String) root.get("description")).hasSizeLessThan(200);
        List<String> ids = new ArrayList<>();
        for (Object item : (List<?>) root.get("body")) {
            Map<?, ?> element = (Map<?, ?>) item;
            Map<?, ?> attributes = (Map<?, ?>) element.get("attributes");
            if (element.get("type").equals("markdown")) {
                assertThat((String) attributes.get("value")).isNotBlank();
            } else {
                assertThat((String) element.get("type")).isIn("input", "textarea");
                assertThat((String) attributes.get("label")).isNotBlank();
                ids.add((String) element.get("id"));
            }
        }
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().doesNotContainNull();
    }

    @Test
    void aWrongFindingIsAskedForWithItsFile() throws IOException {
        assertThat(Files.readString(FORMS.resolve("false-positive.yml"))).contains("id: file\n");
    }

    @Test
    void theChangelogBeginsWithThisVersion() throws IOException {
        Matcher version = Pattern.compile("<version>([^<]+)</version>").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        String changelog = Files.readString(Path.of(".github/CHANGELOG.md"));
        assertThat(changelog.substring(changelog.indexOf("\n## ")))
                .startsWith("\n## " + version.group(1).replace("-SNAPSHOT", ""));
    }
}
