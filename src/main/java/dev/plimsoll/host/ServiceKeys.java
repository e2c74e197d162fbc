package dev.plimsoll.host;

import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import java.util.Set;

/**
 * The keys by which the services of Compose are told from those of others: the containers of Symfony, the backends of
 * Traefik, the values of a Helm chart stand below {@code services:} too. Source: the Compose Specification, "Services".
 */
final class ServiceKeys {
    /** What a service is made of; nothing else has it below a service. */
    private static final Set<String> TELLING = Set.of("image", "build", "container_name", "env_file", "depends_on");

    private static final Set<String> OTHERS = Set.of(
            "annotations",
            "attach",
            "blkio_config",
            "cap_add",
            "cap_drop",
            "cgroup",
            "cgroup_parent",
            "command",
            "configs",
            "cpu_count",
            "cpu_percent",
            "cpu_period",
            "cpu_quota",
            "cpu_rt_period",
            "cpu_rt_runtime",
            "cpu_shares",
            "cpus",
            "cpuset",
            "credential_spec",
            "deploy",
            "develop",
            "device_cgroup_rules",
            "devices",
            "dns",
            "dns_opt",
            "dns_search",
            "domainname",
            "entrypoint",
            "environment",
            "expose",
            "extends",
            "external_links",
            "extra_hosts",
            "gpus",
            "group_add",
            "healthcheck",
            "hostname",
            "init",
            "ipc",
            "isolation",
            "labels",
            "label_file",
            "links",
            "logging",
            "mac_address",
            "mem_limit",
            "mem_reservation",
            "mem_swappiness",
            "memswap_limit",
            "models",
            "network_mode",
            "networks",
            "oom_kill_disable",
            "oom_score_adj",
            "pid",
            "pids_limit",
            "platform",
            "ports",
            "post_start",
            "pre_stop",
            "privileged",
            "profiles",
            "provider",
            "pull_policy",
            "read_only",
            "restart",
            "runtime",
            "scale",
            "secrets",
            "security_opt",
            "shm_size",
            "stdin_open",
            "stop_grace_period",
            "stop_signal",
            "storage_opt",
            "sysctls",
            "tmpfs",
            "tty",
            "ulimits",
            "use_api_socket",
            "user",
            "userns_mode",
            "uts",
            "volumes",
            "volumes_from",
            "working_dir");

    private ServiceKeys() {}

    /**
     * Whether services are those of Compose: one has a key that only those have, or more of their keys are known to Compose
     * than not.
     */
    static boolean areThoseOf(YamlMapping services) {
        int known = 0;
        int unknown = 0;
        for (YamlMapping.Entry entry : services.entries()) {
            if (!(entry.value() instanceof YamlMapping service)) {
                continue;
            }
            for (YamlMapping.Entry setting : service.entries()) {
                String key = name(setting.key());
                if (TELLING.contains(key)) {
                    return true;
                }
                boolean neutral = key.startsWith("x-") || key.equals("<<");
                known += OTHERS.contains(key) ? 1 : 0;
                unknown += neutral || OTHERS.contains(key) ? 0 : 1;
            }
        }
        return known > unknown || unknown == 0;
    }

    /** Whether a service has a key that only those of Compose have. */
    static boolean tell(YamlMapping services) {
        for (YamlMapping.Entry entry : services.entries()) {
            if (entry.value() instanceof YamlMapping service) {
                for (YamlMapping.Entry setting : service.entries()) {
                    if (TELLING.contains(name(setting.key()))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String name(YamlNode key) {
        return key instanceof YamlScalar scalar ? scalar.value() : "";
    }
}
