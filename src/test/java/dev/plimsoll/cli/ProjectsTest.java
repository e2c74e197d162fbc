package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files are linted together, and where their findings stand. */
class ProjectsTest {
    /** Has a limit, and gets its tmpfs and its swap limit from the override. */
    private static final String BASE = "services:\n  app:\n    image: example/app\n    mem_limit: ${LIMIT}\n";

    private static final String OVERRIDE = "services:\n  app:\n    tmpfs: /work:size=2g\n    memswap_limit: 1g\n";
    private static final String EXPECTED = "compose.override.yaml tmpfs-exceeds-memory\n";

    @TempDir
    Path directory;

    private Run run;

    @BeforeEach
    void pair() {
        run = Run.in(directory)
                .file("compose.yaml", BASE)
                .file("compose.override.yaml", OVERRIDE)
                .file(".env", "LIMIT=1g\n");
    }

    @Test
    void aBaseFileIsLintedWithItsOverrideAndEnvironment() {
        assertThat(run.check("compose.yaml").findings()).isEqualTo(EXPECTED);
    }

    @Test
    void theOverrideAloneBringsItsBaseFile() {
        assertThat(run.check("compose.override.yaml").findings()).isEqualTo(EXPECTED);
    }

    @Test
    void eachProjectIsLintedOnceHoweverItIsNamed() {
        assertThat(run.check("compose.yaml", "compose.override.yaml", ".").findings())
                .isEqualTo(EXPECTED);
        assertThat(run.check().findings()).isEqualTo(EXPECTED);
    }

    @Test
    void filesAreMergedInTheGivenOrder() {
        run.file("more.yaml", "services:\n  app:\n    mem_limit: 4g\n    memswap_limit: 4g\n");
        assertThat(run.check("-f", "compose.yaml", "-f", "compose.override.yaml")
                        .findings())
                .isEqualTo(EXPECTED);
        assertThat(run.check("--file", "compose.yaml", "-f=compose.override.yaml", "-f", "more.yaml")
                        .findings())
                .isEmpty();
        assertThat(run.check("-f", "compose.yaml", "compose.yaml").code()).isEqualTo(2);
    }

    @Test
    void environmentFilesAndTheProcessSetVariablesWhenAsked() {
        run.file("large.env", "LIMIT=8g\n");
        assertThat(run.check("--env-file", "large.env").findings()).contains("swap-below-memory");
        run.env("LIMIT", "8g");
        assertThat(run.check().findings()).isEqualTo(EXPECTED);
        assertThat(run.check("--env").findings()).contains("swap-below-memory");
    }

    @Test
    void aProjectIsLookedForAbove() {
        run.file("src/main/readme.txt", "");
        assertThat(Run.in(directory.resolve("src/main")).check().findings())
                .isEqualTo("../../compose.override.yaml tmpfs-exceeds-memory\n");
    }

    @Test
    void whatIsNotFoundIsAnErrorUnlessItMayBeLeftOut() {
        run.file("compose.yaml", BASE + "include: [missing.yaml]\n");
        Run.Result strict = run.check("compose.yaml");
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.said()).contains("compose.yaml:5:11: error[include-unresolved]");
        Run.Result partial = run.check("--allow-partial", "compose.yaml");
        assertThat(partial.code()).isEqualTo(1);
        assertThat(partial.findings()).isEqualTo(EXPECTED);
    }

    /** A variant alone says nothing of what it leaves to its base file. */
    @Test
    void whatAVariantLeavesOutIsNotMissing() {
        for (String name : List.of("compose.prod.yaml", "docker-compose-prod.yml", "traefik.override.yml")) {
            run.file(name, "services:\n  app:\n    mem_limit: 1g\n    networks: [front]\n    volumes: [data:/data]\n");
            assertThat(run.check(name).findings()).isEmpty();
        }
        run.file(
                "compose.prod.yaml",
                "services:\n  app:\n    image: example/app:1\n    mem_limit: 1g\n    networks: [front]\n    volumes: [data:/data]\n");
        assertThat(run.check("compose.prod.yaml").findings())
                .contains("network-undefined")
                .contains("volume-undeclared");
        assertThat(run.check("--file", "docker-compose-prod.yml").findings()).contains("service-without-image");
        run.file("compose.yaml", "services: {}\nnetworks: {front: {}}\nvolumes: {data: {}}\n");
        assertThat(run.check("compose.prod.yaml").findings()).isEmpty();
    }

    @Test
    void findingsOfExtendedServicesStandInTheFileThatWroteThem() {
        run.file("compose.yaml", "services:\n  app:\n    extends: {file: common/base.yaml, service: base}\n")
                .file("compose.override.yaml", "services: {}\n")
                .file("common/base.yaml", "services:\n  base:\n    image: example/app\n    tmpfs:\n      - /work\n");
        assertThat(run.check("compose.yaml").out()).startsWith("common/base.yaml:5:9: warning[tmpfs-unbounded]");
    }

    /** Docker loads the extending project only, and that one declares the network. */
    @Test
    void whatATemplateRefersToIsDeclaredWhereItIsExtended() {
        String template = "services:\n  t:\n    image: example/app:1\n    networks: [n]\n";
        String web = "services:\n  web:\n    extends:\n      file: FILE\n      service: t\nnetworks: {n: {}}\n";
        String missing = "common/compose.yaml network-undefined\n";
        run = Run.in(directory.resolve("templates"))
                .file("common/compose.yaml", template)
                .file("web/compose.yaml", web.replace("FILE", "../common/compose.yaml"));
        assertThat(run.check().findings()).isEmpty();
        run.file("web/compose.yaml", web.replace("FILE", "\"${ROOT}/common/compose.yaml\""));
        assertThat(run.check().findings()).isEmpty();
        run.file("web/compose.yaml", web.replace("FILE", "\"${ROOT}/other/compose.yaml\""));
        assertThat(run.check().findings()).isEqualTo(missing);
        run.file(
                "web/compose.yaml",
                web.replace("    extends:\n      file: FILE\n      service: t\n", "    image: x:1\n"));
        assertThat(run.check().findings()).isEqualTo(missing);
        // the service that another file extends is no excuse for its neighbor
        run.file("common/compose.yaml", template + "  u:\n    image: example/app:1\n    networks: [m]\n")
                .file("web/compose.yaml", web.replace("FILE", "../common/compose.yaml"));
        assertThat(run.check().findings()).isEqualTo(missing);
    }

    /** Files of any name are found where the directory's .env names them. */
    @Test
    void anEnvironmentFileSaysWhichFilesAreTheProject() {
        run.file("made/.env", "COMPOSE_FILE=base.yml:limits.yml\n")
                .file("made/base.yml", "services:\n  api:\n    image: example/api:1\n    tmpfs: [\"/cache:size=2g\"]\n")
                .file("made/limits.yml", "services:\n  api:\n    mem_limit: 1g\n    memswap_limit: 1g\n");
        assertThat(run.check("made").findings()).startsWith("made/base.yml tmpfs-exceeds-memory");
    }

    /** What the variable sets wins over what the file says: Compose 2.40.3. */
    @Test
    void anEnvironmentFileNamesTheProject() {
        Run run = Run.in(directory).file("compose.yaml", BASE);
        assertThat(run.check("--select", "project-name-missing", "compose.yaml").findings())
                .isEqualTo("compose.yaml project-name-missing\n");
        run.file(".env", "COMPOSE_PROJECT_NAME=set\n");
        assertThat(run.check("--select", "project-name-missing", "compose.yaml").findings())
                .isEmpty();
        run.file("compose.yaml", "name: written\n" + BASE);
        assertThat(run.plimsoll("model", "compose.yaml").out()).contains("\"project\":\"set\"");
    }

    /** A file for one's own additions may hold nothing but a comment. */
    @Test
    void aVariantWithoutContentIsNoErrorBesideABaseFile() {
        run.file("own/compose.yaml", "services:\n  web:\n    image: nginx:1.27\n")
                .file("own/compose.extras.yaml", "# put services of your own here\n");
        assertThat(run.check("own").findings()).isEmpty();
        assertThat(run.check("--file", "own/compose.extras.yaml").findings()).contains("yaml-syntax");
    }

    /** A file of services to extend, each a variant of the same one. */
    @Test
    void aFileThatTheBaseFileNamesIsAPartOfIt() {
        run.file(
                        "compose.yaml",
                        "services:\n  app:\n    image: nginx:1.29\n    extends: {file: compose.parts.yml, service: \"${PART:-a}\"}\n")
                .file(
                        "compose.parts.yml",
                        "services:\n  a:\n    ports: [\"8642:80\"]\n  b:\n    ports: [\"8642:80\"]\n");
        assertThat(run.check("compose.parts.yml").findings()).isEmpty();
    }

    @Test
    void aSampleOfAnEnvironmentFileSaysWhatToSet() {
        run.file(
                "handed/compose.yaml",
                "services: {app: {image: example/app, mem_limit: '${MEM}', memswap_limit: '${SWAP}'}}\n");
        assertThat(unset(run))
                .contains("memory limit of \"app\" is ${MEM}")
                .contains("swap limit of \"app\" is ${SWAP}");
        run.file("handed/sample.env", "export SWAP=1g\n# MEM=1g\n").file("handed/other.env", "MEM=1g\n");
        assertThat(unset(run)).contains("memory limit of \"app\" is ${MEM}").doesNotContain("SWAP");
        run.file("handed/.env.example", "MEM=\nSWAP=\"open\n");
        assertThat(unset(run)).isEmpty();
    }

    private static String unset(Run run) {
        return run.plimsoll("check", "--isolated", "--select", "variable-unset", "--output", "concise", "handed")
                .out();
    }

    @Test
    void filesThatDockerPassesOverAreToldUnlessSomebodyAsksForThem() {
        run.file("compose.yaml", "services: {app: {image: example/app}}\n")
                .file("compose.override.yaml", "services: {app: {tty: true}}\n")
                .file("docker-compose.yml", "services: {old: {image: example/app}}\n")
                .file("docker-compose.override.yml", "services: {old: {tty: true}}\n");
        Run.Result both = run.check();
        assertThat(both.findings()).isEqualTo("compose.override.yaml file-shadowed\ncompose.yaml file-shadowed\n");
        assertThat(both.out())
                .contains("docker compose reads compose.yaml and ignores docker-compose.yml beside it")
                .contains(
                        "docker compose reads compose.override.yaml and ignores docker-compose.override.yml beside it");
        assertThat(run.check("compose.yaml", "docker-compose.yml").findings())
                .isEqualTo("compose.override.yaml file-shadowed\n");
        assertThat(run.check("docker-compose.yml").findings()).isEmpty();
        assertThat(run.check("-f", "compose.yaml").findings()).isEmpty();
        run.file(".env", "COMPOSE_FILE=docker-compose.yml\n");
        assertThat(run.check().findings()).isEmpty();
    }
}
