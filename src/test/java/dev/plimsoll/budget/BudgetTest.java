package dev.plimsoll.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.compose.ComposeReader;
import dev.plimsoll.compose.Loaded;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.ByteSize;
import dev.plimsoll.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetTest {
    private static final Optional<ByteSize> UNKNOWN = Optional.empty();

    private static Budget read(String text, Optional<ByteSize> host) {
        Loaded loaded = ComposeReader.read(new SourceFile("compose.yaml", text), List.of());
        return Budget.of(loaded.project(), ImageCatalog.builtIn(), host);
    }

    private static ContainerBudget one(String... lines) {
        StringBuilder text = new StringBuilder("services:\n  a:\n    image: example/app\n");
        for (String line : lines) {
            text.append("    ").append(line).append('\n');
        }
        return read(text.toString(), UNKNOWN).containers().get(0);
    }

    private static List<String> parts(ContainerBudget container) {
        return container.segments().stream()
                .map(part -> part.kind().label() + " " + part.name() + " " + part.amount())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "agent, 20g, 4g over",
        "processor, 8g, nothing left for the process",
        "cache, 768m, 256m over",
        "worker, 1g, no limit",
        "api, 1.5g, 512m left",
        "app, 10g, 8g over",
        "database, 1.3g, 2.8g left",
        "tests, 256m, 'no size: may fill the other 768m'",
        "scratch, 64m, 'no limit, no size'",
        "shares, 0 bytes, 'unknown limit, no size'",
        "idle, 0 bytes, 64m left",
    })
    void addsUpWhatCounts(String name, String used, String verdict) throws IOException {
        String text = Files.readString(Path.of("testdata/budget/compose.yaml"));
        ContainerBudget container = read(text, UNKNOWN).containers().stream()
                .filter(budget -> budget.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(container.used()).hasToString(used);
        assertThat(container.verdict()).isEqualTo(verdict);
    }

    @Test
    void countsEachContainerAsOftenAsItRuns() {
        String text = """
                services:
                  a: {image: x, mem_limit: 1g, deploy: {replicas: 3}, tmpfs: ["/x:size=256m"]}
                  b: {image: x, deploy: {replicas: 4}, tmpfs: ["/x:size=1g"]}
                  c: {image: x, mem_limit: 2g, profiles: [debug]}
                  d: {image: x, mem_limit: 5g, deploy: {replicas: 0}}
                """;
        Budget budget = read(text, Optional.of(new ByteSize(8 * ByteSize.GIB)));
        assertThat(budget.host().limits()).hasToString("5g");
        assertThat(budget.host().tmpfs()).hasToString("4.8g");
        assertThat(budget.host().taken()).hasToString("9g");
        assertThat(budget.host().inProfiles()).hasToString("2g");
        assertThat(budget.host().unlimited()).isEqualTo(1);
        assertThat(budget.exceedsHost()).isTrue();
        assertThat(budget.host().percentOf(new ByteSize(8 * ByteSize.GIB))).isEqualTo(113);
        assertThat(budget.host().percentOf(new ByteSize(9 * ByteSize.GIB))).isEqualTo(100);
    }

    @Test
    void countsATargetOnceAndNothingThatStaysEmpty() {
        ContainerBudget container = one(
                "mem_limit: 1g",
                "volumes:",
                "  - {type: tmpfs, target: /a, tmpfs: {size: 64m}}",
                "  - {type: tmpfs, target: /a, tmpfs: {size: 32m}}",
                "  - {type: tmpfs, target: /b, read_only: true, tmpfs: {size: 512m}}");
        assertThat(parts(container)).containsExactly("tmpfs /a 32m");
    }

    @Test
    void countsSharedMemoryThatIsAskedForAndTheContainersOwn() {
        assertThat(parts(one("mem_limit: 1g"))).isEmpty();
        assertThat(parts(one("shm_size: 128m"))).containsExactly("shm /dev/shm 128m");
        assertThat(parts(one("shm_size: 128m", "ipc: host"))).isEmpty();
        assertThat(parts(one("shm_size: 128m", "ipc: 'service:b'"))).isEmpty();
        assertThat(parts(one("shm_size: 128m", "ipc: shareable"))).hasSize(1);
        assertThat(parts(one("shm_size: 128m", "tmpfs: '/dev/shm:size=1g'"))).containsExactly("shm /dev/shm 1g");
        assertThat(parts(one("shm_size: ${SHM}"))).containsExactly("shm /dev/shm unknown");
    }

    @Test
    void countsAVolumeWhereNoOtherMayFillIt() {
        String volume = """
                volumes:
                  scratch: {driver_opts: {type: tmpfs, device: tmpfs, o: "size=1g"}}
                """;
        Budget alone = read(volume + "services:\n  a: {image: x, volumes: ['scratch:/s']}\n", UNKNOWN);
        assertThat(parts(alone.containers().get(0))).containsExactly("tmpfs tmpfs volume \"scratch\" 1g");
        Budget shared = read(
                volume
                        + "services:\n  a: {image: x, volumes: ['scratch:/s']}\n  b: {image: x, volumes: ['scratch:/t']}\n",
                UNKNOWN);
        assertThat(parts(shared.containers().get(0))).isEmpty();
    }

    @Test
    void takesSharesOfTheHostFromItsMemory() {
        String text = "services:\n  a: {image: x, mem_limit: 1g, tmpfs: '/h:size=25%'}\n";
        ContainerBudget unknown = read(text, UNKNOWN).containers().get(0);
        assertThat(parts(unknown)).containsExactly("tmpfs /h 25% a share of the host");
        assertThat(unknown.isOpen()).isTrue();
        ContainerBudget known = read(text, Optional.of(new ByteSize(8 * ByteSize.GIB)))
                .containers()
                .get(0);
        assertThat(parts(known)).containsExactly("tmpfs /h 25% 2g");
        assertThat(known.verdict()).isEqualTo("1g over");
    }

    @ParameterizedTest
    @CsvSource({
        "mem_limit: 1g, 1g swap",
        "'mem_limit: 1g\n    memswap_limit: 1g', no swap",
        "'mem_limit: 1g\n    memswap_limit: 1536m', 512m swap",
        "'mem_limit: 1g\n    memswap_limit: -1', unlimited swap",
        "'mem_limit: 1g\n    memswap_limit: 512m', unknown swap",
        "'mem_limit: 1g\n    memswap_limit: ${X}', unknown swap",
        "mem_limit: ${X}, unknown swap",
        "cpus: 1, unlimited swap",
    })
    void tellsTheSwap(String lines, String words) {
        assertThat(one(lines).swap().words()).isEqualTo(words);
    }

    @Test
    void tellsALimitThatIsNotKnownFromNone() {
        assertThat(one("mem_limit: ${X}").unknownLimit()).isEqualTo("${X}");
        assertThat(one("mem_limit: ${X}").isUnlimited()).isFalse();
        assertThat(one("mem_limit: ${X:-1g}").limit()).contains(new ByteSize(ByteSize.GIB));
        assertThat(one("cpus: 1").isUnlimited()).isTrue();
        assertThat(one("deploy: {replicas: '${N}'}").replicas()).isEmpty();
    }
}
