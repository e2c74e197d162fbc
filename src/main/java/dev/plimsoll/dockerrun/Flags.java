package dev.plimsoll.dockerrun;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The flags of {@code docker run}, {@code create} and {@code volume create}, hidden and deprecated ones included, and those
 * that {@code podman run} has besides. Source: docker/cli 28 cli/command/container/opts.go, run.go, create.go,
 * cli/command/volume/create.go; podman-run(1).
 */
final class Flags {
    /** The letter of podman's own flags. */
    private static final char PODMAN = 'p';

    /**
     * Long name, letter, how often it counts, the commands that have it (r run, c create, v volume create, p podman run and
     * create), the grammar of its value, the Compose key that says the same. A constant and no resource: reading one costs
     * more than splitting it.
     */
    private static final String TABLE = """
            add-host                - list    rc  EXTRA_HOST     extra_hosts
            annotation              - list    rc  TEXT           annotations
            attach                  a list    rc  STREAM         -
            blkio-weight            - single  rc  UINT16         -
            blkio-weight-device     - list    rc  DEVICE_WEIGHT  -
            cap-add                 - list    rc  TEXT           cap_add
            cap-drop                - list    rc  TEXT           cap_drop
            cgroup-parent           - single  rc  TEXT           cgroup_parent
            cgroupns                - single  rc  CGROUP_MODE    cgroup
            cidfile                 - single  rc  TEXT           -
            cpu-count               - single  rc  INTEGER        cpu_count
            cpu-percent             - single  rc  INTEGER        cpu_percent
            cpu-period              - single  rc  INTEGER        cpu_period
            cpu-quota               - single  rc  INTEGER        cpu_quota
            cpu-rt-period           - single  rc  INTEGER        cpu_rt_period
            cpu-rt-runtime          - single  rc  INTEGER        cpu_rt_runtime
            cpu-shares              c single  rc  INTEGER        cpu_shares
            cpus                    - single  rc  CPUS           cpus
            cpuset-cpus             - single  rc  TEXT           cpuset
            cpuset-mems             - single  rc  TEXT           -
            detach                  d boolean r   BOOLEAN        -
            detach-keys             - single  r   TEXT           -
            device                  - list    rc  DEVICE         devices
            device-cgroup-rule      - list    rc  DEVICE_RULE    device_cgroup_rules
            device-read-bps         - list    rc  DEVICE_BYTES   -
            device-read-iops        - list    rc  DEVICE_COUNT   -
            device-write-bps        - list    rc  DEVICE_BYTES   -
            device-write-iops       - list    rc  DEVICE_COUNT   -
            disable-content-trust   - boolean rc  BOOLEAN        -
            dns                     - list    rc  ADDRESS        dns
            dns-opt                 - list    rc  TEXT           dns_opt
            dns-option              - list    rc  TEXT           dns_opt
            dns-search              - list    rc  DOMAIN         dns_search
            domainname              - single  rc  TEXT           domainname
            entrypoint              - single  rc  TEXT           entrypoint
            env                     e list    rc  VARIABLE       environment
            env-file                - list    rc  TEXT           env_file
            expose                  - list    rc  EXPOSED_PORT   expose
            gpus                    - single  rc  GPUS           gpus
            group-add               - list    rc  TEXT           group_add
            health-cmd              - single  rc  TEXT           -
            health-interval         - single  rc  DURATION       -
            health-retries          - single  rc  COUNT          -
            health-start-interval   - single  rc  DURATION       -
            health-start-period     - single  rc  DURATION       -
            health-timeout          - single  rc  DURATION       -
            help                    - boolean rcv BOOLEAN        -
            hostname                h single  rc  TEXT           hostname
            init                    - boolean rc  BOOLEAN        init
            interactive             i boolean rc  BOOLEAN        stdin_open
            io-maxbandwidth         - single  rc  SIZE           -
            io-maxiops              - single  rc  UINT64         -
            ip                      - single  rc  TEXT           -
            ip6                     - single  rc  TEXT           -
            ipc                     - single  rc  TEXT           ipc
            isolation               - single  rc  TEXT           isolation
            kernel-memory           - single  rc  SIZE           -
            label                   l list    rc  LABEL          labels
            label-file              - list    rc  TEXT           label_file
            link                    - list    rc  LINK           links
            link-local-ip           - list    rc  TEXT           -
            log-driver              - single  rc  TEXT           -
            log-opt                 - list    rc  TEXT           -
            mac-address             - single  rc  MAC_ADDRESS    mac_address
            memory                  m single  rc  SIZE           mem_limit
            memory-reservation      - single  rc  SIZE           mem_reservation
            memory-swap             - single  rc  SWAP           memswap_limit
            memory-swappiness       - single  rc  SWAPPINESS     mem_swappiness
            mount                   - list    rc  MOUNT          volumes
            name                    - single  rc  TEXT           container_name
            net                     - list    rc  NETWORK        network_mode
            net-alias               - list    rc  TEXT           -
            network                 - list    rc  NETWORK        network_mode
            network-alias           - list    rc  TEXT           -
            no-healthcheck          - boolean rc  BOOLEAN        -
            oom-kill-disable        - boolean rc  BOOLEAN        oom_kill_disable
            oom-score-adj           - single  rc  INTEGER        oom_score_adj
            pid                     - single  rc  PID_MODE       pid
            pids-limit              - single  rc  INTEGER        pids_limit
            platform                - single  rc  PLATFORM       platform
            privileged              - boolean rc  BOOLEAN        privileged
            publish                 p list    rc  PORT           ports
            publish-all             P boolean rc  BOOLEAN        -
            pull                    - single  rc  PULL_POLICY    pull_policy
            quiet                   q boolean rc  BOOLEAN        -
            read-only               - boolean rc  BOOLEAN        read_only
            restart                 - single  rc  RESTART_POLICY restart
            rm                      - boolean rc  BOOLEAN        -
            runtime                 - single  rc  TEXT           runtime
            security-opt            - list    rc  SECURITY       security_opt
            shm-size                - single  rc  SIZE           shm_size
            sig-proxy               - boolean r   BOOLEAN        -
            stop-signal             - single  rc  TEXT           stop_signal
            stop-timeout            - single  rc  INTEGER        stop_grace_period
            storage-opt             - list    rc  KEY_VALUE      storage_opt
            sysctl                  - list    rc  SYSCTL         sysctls
            tmpfs                   - list    rc  TEXT           tmpfs
            tty                     t boolean rc  BOOLEAN        tty
            ulimit                  - list    rc  ULIMIT         ulimits
            use-api-socket          - boolean rc  BOOLEAN        -
            user                    u single  rc  TEXT           user
            userns                  - single  rc  HOST_MODE      userns_mode
            uts                     - single  rc  HOST_MODE      uts
            volume                  v list    rc  VOLUME         volumes
            volume-driver           - single  rc  TEXT           volume_driver
            volumes-from            - list    rc  TEXT           volumes_from
            workdir                 w single  rc  TEXT           working_dir
            availability            - single  v   TEXT           -
            driver                  d single  v   TEXT           driver
            group                   - single  v   TEXT           -
            label                   - list    v   LABEL          labels
            limit-bytes             - single  v   SIZE           -
            name                    - single  v   TEXT           name
            opt                     o list    v   TEXT           driver_opts
            required-bytes          - single  v   SIZE           -
            scope                   - single  v   TEXT           -
            secret                  - list    v   TEXT           -
            sharing                 - single  v   TEXT           -
            topology-preferred      - list    v   TEXT           -
            topology-required       - list    v   TEXT           -
            type                    - single  v   TEXT           -
            arch                    - single  p   TEXT           -
            authfile                - single  p   TEXT           -
            cert-dir                - single  p   TEXT           -
            cgroup-conf             - list    p   TEXT           -
            cgroups                 - single  p   TEXT           -
            chrootdirs              - list    p   TEXT           -
            conmon-pidfile          - single  p   TEXT           -
            creds                   - single  p   TEXT           -
            decryption-key          - list    p   TEXT           -
            env-host                - boolean p   BOOLEAN        -
            env-merge               - list    p   TEXT           -
            gidmap                  - list    p   TEXT           -
            group-entry             - single  p   TEXT           -
            health-log-destination  - single  p   TEXT           -
            health-max-log-count    - single  p   TEXT           -
            health-max-log-size     - single  p   TEXT           -
            health-on-failure       - single  p   TEXT           -
            health-startup-cmd      - single  p   TEXT           -
            health-startup-interval - single  p   TEXT           -
            health-startup-retries  - single  p   TEXT           -
            health-startup-success  - single  p   TEXT           -
            health-startup-timeout  - single  p   TEXT           -
            hosts-file              - single  p   TEXT           -
            hostuser                - list    p   TEXT           -
            http-proxy              - boolean p   BOOLEAN        -
            image-volume            - single  p   TEXT           -
            init-ctr                - single  p   TEXT           -
            init-path               - single  p   TEXT           -
            no-hostname             - boolean p   BOOLEAN        -
            no-hosts                - boolean p   BOOLEAN        -
            os                      - single  p   TEXT           -
            passwd                  - boolean p   BOOLEAN        -
            passwd-entry            - single  p   TEXT           -
            personality             - single  p   TEXT           -
            pidfile                 - single  p   TEXT           -
            pod                     - single  p   TEXT           -
            pod-id-file             - single  p   TEXT           -
            preserve-fd             - single  p   TEXT           -
            preserve-fds            - single  p   TEXT           -
            rdt-class               - single  p   TEXT           -
            read-only-tmpfs         - boolean p   BOOLEAN        -
            replace                 - boolean p   BOOLEAN        -
            requires                - list    p   TEXT           -
            retry                   - single  p   TEXT           -
            retry-delay             - single  p   TEXT           -
            rmi                     - boolean p   BOOLEAN        -
            rootfs                  - boolean p   BOOLEAN        -
            sdnotify                - single  p   TEXT           -
            seccomp-policy          - single  p   TEXT           -
            secret                  - list    p   TEXT           -
            shm-size-systemd        - single  p   TEXT           -
            subgidname              - single  p   TEXT           -
            subuidname              - single  p   TEXT           -
            systemd                 - single  p   TEXT           -
            timeout                 - single  p   TEXT           -
            tls-verify              - boolean p   BOOLEAN        -
            tz                      - single  p   TEXT           -
            uidmap                  - list    p   TEXT           -
            umask                   - single  p   TEXT           -
            unsetenv                - list    p   TEXT           -
            unsetenv-all            - boolean p   BOOLEAN        -
            variant                 - single  p   TEXT           -
            """;

    private static final List<Flag> ALL = parse(TABLE);

    private Flags() {}

    private static List<Flag> parse(String table) {
        List<Flag> flags = new ArrayList<>();
        int from = 0;
        while (from < table.length()) {
            int end = table.indexOf('\n', from);
            flags.add(row(table, from, end));
            from = end + 1;
        }
        return List.copyOf(flags);
    }

    private static Flag row(String table, int from, int end) {
        String[] columns = new String[6];
        int at = from;
        for (int i = 0; i < columns.length; i++) {
            int start = at;
            while (at < end && table.charAt(at) != ' ') {
                at++;
            }
            columns[i] = table.substring(start, at);
            while (at < end && table.charAt(at) == ' ') {
                at++;
            }
        }
        return new Flag(
                columns[0],
                columns[1].equals("-") ? 0 : columns[1].charAt(0),
                kind(columns[2]),
                columns[3],
                Grammar.valueOf(columns[4]),
                columns[5].equals("-") ? "" : columns[5]);
    }

    private static Flag.Kind kind(String word) {
        return switch (word) {
            case "boolean" -> Flag.Kind.BOOLEAN;
            case "list" -> Flag.Kind.LIST;
            default -> Flag.Kind.SINGLE;
        };
    }

    /** The flags of a command, in the order of the table. */
    static List<Flag> of(CommandKind command, boolean podman) {
        List<Flag> flags = new ArrayList<>();
        for (Flag flag : ALL) {
            if (has(flag, command, podman)) {
                flags.add(flag);
            }
        }
        return flags;
    }

    private static boolean has(Flag flag, CommandKind command, boolean podman) {
        boolean podmans = podman
                && command != CommandKind.VOLUME_CREATE
                && flag.commands().indexOf(PODMAN) >= 0;
        return podmans || flag.commands().indexOf(command.letter()) >= 0;
    }

    /** The flag of a long name; null if the command has none. */
    static @Nullable Flag named(String name, CommandKind command, boolean podman) {
        for (Flag flag : ALL) {
            if (flag.name().equals(name) && has(flag, command, podman)) {
                return flag;
            }
        }
        return null;
    }

    /** The flag of a letter; null if the command has none. */
    static @Nullable Flag lettered(char letter, CommandKind command, boolean podman) {
        for (Flag flag : ALL) {
            if (flag.shortName() == letter && letter != 0 && has(flag, command, podman)) {
                return flag;
            }
        }
        return null;
    }
}
