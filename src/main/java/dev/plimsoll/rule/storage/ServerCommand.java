package dev.plimsoll.rule.storage;

import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.source.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a container runs the server that its image is made for. One of the same image with another program is a client, a
 * backup or a job that sets things up, and keeps no data of its own.
 */
final class ServerCommand {
    /** Programs and words with which a command starts the server of an image. Source: the images' entrypoints. */
    private static final Set<String> SERVERS = Set.of(
            "postgres",
            "mysqld",
            "mysqld_safe",
            "mariadbd",
            "mongod",
            "redis-server",
            "valkey-server",
            "keydb-server",
            "clickhouse-server",
            "influxd",
            "cassandra",
            "neo4j",
            "elasticsearch",
            "eswrapper",
            "opensearch",
            "rabbitmq-server",
            "etcd",
            "server",
            "serve",
            "start",
            "start-single-node",
            "apache2-foreground",
            "php-fpm");

    /** Images whose name is also that of their client. */
    private static final Set<String> CLIENTS = Set.of("mysql", "mariadb", "mongo");

    private ServerCommand() {}

    /** Whether it does, by its own command and entrypoint or those of the image that is built here. */
    static boolean isRunBy(Container container) {
        if (!container.effectiveEntrypoint().isAbsent()) {
            return false;
        }
        Field<CommandLine> command = container.effectiveCommand();
        CommandLine line = command.orNull();
        if (line == null || line.words().isEmpty()) {
            return command.isAbsent();
        }
        String first = line.words().get(0).value();
        String program = lastPart(first);
        return first.startsWith("-")
                || SERVERS.contains(program)
                || (isNamedLikeImage(program, container) && startsServing(line.words()));
    }

    /** Most programs are called as the image is: {@code couchdb}, {@code rethinkdb}. */
    private static boolean isNamedLikeImage(String program, Container container) {
        Optional<ImageReference> image = container.contents();
        return image.isPresent() && program.equals(lastPart(image.get().repository())) && !CLIENTS.contains(program);
    }

    /** Whether no subcommand asks such a program for anything else: {@code registry garbage-collect}. */
    private static boolean startsServing(List<Text> words) {
        String second = words.size() < 2 ? "-" : words.get(1).value();
        return second.startsWith("-") || SERVERS.contains(second);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
