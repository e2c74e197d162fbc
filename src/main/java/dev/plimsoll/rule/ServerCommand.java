package dev.plimsoll.rule;

import dev.plimsoll.model.CommandLine;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.ImageReference;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a container runs the server that its image is made for. One of the same image with another program is a client, a
 * backup or a job that sets things up, and keeps no data of its own.
 */
public final class ServerCommand {
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
            "influxdb3",
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

    /** Words behind the program's own name with which it serves: {@code milvus run standalone}. */
    private static final Set<String> SERVING = Set.of("run", "daemon");

    /** What does nothing itself but start the words behind it: the images' own script, and the word of a shell. */
    private static final Set<String> STARTERS = Set.of("docker-entrypoint.sh", "exec");

    private ServerCommand() {}

    /** Whether it does, by its own command and entrypoint or those of the image that is built here. */
    public static boolean isRunBy(Container container) {
        Field<CommandLine> entrypoint = container.effectiveEntrypoint();
        Field<CommandLine> command = container.effectiveCommand();
        if (entrypoint.isAbsent()) {
            List<Text> words = words(command);
            return words.isEmpty()
                    ? command.isAbsent()
                    : words.get(0).value().startsWith("-") || startsServer(words, container);
        }
        List<Text> words = new ArrayList<>(words(entrypoint));
        if (words.isEmpty()) {
            return false;
        }
        words.addAll(words(command));
        return startsServer(words, container);
    }

    /** The words of a command, or those of the script that it hands to a shell; none if they are not known. */
    private static List<Text> words(Field<CommandLine> command) {
        CommandLine line = command.orNull();
        if (line == null) {
            return List.of();
        }
        return line.script().isEmpty() ? line.words() : line.script();
    }

    private static boolean startsServer(List<Text> words, Container container) {
        int first = 0;
        while (first < words.size()
                && STARTERS.contains(lastPart(words.get(first).value()))) {
            first++;
        }
        if (first == words.size()) {
            return false;
        }
        String program = lastPart(words.get(first).value());
        return SERVERS.contains(program)
                || (isNamedLikeImage(program, container) && startsServing(words.subList(first, words.size())));
    }

    /** Most programs are called as the image is: {@code couchdb}, {@code rethinkdb}. */
    private static boolean isNamedLikeImage(String program, Container container) {
        Optional<ImageReference> image = container.contents();
        return image.isPresent() && program.equals(lastPart(image.get().repository())) && !CLIENTS.contains(program);
    }

    /** Whether no subcommand asks such a program for anything else: {@code registry garbage-collect}. */
    private static boolean startsServing(List<Text> words) {
        String second = words.size() < 2 ? "-" : words.get(1).value();
        return second.startsWith("-") || SERVERS.contains(second) || SERVING.contains(second);
    }

    private static String lastPart(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
