package dev.plimsoll.compose.read;

import static dev.plimsoll.compose.ComposeFixture.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.model.MisspelledSize;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes that Compose does not take as they were meant. */
class MisspelledSizeReaderTest {
    private static List<MisspelledSize> read(String line) {
        return service(line).memory().misspelled();
    }

    @ParameterizedTest
    @CsvSource({
        "mem_limit: 1.5, mem_limit, 1610612736",
        "memswap_limit: 64.0, memswap_limit, 68719476736",
        "shm_size: .5, shm_size, 536870912",
        "shm_size: 0.001, shm_size, 1048576",
        "mem_limit: 1_0.5, mem_limit, 11274289152",
        "mem_limit: 1e9, mem_limit, 1000000000",
        "mem_limit: 6291456.0, mem_limit, 6291456",
        "mem_limit: 9.9e17, mem_limit, 990000000000000000",
    })
    void aFloatIsDropped(String line, String key, long meant) {
        MisspelledSize size = read(line).get(0);
        assertThat(read(line)).hasSize(1);
        assertThat(size.kind()).isEqualTo(MisspelledSize.Kind.FLOAT);
        assertThat(size.key()).isEqualTo(key);
        assertThat(size.written().value()).isEqualTo(line.substring(line.indexOf(' ') + 1));
        assertThat(size.meant().orElseThrow().bytes()).isEqualTo(meant);
    }

    /** Neither gibibytes nor bytes of a limit. */
    @ParameterizedTest
    @ValueSource(strings = {"64.5", "6291455.0", "1e18", "-1.5", "0.0", "0.0001", ".inf", ".nan", "-0.5"})
    void whatSomeFloatsMeanIsNotPlain(String written) {
        assertThat(read("mem_limit: " + written)).hasSize(1);
        assertThat(read("mem_limit: " + written).get(0).meant()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    mem_limit: 1Gi;                                        mem_limit; 1073741824
                    memswap_limit: 512Mi;                                  memswap_limit; 536870912
                    shm_size: "64Ki";                                      shm_size; 65536
                    mem_reservation: 1Gi;                                  mem_reservation; 1073741824
                    mem_limit: "${M:-1Gi}";                                mem_limit; 1073741824
                    deploy: {resources: {limits: {memory: 1Gi}}};          deploy.resources.limits.memory; 1073741824
                    deploy: {resources: {reservations: {memory: 1Gi}}};    deploy.resources.reservations.memory; 1073741824
                    """)
    void aUnitOfKubernetesIsNotTakenByAll(String line, String key, long meant) {
        MisspelledSize size = read(line).get(0);
        assertThat(read(line)).hasSize(1);
        assertThat(size.kind()).isEqualTo(MisspelledSize.Kind.KUBERNETES);
        assertThat(size.key()).isEqualTo(key);
        assertThat(size.meant().orElseThrow().bytes()).isEqualTo(meant);
    }

    @Test
    void itTellsTheValueAndItsPlace() {
        MisspelledSize size = read("shm_size: \"64Ki\"").get(0);
        assertThat(size.written().value()).isEqualTo("64Ki");
        assertThat(size.written().at().text()).isEqualTo("\"64Ki\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mem_limit: 1g",
                "mem_limit: '1.5'",
                "mem_limit: 1000",
                "mem_limit: '${M}'",
                "mem_limit: abc",
                "mem_limit:",
                "mem_reservation: 1.5",
                "deploy: {resources: {limits: {memory: 1.5, cpus: '1.5'}}}",
                "deploy: {resources: {limits: {memory: }}}",
                "cpus: 1.5",
            })
    void otherSizesAreNot(String line) {
        assertThat(read(line)).isEmpty();
    }
}
