package dev.plimsoll.rule.compose;

import dev.plimsoll.model.ImageReference;

/** What is known of the health checks of Docker's official images. */
final class OfficialImages {
    private OfficialImages() {}

    /**
     * Whether an image brings no {@code HEALTHCHECK}. The official images have none, as a matter of policy; listed are
     * those that others wait for and whose Dockerfiles hold to it in all their versions. Source: docker-library/faq,
     * "HEALTHCHECK".
     */
    static boolean lackHealthCheck(ImageReference image) {
        if (!image.registry().isEmpty()) {
            return false;
        }
        return switch (image.repository()) {
            case "postgres", "mysql", "mariadb", "percona", "mongo", "couchdb", "cassandra", "neo4j" -> true;
            case "redis", "valkey", "memcached", "rabbitmq", "nats", "eclipse-mosquitto", "zookeeper" -> true;
            case "elasticsearch", "solr", "influxdb", "nginx", "httpd", "caddy", "haproxy", "traefik" -> true;
            case "alpine", "busybox", "debian", "ubuntu", "node", "python", "golang", "ruby", "php" -> true;
            case "openjdk", "eclipse-temurin", "wordpress", "registry" -> true;
            default -> false;
        };
    }
}
