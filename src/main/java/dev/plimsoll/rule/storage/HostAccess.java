package dev.plimsoll.rule.storage;

import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.ImageReference;
import java.util.Set;

/** Images that are made to look at the host they run on, so that its paths and its engine are mounted on purpose. */
final class HostAccess {
    /**
     * Repositories, without the registry and the tag. Each one's installation guide mounts the engine's socket or
     * directories of the host.
     */
    private static final Set<String> MANAGERS = Set.of(
            "portainer/portainer",
            "portainer/portainer-ce",
            "portainer/portainer-ee",
            "portainer/agent",
            "traefik",
            "containrrr/watchtower",
            "nickfedor/watchtower",
            "v2tec/watchtower",
            "tecnativa/docker-socket-proxy",
            "linuxserver/socket-proxy",
            "wollomatic/socket-proxy",
            "11notes/socket-proxy",
            "amir20/dozzle",
            "louislam/dockge",
            "louislam/uptime-kuma",
            "nginxproxy/nginx-proxy",
            "jwilder/nginx-proxy",
            "nginxproxy/acme-companion",
            "nginxproxy/docker-gen",
            "jwilder/docker-gen",
            "jrcs/letsencrypt-nginx-proxy-companion",
            "lucaslorentz/caddy-docker-proxy",
            "willfarrell/autoheal",
            "gitlab/gitlab-runner",
            "gitea/act_runner",
            "myoung34/github-runner",
            "drone/drone-runner-docker",
            "woodpeckerci/woodpecker-agent",
            "jenkins/inbound-agent",
            "jenkins/agent",
            "buildkite/agent",
            "teamcity-agent",
            "jetbrains/teamcity-agent",
            "cadvisor/cadvisor",
            "google/cadvisor",
            "prom/node-exporter",
            "prometheus/node-exporter",
            "datadog/agent",
            "datadog/docker-dd-agent",
            "netdata/netdata",
            "telegraf",
            "grafana/promtail",
            "grafana/alloy",
            "grafana/agent",
            "timberio/vector",
            "fluent/fluent-bit",
            "fluent/fluentd",
            "elastic/filebeat",
            "beats/filebeat",
            "beats/metricbeat",
            "elastic/metricbeat",
            "elastic-agent/elastic-agent",
            "beats/elastic-agent",
            "gliderlabs/logspout",
            "newrelic/infrastructure",
            "nicolargo/glances",
            "homepage",
            "gethomepage/homepage",
            "benphelps/homepage",
            "diun/diun",
            "crazymax/diun",
            "offen/docker-volume-backup",
            "mcuadros/ofelia",
            "aquasec/trivy",
            "falcosecurity/falco",
            "wagoodman/dive",
            "docker",
            "localstack/localstack",
            "henrygd/beszel-agent",
            "coollabsio/coolify",
            "dokploy/dokploy",
            "zabbix/zabbix-agent2",
            "checkmk/check-mk-raw");

    private HostAccess() {}

    /** Whether its image is one of those, from whatever registry. */
    static boolean isPurpose(Container container, ImageCatalog images) {
        ImageReference image = container.contents().orElse(null);
        return image != null && (MANAGERS.contains(image.repository()) || MANAGERS.contains(images.hubName(image)));
    }
}
