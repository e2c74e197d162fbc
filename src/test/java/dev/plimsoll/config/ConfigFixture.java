package dev.plimsoll.config;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.source.TrustBoundary;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configurations from texts. */
final class ConfigFixture {
    private ConfigFixture() {}

    /** Reads a file of a directory. */
    static Config read(Path directory, String name) throws InputException {
        ConfigReader reader = new ConfigReader(
                RuleCatalog.builtIn(),
                file -> directory.relativize(file.toPath()).toString().replace(File.separatorChar, '/'),
                new TrustBoundary(directory.toFile()));
        return reader.read(directory.resolve(name).toFile(), directory.toFile());
    }

    /** Writes a file into a directory. */
    static void write(Path directory, String name, String text) {
        try {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code path:line:column: message} of what is wrong with a text; empty if nothing is. */
    static String problem(String text) {
        try {
            Path directory = Files.createTempDirectory("plimsoll");
            write(directory, ".plimsoll.yaml", text);
            try {
                return problem(directory);
            } finally {
                Files.delete(directory.resolve(".plimsoll.yaml"));
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of the configuration in a directory. */
    static String problem(Path directory) {
        try {
            read(directory, ".plimsoll.yaml");
            return "";
        } catch (InputException e) {
            InputError error = e.error();
            return error.at().file().path() + ":" + error.at().start().line() + ":"
                    + error.at().start().column() + ": " + error.message();
        }
    }
}
