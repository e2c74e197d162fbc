package dev.plimsoll.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tries all experiments on the engine that {@code docker} reaches: {@code mvn test -Pengine}. With
 * {@code -Dgoldens=update} what is seen is written down; {@code -Dexperiment=NAME} tries those whose name holds NAME.
 */
@Tag("engine")
class ReplayTest {
    private static final boolean RECORD = "update".equals(System.getProperty("goldens"));

    @TempDir
    static Path directory;

    private static @Nullable Engine engine;

    @BeforeAll
    static void look() throws IOException, InterruptedException {
        engine = Engine.find(directory);
    }

    @AfterAll
    static void say() {
        if (engine != null) {
            System.out.println("engine: " + engine.versions());
        }
    }

    @TestFactory
    Stream<DynamicTest> replay() {
        assumeTrue(engine != null, "docker reaches no engine, or one without busybox");
        String wanted = System.getProperty("experiment", "");
        List<Experiment> experiments = Experiment.all();
        assertThat(experiments).isNotEmpty();
        return experiments.stream()
                .filter(experiment -> experiment.toString().contains(wanted))
                .map(experiment -> dynamicTest(experiment.toString(), () -> replay(experiment)));
    }

    private static void replay(Experiment experiment) throws IOException, InterruptedException {
        Engine asked = Objects.requireNonNull(engine);
        assumeTrue(asked.meets(experiment), () -> "the engine lacks " + experiment.needs());
        Transcript transcript = asked.run(experiment, fixed(experiment));
        if (RECORD) {
            Files.writeString(experiment.record(), transcript.text());
        }
        transcript.check(experiment);
    }

    /** The subject after the rule's fixes. */
    private static String fixed(Experiment experiment) {
        Experiment.Subject subject = experiment.subject();
        return experiment.after().isEmpty()
                ? subject.text()
                : Lint.fixed(experiment.rule(), new SourceFile(subject.name(), subject.text()))
                        .text();
    }
}
