package dev.plimsoll.compose.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeFixture;
import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.model.Change;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.source.Edit;
import dev.plimsoll.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes as edits of the text: style, comments and line ends stay, and what cannot be written well is refused. */
class ComposeWriterTest {
    private static final ByteSize SIZE = ByteSize.mebibytes(64);

    /** What came of a change: the new text, or why not. */
    private record Outcome(String text, Optional<String> refusal) {}

    private static Outcome write(String text, Function<Container, Change.OfContainer> change) {
        SourceFile file = new SourceFile("compose.yaml", text);
        Loaded loaded = ComposeReader.read(file, List.of());
        assertThat(loaded.errors()).isEmpty();
        Container container = loaded.project().containers().get(0);
        List<Edit> edits = new ArrayList<>();
        Optional<String> refusal = container.writer().write(change.apply(container), List.of(), edits);
        if (refusal.isPresent()) {
            assertThat(edits).isEmpty();
            assertThat(refusal.get()).isNotBlank();
            return new Outcome(file.text(), refusal);
        }
        assertThat(edits).isNotEmpty();
        String changed = Fix.apply(file, edits);
        assertThat(ComposeReader.read(new SourceFile("compose.yaml", changed), List.of())
                        .errors())
                .as(changed)
                .isEmpty();
        return new Outcome(changed, refusal);
    }

    private static String changed(String text, Function<Container, Change.OfContainer> change) {
        Outcome outcome = write(text, change);
        assertThat(outcome.refusal()).isEmpty();
        return outcome.text();
    }

    private static String refused(String text, Function<Container, Change.OfContainer> change) {
        Outcome outcome = write(text, change);
        assertThat(outcome.refusal()).as(outcome.text()).isPresent();
        return outcome.refusal().orElseThrow();
    }

    private static Change.OfContainer swap(Container container) {
        return new Change.SetSwapLimit(container.limit().orElse(SIZE));
    }

    private static Change.OfContainer memory(Container container) {
        return new Change.SetMemoryLimit(SIZE);
    }

    private static Change.OfContainer tmpfsSize(Container container) {
        return new Change.SetTmpfsSize(last(container), SIZE);
    }

    private static Change.OfContainer volume(Container container) {
        return new Change.ReplaceByVolume(last(container), "data", "/data");
    }

    private static TmpfsMount last(Container container) {
        List<TmpfsMount> mounts = container.tmpfsMounts();
        return mounts.get(mounts.size() - 1);
    }

    /** A service {@code a} with an image and these lines, indented by four. */
    private static String service(String... lines) {
        StringBuilder text = new StringBuilder("services:\n  a:\n    image: x\n");
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return text.toString();
    }

    @Test
    void swapLimitGoesBelowTheMemoryLimitInItsSpelling() {
        assertThat(changed(service("mem_limit: 512mb # enough", "restart: no"), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: 512mb # enough", "memswap_limit: 512mb", "restart: no"));
        assertThat(changed(service("mem_limit: \"1gb\""), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: \"1gb\"", "memswap_limit: \"1gb\""));
        assertThat(changed(service("mem_limit: ${M:-1g}"), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: ${M:-1g}", "memswap_limit: ${M:-1g}"));
        assertThat(changed(service("mem_limit:", "  1g", "restart: no"), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit:", "  1g", "memswap_limit: 1g", "restart: no"));
    }

    @Test
    void swapLimitDoesNotRepeatALimitThatIsWrittenAsABlock() {
        assertThat(changed(service("mem_limit: |-", "  1024m", "restart: no"), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: |-", "  1024m", "memswap_limit: 1g", "restart: no"));
        assertThat(changed(service("mem_limit: >-", "  1024m", "memswap_limit: -1"), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: >-", "  1024m", "memswap_limit: 1g"));
    }

    @Test
    void swapLimitIsReplacedInItsQuotes() {
        assertThat(changed(service("mem_limit: 1g", "memswap_limit: '100m' # swap"), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: 1g", "memswap_limit: '1g' # swap"));
        assertThat(changed(service("mem_limit: \"1g\"", "memswap_limit: -1"), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: \"1g\"", "memswap_limit: 1g"));
    }

    @Test
    void swapLimitOfADeployLimitGoesToTheEndOfTheService() {
        assertThat(changed(
                        service("deploy:", "  resources:", "    limits:", "      memory: 1g", "restart: no"),
                        ComposeWriterTest::swap))
                .isEqualTo(service(
                        "deploy:",
                        "  resources:",
                        "    limits:",
                        "      memory: 1g",
                        "restart: no",
                        "memswap_limit: 1g"));
    }

    @Test
    void flowMappingsGetACommaAndNoLine() {
        assertThat(changed("services: {a: {image: x, mem_limit: 1g}}", ComposeWriterTest::swap))
                .isEqualTo("services: {a: {image: x, mem_limit: 1g, memswap_limit: 1g}}");
        assertThat(changed("services: {a: {mem_limit: 1g, image: x}}", ComposeWriterTest::swap))
                .isEqualTo("services: {a: {mem_limit: 1g, memswap_limit: 1g, image: x}}");
    }

    @Test
    void memoryLimitIsSetWhereItStands() {
        assertThat(changed(service("mem_limit: 512 # MB"), ComposeWriterTest::memory))
                .isEqualTo(service("mem_limit: 64m # MB"));
        assertThat(changed(service("deploy: {resources: {limits: {memory: '512'}}}"), ComposeWriterTest::memory))
                .isEqualTo(service("deploy: {resources: {limits: {memory: '64m'}}}"));
        assertThat(changed(
                        service("mem_limit: 5", "deploy: {resources: {limits: {memory: 5b}}}"),
                        ComposeWriterTest::memory))
                .isEqualTo(service("mem_limit: 64m", "deploy: {resources: {limits: {memory: 64m}}}"));
    }

    @Test
    void aNewMemoryLimitGoesAboveTheSwapLimitOrIntoALimitsBlock() {
        assertThat(changed(service("memswap_limit: 1g # c", "restart: no"), ComposeWriterTest::memory))
                .isEqualTo(service("mem_limit: 64m", "memswap_limit: 1g # c", "restart: no"));
        assertThat(changed(
                        service("memswap_limit: 1g", "deploy:", "  resources:", "    limits:", "      cpus: '1'"),
                        ComposeWriterTest::memory))
                .isEqualTo(service(
                        "memswap_limit: 1g",
                        "deploy:",
                        "  resources:",
                        "    limits:",
                        "      cpus: '1'",
                        "      memory: 64m"));
        assertThat(changed("services: {a: {memswap_limit: 1g, image: x}}", ComposeWriterTest::memory))
                .isEqualTo("services: {a: {mem_limit: 64m, memswap_limit: 1g, image: x}}");
    }

    @Test
    void bothLimitsAreAddedTogether() {
        Function<Container, Change.OfContainer> both = container -> new Change.LimitMemoryWithoutSwap(SIZE);
        assertThat(changed(service("restart: no"), both))
                .isEqualTo(service("restart: no", "mem_limit: 64m", "memswap_limit: 64m"));
        assertThat(changed("services: {a: {image: x}}", both))
                .isEqualTo("services: {a: {image: x, mem_limit: 64m, memswap_limit: 64m}}");
        assertThat(changed(service("deploy:", "  resources:", "    limits:", "      cpus: '1'"), both))
                .isEqualTo(service(
                        "deploy:",
                        "  resources:",
                        "    limits:",
                        "      cpus: '1'",
                        "      memory: 64m",
                        "memswap_limit: 64m"));
    }

    @Test
    void reservationIsSetWhereItStands() {
        Function<Container, Change.OfContainer> reservation = container -> new Change.SetMemoryReservation(SIZE);
        assertThat(changed(service("mem_reservation: \"5\""), reservation))
                .isEqualTo(service("mem_reservation: \"64m\""));
        assertThat(changed(service("deploy: {resources: {reservations: {memory: 5b}}}"), reservation))
                .isEqualTo(service("deploy: {resources: {reservations: {memory: 64m}}}"));
        assertThat(refused(service(), reservation)).isEqualTo("there is no reservation to change");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "tmpfs: /a, tmpfs: /a:size=64m",
                "tmpfs: '/a' # c, tmpfs: '/a:size=64m' # c",
                "`tmpfs: \"/a:mode=1777,uid=1\"`, `tmpfs: \"/a:size=64m,mode=1777,uid=1\"`",
                "tmpfs: /a:size=64mb, tmpfs: /a:size=64m",
                "`tmpfs: [/b, /a:noexec]`, ",
                "`tmpfs: [/b, '/a:noexec']`, `tmpfs: [/b, '/a:size=64m,noexec']`",
                "`tmpfs: [/b, /a]`, `tmpfs: [/b, /a:size=64m]`",
                "`tmpfs: /a:size=1,mode=0700,size=0`, `tmpfs: /a:size=1,mode=0700,size=64m`",
                "tmpfs: '/a:', tmpfs: '/a:size=64m'",
                "tmpfs: '/a: noexec', `tmpfs: '/a:size=64m, noexec'`",
            })
    void sizeOfAShortTmpfs(String before, String after) {
        if (after == null) {
            assertThat(refused(service(before), ComposeWriterTest::tmpfsSize))
                    .isEqualTo("it would need quotes inside the brackets");
        } else {
            assertThat(changed(service(before), ComposeWriterTest::tmpfsSize)).isEqualTo(service(after));
        }
    }

    @Test
    void sizeOfABlockListItem() {
        assertThat(changed(service("tmpfs:", "- /b", "-   \"/a\" # c", "", "# d"), ComposeWriterTest::tmpfsSize))
                .isEqualTo(service("tmpfs:", "- /b", "-   \"/a:size=64m\" # c", "", "# d"));
    }

    @Test
    void sizeOfALongTmpfs() {
        assertThat(changed(
                        service("volumes:", "  - type: tmpfs", "    target: /a # c", "restart: no"),
                        ComposeWriterTest::tmpfsSize))
                .isEqualTo(service(
                        "volumes:",
                        "  - type: tmpfs",
                        "    target: /a # c",
                        "    tmpfs:",
                        "      size: 64m",
                        "restart: no"));
        assertThat(changed(
                        service("volumes:", "  - type: tmpfs", "    target: /a", "    tmpfs:", "        mode: 0700"),
                        ComposeWriterTest::tmpfsSize))
                .isEqualTo(service(
                        "volumes:",
                        "  - type: tmpfs",
                        "    target: /a",
                        "    tmpfs:",
                        "        mode: 0700",
                        "        size: 64m"));
        assertThat(changed(service("volumes: [{type: tmpfs, target: /a}]"), ComposeWriterTest::tmpfsSize))
                .isEqualTo(service("volumes: [{type: tmpfs, target: /a, tmpfs: {size: 64m}}]"));
        assertThat(changed(
                        service("volumes: [{type: tmpfs, target: /a, tmpfs: {size: \"1%\"}}]"),
                        ComposeWriterTest::tmpfsSize))
                .isEqualTo(service("volumes: [{type: tmpfs, target: /a, tmpfs: {size: \"64m\"}}]"));
    }

    @Test
    void sizeOfAVolume() {
        String service = "services: {a: {image: x, volumes: ['vol:/x']}}\n";
        String opts = service + "volumes:\n  vol:\n    driver_opts:\n      type: tmpfs\n      device: tmpfs\n";
        assertThat(changed(opts, ComposeWriterTest::tmpfsSize)).isEqualTo(opts + "      o: size=64m\n");
        assertThat(changed(opts + "      o: uid=5\n", ComposeWriterTest::tmpfsSize))
                .isEqualTo(opts + "      o: size=64m,uid=5\n");
        assertThat(changed(opts + "      o: \"uid=5,size=0\"\n", ComposeWriterTest::tmpfsSize))
                .isEqualTo(opts + "      o: \"uid=5,size=64m\"\n");
        assertThat(changed(
                        service + "volumes: {vol: {driver_opts: {type: tmpfs, device: tmpfs}}}\n",
                        ComposeWriterTest::tmpfsSize))
                .isEqualTo(service + "volumes: {vol: {driver_opts: {type: tmpfs, device: tmpfs, o: size=64m}}}\n");
    }

    @Test
    void modeOfALongTmpfs() {
        Function<Container, Change.OfContainer> mode = container -> new Change.SetTmpfsMode(last(container), 01777);
        assertThat(changed(service("volumes: [{type: tmpfs, target: /a, tmpfs: {mode: 1777}}]"), mode))
                .isEqualTo(service("volumes: [{type: tmpfs, target: /a, tmpfs: {mode: 0o1777}}]"));
        assertThat(changed(service("volumes: [{type: tmpfs, target: /a}]"), mode))
                .isEqualTo(service("volumes: [{type: tmpfs, target: /a, tmpfs: {mode: 0o1777}}]"));
        assertThat(changed(service("volumes: [{type: tmpfs, target: /a, tmpfs: {mode: '1777'}}]"), mode))
                .isEqualTo(service("volumes: [{type: tmpfs, target: /a, tmpfs: {mode: 0o1777}}]"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`tmpfs: \"/a:,size=1m\"`, `tmpfs: \"/a:size=1m\"`",
                "`tmpfs: \"/a:size=1m,\"`, `tmpfs: \"/a:size=1m\"`",
                "`tmpfs: \"/a:size=1m,,uid=1\"`, `tmpfs: \"/a:size=1m,uid=1\"`",
                "`tmpfs: \"/a:\"`, `tmpfs: \"/a\"`",
            })
    void anOptionGoesWithItsComma(String before, String after) {
        Function<Container, Change.OfContainer> remove = container -> {
            TmpfsMount mount = last(container);
            return new Change.RemoveTmpfsOption(
                    mount,
                    mount.options().stream()
                            .filter(option -> option.value().key().isEmpty())
                            .findFirst()
                            .orElseThrow());
        };
        assertThat(changed(service(before), remove)).isEqualTo(service(after));
    }

    @Test
    void anOptionIsRenamed() {
        assertThat(changed(service("tmpfs: '/a:mode=1777,tmpfs-size=1m'"), container -> {
                    TmpfsMount mount = last(container);
                    return new Change.RenameTmpfsOption(mount, mount.options().get(1), "size");
                }))
                .isEqualTo(service("tmpfs: '/a:mode=1777,size=1m'"));
    }

    @Test
    void aVolumeTakesThePlaceOfTheOnlyTmpfs() {
        assertThat(changed(service("tmpfs: /data # c", "restart: no"), ComposeWriterTest::volume))
                .isEqualTo(service("volumes:", "  - data:/data", "restart: no") + "\nvolumes:\n  data:\n");
        assertThat(changed(
                        service("tmpfs:", "  - /data", "volumes:", "- /x # c", "restart: no"),
                        ComposeWriterTest::volume))
                .isEqualTo(service("volumes:", "- /x # c", "- data:/data", "restart: no") + "\nvolumes:\n  data:\n");
    }

    @Test
    void aVolumeTakesThePlaceOfOneOfSeveralTmpfs() {
        assertThat(changed(
                        service("tmpfs:", "  - /tmp # c", "  - /data # d", "restart: no"), ComposeWriterTest::volume))
                .isEqualTo(service("tmpfs:", "  - /tmp # c", "restart: no", "volumes:", "  - data:/data")
                        + "\nvolumes:\n  data:\n");
    }

    @Test
    void aVolumeTakesThePlaceOfALongTmpfs() {
        assertThat(changed(
                        service("volumes:", "  - type: tmpfs", "    target: /data", "  - /x"),
                        ComposeWriterTest::volume))
                .isEqualTo(service("volumes:", "  - data:/data", "  - /x") + "\nvolumes:\n  data:\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`volumes:\\n`, `volumes:\\n  data:\\n`",
                "`volumes: # none\\nnetworks: {n: }\\n`, `volumes: # none\\n  data:\\nnetworks: {n: }\\n`",
                "`volumes:\\n    other:\\n`, `volumes:\\n    other:\\n    data:\\n`",
                "`volumes: {other: {}}\\n`, `volumes: {other: {}, data: {}}\\n`",
                "`volumes: {data: {}}\\n`, `volumes: {data: {}, data-2: {}}\\n`",
                "`networks: {n: }\\n`, `networks: {n: }\\n\\nvolumes:\\n  data:\\n`",
                "`# end\\n`, `# end\\n\\nvolumes:\\n  data:\\n`",
            })
    void theVolumeIsDeclaredAtTheTop(String before, String after) {
        String name = after.contains("data-2") ? "data-2" : "data";
        String mounting = "  b:\n    image: x\n    volumes: [data:/data, other:/other]\n";
        assertThat(changed(service("tmpfs: /data") + mounting + before.replace("\\n", "\n"), ComposeWriterTest::volume))
                .isEqualTo(service("volumes:", "  - " + name + ":/data") + mounting + after.replace("\\n", "\n"));
    }

    @Test
    void noSecondVolumeIsDeclaredBesideOneThatMayBeMeant() {
        assertThat(changed(service("tmpfs: /data") + "volumes:\n  data:\n", ComposeWriterTest::volume))
                .isEqualTo(service("volumes:", "  - data:/data") + "volumes:\n  data:\n");
        assertThat(refused(service("tmpfs: /data") + "volumes:\n  kept:\n", ComposeWriterTest::volume))
                .isEqualTo("volume \"kept\" is declared and no service mounts it: it may be meant");
    }

    @Test
    void anIndentedFileGetsAnIndentedSection() {
        assertThat(changed("  services:\n    a:\n      image: x\n      tmpfs: /data\n", ComposeWriterTest::volume))
                .isEqualTo("""
                          services:
                            a:
                              image: x
                              volumes:
                                - data:/data

                          volumes:
                            data:
                        """);
    }

    @Test
    void aFileWithoutALastLineBreakStaysValid() {
        assertThat(changed(service("mem_limit: 1g").stripTrailing(), ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: 1g", "memswap_limit: 1g").stripTrailing());
        assertThat(changed(service("tmpfs: /data").stripTrailing(), ComposeWriterTest::volume))
                .startsWith(service("volumes:", "  - data:/data"))
                .contains("\nvolumes:\n  data:");
    }

    @Test
    void lineEndsAndTheByteOrderMarkStay() {
        String before = service("mem_limit: 1g", "restart: no").replace("\n", "\r\n");
        assertThat(changed("\uFEFF" + before, ComposeWriterTest::swap))
                .isEqualTo(service("mem_limit: 1g", "memswap_limit: 1g", "restart: no")
                        .replace("\n", "\r\n"));
        assertThat(changed(service("tmpfs: /data").replace("\n", "\r\n"), ComposeWriterTest::volume))
                .isEqualTo((service("volumes:", "  - data:/data") + "\nvolumes:\n  data:\n").replace("\n", "\r\n"));
    }

    @Test
    void whatAnAliasRepeatsIsNotTouched() {
        String shared = "services:\n  a: &a\n    image: x\n    mem_limit: 1g\n    tmpfs: /data\n  b: *a\n";
        assertThat(refused(shared, ComposeWriterTest::swap)).isEqualTo("an alias repeats it elsewhere");
        assertThat(refused(shared, ComposeWriterTest::tmpfsSize)).isEqualTo("an alias repeats it elsewhere");
        assertThat(refused(shared, ComposeWriterTest::volume)).isEqualTo("an alias repeats it elsewhere");
        assertThat(refused(
                        "services: {a: {image: x, tmpfs: &t [/data]}, b: {image: x, tmpfs: *t}}",
                        ComposeWriterTest::tmpfsSize))
                .isEqualTo("an alias repeats it elsewhere");
    }

    @Test
    void whatAnAliasBringsIsNotTouched() {
        assertThat(refused("x-t: &t [/data]\n" + service("tmpfs: *t"), ComposeWriterTest::tmpfsSize))
                .isEqualTo("it comes from *t, which others share");
        assertThat(refused("x-m: &m 5\n" + service("mem_limit: *m"), ComposeWriterTest::memory))
                .isEqualTo("it comes from *m, which others share");
        assertThat(refused("x-s: &s {tmpfs: /data}\n" + service("<<: *s"), ComposeWriterTest::volume))
                .isNotBlank();
    }

    @Test
    void aSwapLimitMayStandBesideALimitThatAnAliasBrings() {
        assertThat(changed("x-m: &m 1g\n" + service("mem_limit: *m # c", "restart: no"), ComposeWriterTest::swap))
                .isEqualTo("x-m: &m 1g\n" + service("mem_limit: *m # c", "restart: no", "memswap_limit: 1g"));
        assertThat(changed("x-s: &s {mem_limit: 1g}\n" + service("<<: *s", "restart: no"), ComposeWriterTest::swap))
                .isEqualTo("x-s: &s {mem_limit: 1g}\n" + service("<<: *s", "restart: no", "memswap_limit: 1g"));
    }

    @Test
    void whatAVariableDecidesIsNotTouched() {
        assertThat(refused(service("mem_limit: ${M:-5}"), ComposeWriterTest::memory))
                .isEqualTo("a variable decides it");
        assertThat(refused(service("tmpfs: /a:size=${S:-0}"), ComposeWriterTest::tmpfsSize))
                .isEqualTo("a variable decides it");
        assertThat(refused(service("tmpfs: \"${P:-/data}\""), ComposeWriterTest::volume))
                .isEqualTo("a variable decides it");
    }

    @Test
    void whatIsWrittenWithEscapesOrAsABlockIsNotTouched() {
        assertThat(refused(service("tmpfs: \"/d\\x61ta\""), ComposeWriterTest::tmpfsSize))
                .isEqualTo("it is written with escapes or over several lines");
        assertThat(refused(service("mem_limit: >-", "  5"), ComposeWriterTest::memory))
                .isEqualTo("it is written as a block");
    }

    @Test
    void commentsInsideALongTmpfsAreNotLost() {
        assertThat(refused(
                        service("volumes:", "  - type: tmpfs # why", "    target: /data"), ComposeWriterTest::volume))
                .isEqualTo("there is a comment inside it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tmpfs: [/tmp, /data]", "volumes: [/x]\n    tmpfs: /data"})
    void flowListsAreNotTakenApartForAVolume(String lines) {
        assertThat(refused(service(lines), ComposeWriterTest::volume)).isNotBlank();
        assertThat(refused("services: {a: {image: x, tmpfs: /data}}", ComposeWriterTest::volume))
                .isEqualTo("\"a\" is written in braces");
    }

    /** A key without a value is there all the same: written again it would be a duplicate. */
    @ParameterizedTest
    @ValueSource(strings = {"mem_limit:", "mem_limit: # later", "mem_limit: ~", "mem_limit: null"})
    void aKeyIsNeverWrittenTwice(String line) {
        for (Function<Container, Change.OfContainer> change : List.<Function<Container, Change.OfContainer>>of(
                ComposeWriterTest::memory, container -> new Change.LimitMemoryWithoutSwap(SIZE))) {
            Outcome outcome = write(service(line, "memswap_limit: 1g"), change);
            assertThat(outcome.text().split("mem_limit:", -1)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"size:", "size: # c", "size: ~"})
    void aSizeKeyIsNeverWrittenTwice(String line) {
        Outcome outcome = write(
                service("volumes:", "  - type: tmpfs", "    target: /a", "    tmpfs:", "      " + line),
                ComposeWriterTest::tmpfsSize);
        assertThat(outcome.text().split("size:", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"volumes:", "volumes: # none", "volumes: []", "volumes: ~"})
    void aVolumesKeyIsNeverWrittenTwice(String line) {
        for (String tmpfs : List.of("tmpfs: /data", "tmpfs: ['/data']", "tmpfs:\n      - /tmp\n      - /data")) {
            Outcome outcome = write(service(tmpfs, line), ComposeWriterTest::volume);
            assertThat(outcome.text().split("    volumes:", -1)).hasSize(2);
        }
    }

    /** The column of {@code ? key} is that of its mark. */
    @Test
    void explicitKeysDoNotMoveTheIndent() {
        String text = "services:\n  a:\n    ? mem_limit\n    : 1g\n    image: x\n";
        Outcome outcome = write(text, ComposeWriterTest::swap);
        assertThat(outcome.text()).isIn(text, text.replace(": 1g\n", ": 1g\n    memswap_limit: 1g\n"));
    }

    /** An item of nothing is no mount, so there is nothing to write to. */
    @Test
    void emptyItemsGetNoOptions() {
        for (String lines : List.of("tmpfs:\n      -\n", "tmpfs: !x\n", "tmpfs: [~]\n")) {
            Loaded loaded = ComposeReader.read(new SourceFile("compose.yaml", service(lines)), List.of());
            for (Container container : loaded.project().containers()) {
                for (TmpfsMount mount : container.tmpfsMounts()) {
                    assertThat(container
                                    .writer()
                                    .write(new Change.SetTmpfsSize(mount, SIZE), List.of(), new ArrayList<>()))
                            .isPresent();
                }
            }
            assertThat(loaded.errors()).isEmpty();
        }
    }

    /** Names and paths come from the file: what they hold must not become YAML of its own. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`a\\nevil: 1`, /data",
                "`a: b`, /data",
                "`a #b`, /data",
                "`界面-data`, /data",
                "`-`, /data",
                "`{a`, /data",
                "`a\\u001B`, /data",
                "data, `/data #1`",
                "data, `/data: x`",
                "data, `/da'ta`",
                "data, `/data\\nevil: 1`",
                "data, `/data:ro`",
            })
    void hostileNamesAndPathsStayInTheirPlace(String volume, String target) {
        String name = volume.replace("\\n", "\n").replace("\\u001B", "\033");
        String path = target.replace("\\n", "\n");
        Outcome outcome = write(
                service("tmpfs: /data", "restart: no"),
                container -> new Change.ReplaceByVolume(last(container), name, path));
        if (outcome.refusal().isEmpty()) {
            Container container = ComposeReader.read(new SourceFile("compose.yaml", outcome.text()), List.of())
                    .project()
                    .containers()
                    .get(0);
            assertThat(name).matches("[a-zA-Z0-9._-]+");
            assertThat(ComposeFixture.mounts(container)).containsExactly("volume " + name + " " + path);
        }
    }

    /** A key that hides one of a merged mapping cannot go without bringing that one back. */
    @Test
    void removingAKeyDoesNotUncoverAMergedOne() {
        Outcome outcome = write(
                "x-s: &s\n  tmpfs: [/other]\n" + service("<<: *s", "tmpfs: /data", "volumes:", "  - /x", "restart: no"),
                ComposeWriterTest::volume);
        Container container = ComposeReader.read(new SourceFile("compose.yaml", outcome.text()), List.of())
                .project()
                .containers()
                .get(0);
        assertThat(ComposeFixture.mounts(container)).doesNotContain("tmpfs /other -");
    }
}
