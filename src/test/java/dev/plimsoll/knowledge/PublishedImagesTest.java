package dev.plimsoll.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.ContainerPath;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import dev.plimsoll.yaml.YamlSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is known of images as people write them; {@code testdata/images/published.txt} says it once more, by hand. */
class PublishedImagesTest {
    private static final Path LINES = Path.of("testdata/images/published.txt");

    static List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(LINES)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                lines.add(line);
            }
        }
        return lines;
    }

    @ParameterizedTest
    @MethodSource("lines")
    void knowsWhatItIsAndWhereItsDataIs(String line) {
        String[] cells = line.split("\\|", -1);
        assertThat(cells).hasSize(4);
        ContainerFixture container = ContainerFixture.of(cells[0].strip());
        List<String> more = new ArrayList<>();
        for (String item : cells[3].strip().split(" ", -1)) {
            if (item.startsWith("cmd=")) {
                container.command(item.substring(4).split(",", -1));
            } else if (item.startsWith("env=")) {
                String[] variable = item.substring(4).split("=", 2);
                container.env(variable[0], variable[1]);
            } else if (!item.isEmpty()) {
                more.add(item);
            }
        }
        ImageFacts facts = container.facts();
        assertThat(facts.name()).isEqualTo(cells[1].strip());
        assertThat(String.join(", ", container.dataPaths())).isEqualTo(cells[2].strip());
        assertThat(facts.hostSizing().isPresent() && facts.hostSizing().get().isLeftTo(container.build()))
                .isEqualTo(more.contains("host"));
        assertThat(facts.shm().isPresent()).isEqualTo(cells[3].contains("shm="));
        for (String item : more) {
            check(facts, container, item);
        }
    }

    private static void check(ImageFacts facts, ContainerFixture container, String item) {
        int equals = item.indexOf('=');
        String value = item.substring(equals + 1);
        switch (item.substring(0, Math.max(0, equals))) {
            case "kind" -> assertThat(facts.kind().label()).isEqualTo(value);
            case "user" ->
                assertThat(facts.user(container.build()).orElseThrow().name()).isEqualTo(value);
            case "uid" ->
                assertThat(facts.user(container.build()).orElseThrow().id()).hasValue(Integer.parseInt(value));
            case "writable" -> assertThat(facts.writablePaths()).contains(new ContainerPath(value));
            case "content" -> assertThat(facts.contentPaths()).contains(new ContainerPath(value));
            case "workspace" -> assertThat(facts.workspaces()).contains(new ContainerPath(value));
            case "shm" -> assertThat(facts.shm().orElseThrow().size()).hasToString(value);
            case "file" ->
                assertThat(facts.fileVariable(value.substring(0, value.indexOf('>'))))
                        .contains(value.substring(value.indexOf('>') + 1));
            default -> assertThat(item).isEqualTo("host");
        }
    }

    @Test
    void usesEachEntry() throws IOException {
        Set<ImageFacts> used = new HashSet<>();
        for (String line : lines()) {
            used.add(find(line.substring(0, line.indexOf('|')).strip()));
        }
        int entries = 0;
        for (YamlNode entry : entries()) {
            String name = firstName(entry).replace("*", "x") + firstTag(entry);
            assertThat(used).as("a line for " + name + " in " + LINES).contains(find(name));
            entries++;
        }
        assertThat(entries).isGreaterThan(100);
    }

    private static ImageFacts find(String image) {
        return ImageCatalog.builtIn().find(ImageReference.parse(image)).orElseThrow();
    }

    private static List<YamlNode> entries() throws IOException {
        try {
            Path file = Path.of("rules/images.yaml");
            YamlNode root = YamlParser.parse(new SourceFile(file.toString(), Files.readString(file)))
                    .get(0);
            return ((YamlSequence) value(root, "images")).items();
        } catch (YamlSyntaxException e) {
            throw new IOException(e);
        }
    }

    private static String firstName(YamlNode entry) {
        return ((YamlScalar) ((YamlSequence) value(entry, "names")).items().get(0)).value();
    }

    /** One of the tags that an entry is for, if it is not for all. */
    private static String firstTag(YamlNode entry) {
        for (YamlMapping.Entry key : ((YamlMapping) entry).entries()) {
            if (((YamlScalar) key.key()).value().equals("only-tags")) {
                return ":" + ((YamlScalar) ((YamlSequence) key.value()).items().get(0)).value();
            }
        }
        return "";
    }

    private static YamlNode value(YamlNode mapping, String key) {
        for (YamlMapping.Entry entry : ((YamlMapping) mapping).entries()) {
            if (((YamlScalar) entry.key()).value().equals(key)) {
                return entry.value();
            }
        }
        throw new AssertionError("no key " + key);
    }

    @Test
    void hasNoUserOfAnOlderVersionAndNoneWhereTheImageIsAVariant() {
        ContainerFixture old = ContainerFixture.of("mcr.microsoft.com/mssql/server:2017-latest");
        assertThat(old.facts().user(old.build())).isEmpty();
        ContainerFixture seven = ContainerFixture.of("elasticsearch:7.17.0");
        assertThat(seven.facts().user(seven.build())).isEmpty();
        ContainerFixture untagged = ContainerFixture.of("elasticsearch");
        assertThat(untagged.facts().user(untagged.build())).isPresent();
    }

    @Test
    void excusesWhoLeavesSharedMemoryAlone() {
        ContainerFixture plain = ContainerFixture.of("selenium/standalone-chrome");
        ShmNeed need = plain.facts().shm().orElseThrow();
        assertThat(need.isExcused(plain.build())).isFalse();
        assertThat(need.isExcused(ContainerFixture.of("selenium/standalone-chrome")
                        .env("SE_OPTS", "--headless --disable-dev-shm-usage")
                        .build()))
                .isTrue();
        assertThat(need.isExcused(ContainerFixture.of("selenium/standalone-chrome")
                        .hiddenCommand()
                        .build()))
                .isTrue();
        ShmNeed postgres = ContainerFixture.of("postgres").facts().shm().orElseThrow();
        assertThat(postgres.isExcused(ContainerFixture.of("postgres")
                        .command("postgres", "-c", "dynamic_shared_memory_type=mmap")
                        .build()))
                .isTrue();
    }

    @Test
    void doesNotClaimASizeByTheHostWhereSomethingUnseenMayTellAnother() {
        HostSizing sizing = ContainerFixture.of("arangodb").facts().hostSizing().orElseThrow();
        assertThat(sizing.settings()).containsExactly("ARANGODB_OVERRIDE_DETECTED_TOTAL_MEMORY");
        assertThat(sizing.isLeftTo(ContainerFixture.of("arangodb").build())).isTrue();
        assertThat(sizing.isLeftTo(
                        ContainerFixture.of("arangodb").hiddenCommand().build()))
                .isFalse();
        HostSizing server = ContainerFixture.of("mcr.microsoft.com/mssql/server:2022-latest")
                .facts()
                .hostSizing()
                .orElseThrow();
        // since then it sees the limit
        assertThat(server.isLeftTo(ContainerFixture.of("mcr.microsoft.com/mssql/server:2022-latest")
                        .build()))
                .isFalse();
        assertThat(server.isLeftTo(
                        ContainerFixture.of("mcr.microsoft.com/mssql/server").build()))
                .isFalse();
    }
}
