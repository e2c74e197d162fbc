package dev.plimsoll.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Valid Compose files in all the ways in which people write them: block and flow, quotes, comments, anchors, indents. */
final class ComposeFiles {
    private static final List<String> IMAGES = List.of(
            "    image: redis\n",
            "    image: \"postgres:16\"\n",
            "    image: mysql:8 # the database\n",
            "    image: ${IMAGE:-mongo}\n",
            "    image: example/app\n    command: [\"--flag\", x]\n",
            "    image: postgres:17\n    environment: {PGDATA: \"/data #1: x/pg\"}\n",
            "");

    /** Names of services; only the first are such as Compose takes. */
    private static final List<String> NAMES =
            List.of("a", "a", "a.b-c_d", "1", "\"we\\nird\\e[31m\"", "界面", "'it''s #1'", "x y", "\"a: b\"", "\"{\"");

    private static final List<String> TMPFS = List.of(
            "",
            "    tmpfs:\n",
            "    tmpfs: []\n",
            "    tmpfs: /data\n",
            "    tmpfs: '/data:size=64mb'\n",
            "    tmpfs: /var/lib/mysql:size=1g,  # data\n",
            "    tmpfs: [/tmp, /data]\n",
            "    tmpfs: [ \"/tmp:size=512m\", /data:size=2g ]\n",
            "    tmpfs:\n      - /tmp\n      # the data\n      - \"/var/lib/mysql:mode=1777\" # here\n",
            "    tmpfs:\n    - /data/db\n",
            "    tmpfs:\n    -   /data:noexec,tmpfs-size=1m\n    -   /run:size=0\n\n    # behind\n",
            "    tmpfs: *t\n",
            "    tmpfs:\n      - *i\n      - /data\n",
            "    tmpfs: &own\n      - /data\n",
            "    tmpfs: >-\n      /data:size=1.5g\n",
            "    tmpfs: |\n      /data\n",
            "    tmpfs: ${TMPFS:-/data}\n",
            "    tmpfs: [\"/tmp:size=${S}\", '/data:size=${S:-8mb}']\n",
            "    tmpfs: !override [/data]\n",
            "    tmpfs: \"/d\\x61ta:size=64mb\"\n",
            "    tmpfs: [\"/data #1: x\"]\n",
            "    tmpfs: '/data #1: x/pg:size=64mb'\n",
            "    tmpfs: {a: b}\n");

    private static final List<String> VOLUMES = List.of(
            "",
            "    volumes:\n",
            "    volumes: []\n",
            "    volumes:\n      - data:/cache\n",
            "    volumes: [\"data:/data:ro\", ./x:/y]\n",
            "    volumes:\n    - type: tmpfs\n      target: /data\n    # last\n",
            "    volumes:\n      - type: tmpfs\n        target: /var/lib/mysql\n        tmpfs:\n          mode: 1777\n",
            "    volumes:\n      - type: tmpfs\n        target: /x\n        tmpfs: {mode: 0755}\n      - {type: tmpfs,"
                    + " target: /data/db}\n",
            "    volumes:\n      - type: tmpfs\n        target: /x\n        tmpfs:\n          size: \n",
            "    volumes:\n      - type: tmpfs\n        target: /x\n        tmpfs:\n",
            "    volumes:\n      - target: /x\n        type: tmpfs\n        tmpfs: {}\n",
            "    volumes:\n      - type: tmpfs\n        target: /x\n        tmpfs: {size: 1g, mode: 777}\n",
            "    volumes:\n      - type: volume\n        source: data\n        target: /data\n",
            "    volumes: !reset []\n");

    private static final List<String> MEMORY = List.of(
            "",
            "    mem_limit: 1g\n",
            "    mem_limit: \"512m\"   # enough\n",
            "    mem_limit: 512\n",
            "    mem_limit: # later\n",
            "    mem_limit:\n",
            "    mem_limit: null\n",
            "    mem_limit: ~\n",
            "    mem_limit: ${M:-1g}\n",
            "    mem_limit: *m\n",
            "    mem_limit: &mine 256m\n",
            "    mem_limit: >-\n      1g\n",
            "    mem_limit: !!str 512\n",
            "    mem_limit: 1.5\n",
            "    mem_limit: !reset null\n",
            "    mem_limit:\n      1g\n",
            "    mem_limit: '64'\n    mem_reservation: 5\n",
            "    \"mem_limit\": 1g\n",
            "    ? mem_limit\n    : 1g\n");

    private static final List<String> SWAP = List.of(
            "",
            "",
            "    memswap_limit: -1\n",
            "    memswap_limit: \"-1\"\n",
            "    memswap_limit: 100m # swap only\n",
            "    memswap_limit:\n",
            "    memswap_limit: ${S:-2g}\n",
            "    memswap_limit: 2g\n",
            "    memswap_limit: 0\n",
            "    memswap_limit: *m\n",
            "    memswap_limit:\n      64m\n");

    private static final List<String> DEPLOY = List.of(
            "",
            "",
            "    deploy:\n",
            "    deploy: {}\n",
            "    deploy:\n      replicas: 2\n",
            "    deploy:\n      resources:\n        limits:\n          memory: 1g\n",
            "    deploy:\n      resources:\n        limits:\n          memory:\n",
            "    deploy:\n      resources:\n        limits:\n          cpus: '1'\n        reservations:\n          memory: 5m\n",
            "    deploy: {resources: {limits: {memory: 512m}}}\n",
            "    deploy: {resources: {limits: {cpus: '1'}}}\n",
            "    deploy: *d\n",
            "    deploy:\n      resources:\n        limits: {}\n",
            "    deploy:\n      resources:\n        limits:\n          <<: *l\n          cpus: '1'\n");

    private static final List<String> REST = List.of(
            "",
            "",
            "    <<: *s\n",
            "    shm_size: 1g\n",
            "    # the end",
            "    environment:\n      A: |\n        text\n\n\n",
            "    command: >\n      sh -c \"x\"\n\n",
            "    labels: [\"a=b\",\n      \"c=d\"]\n",
            "    extends: {service: b}\n");

    private static final List<String> TOPS = List.of(
            "",
            "",
            "volumes:\n",
            "volumes: {}\n",
            "volumes: {data: }\n",
            "volumes: {data: {driver_opts: {type: tmpfs, device: tmpfs}}}\n",
            "volumes:\n  data:\n",
            "volumes:\n    data:\n        driver_opts:\n            type: tmpfs\n            device: tmpfs\n",
            "volumes:\n  data:\n    driver_opts: {type: tmpfs, device: tmpfs, o: 'mode=0700'}\n  # the end\n",
            "volumes:\n  data:\n    driver_opts:\n      type: tmpfs\n      device: tmpfs\n      o: \"uid=5,size=0\"\n",
            "volumes:\n  data:\n    driver_opts:\n      type: tmpfs\n      device: tmpfs\n      o:\n",
            "volumes: # none\nnetworks:\n  n:\n",
            "volumes: ~\n",
            "networks: {n: }\n",
            "x-text: |\n  text\n\n\n",
            "# behind\n",
            "...\n");

    private static final String ANCHORS = """
            x-t: &t [/data, /tmp]
            x-i: &i /tmp:size=64mb
            x-m: &m 512m
            x-l: &l {memory: 1g}
            x-d: &d {resources: {limits: *l}}
            x-s: &s
              mem_limit: 128m
              tmpfs:
                - /var/lib/mysql
              volumes:
              - data:/z
            """;

    private ComposeFiles() {}

    /** Files of one or two services. */
    static Arbitrary<String> all() {
        Arbitrary<String> bodies = Combinators.combine(
                        Arbitraries.of(IMAGES),
                        Arbitraries.of(TMPFS),
                        Arbitraries.of(VOLUMES),
                        Arbitraries.of(MEMORY),
                        Arbitraries.of(SWAP),
                        Arbitraries.of(DEPLOY),
                        Arbitraries.of(REST),
                        Arbitraries.integers().between(0, 6))
                .as((image, tmpfs, volumes, memory, swap, deploy, rest, turn) -> {
                    List<String> parts = new ArrayList<>(List.of(image, tmpfs, volumes, memory, swap, deploy, rest));
                    Collections.rotate(parts, turn);
                    return String.join("", parts);
                });
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        bodies,
                        bodies.injectNull(0.6),
                        Arbitraries.of(TOPS),
                        Arbitraries.of(TOPS),
                        Arbitraries.of(Layout.values()),
                        Arbitraries.of("\n", "\r\n"),
                        Arbitraries.of(true, false))
                .as(ComposeFiles::file);
    }

    /** What is done with the whole text. */
    private enum Layout {
        PLAIN,
        INDENTED,
        DOCUMENT_START,
        BYTE_ORDER_MARK,
        FOUR_SPACES
    }

    private static String file(
            String name,
            String first,
            String second,
            String above,
            String below,
            Layout layout,
            String lineBreak,
            boolean ended) {
        StringBuilder text = new StringBuilder(ANCHORS);
        if (!above.startsWith("...") && !above.startsWith("volumes")) {
            text.append(above);
        } else if (above.startsWith("volumes") && !below.startsWith("volumes")) {
            text.append(above);
        }
        text.append("services:\n  ").append(name).append(":\n").append(first);
        if (second != null) {
            ensureBreak(text);
            text.append("\n  b:\n").append(second);
        }
        ensureBreak(text);
        boolean twice = !below.isEmpty() && !below.startsWith("#") && below.equals(above);
        text.append(twice ? "" : below);
        String whole = text.toString();
        whole = switch (layout) {
            case PLAIN -> whole;
            case INDENTED ->
                whole.endsWith("...\n")
                        ? whole
                        : "  " + whole.replace("\n", "\n  ").stripTrailing() + "\n";
            case DOCUMENT_START -> "---\n" + whole;
            case BYTE_ORDER_MARK -> "\uFEFF" + whole;
            case FOUR_SPACES -> whole.replace("  ", "    ");
        };
        whole = ended ? whole : whole.stripTrailing();
        return whole.replace("\n", lineBreak);
    }

    private static void ensureBreak(StringBuilder text) {
        if (text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
