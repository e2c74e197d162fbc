package dev.plimsoll.testkit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** A jar that runs the classes under test, so that tests of scripts need none that was packaged before. */
public final class CurrentJar {
    private CurrentJar() {}

    /** Writes the jar, which has only a manifest: it names the folders and jars where the classes are. */
    public static Path in(Path directory) throws IOException {
        StringBuilder classPath = new StringBuilder();
        for (String entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (!path.endsWith("test-classes")) {
                classPath.append(path.toUri()).append(' ');
            }
        }
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "dev.plimsoll.cli.Main");
        attributes.put(Attributes.Name.CLASS_PATH, classPath.toString().strip());
        Path jar = directory.resolve("current.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.finish();
        }
        return jar;
    }
}
