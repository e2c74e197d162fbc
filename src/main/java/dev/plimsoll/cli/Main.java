package dev.plimsoll.cli;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the process begins and ends. */
public final class Main {
    /**
     * What findings exit with when bin/plimsoll started this: a JVM that cannot run exits with 1 too, and the launcher
     * must tell the two apart. It turns this into 1.
     */
    private static final int FINDINGS_TO_LAUNCHER = 101;
    /**
     * What is added to the exit code where the JVM was given a class archive and did without, so that the launcher removes
     * it.
     */
    private static final int WITHOUT_ARCHIVE = 110;

    private Main() {}

    /** Runs the program with the process's own streams, directory and environment. */
    public static void main(String[] args) {
        // not System.out: a PrintStream hides failed writes and recodes what is UTF-8 already
        Streams streams = new Streams(
                System.in,
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.getProperty("plimsoll.terminal") != null,
                System.getProperty("plimsoll.terminal.err") != null);
        Map<String, String> environment = System.getenv();
        int code = new Plimsoll(streams, new File("").getAbsoluteFile(), environment).run(args);
        // not System.exit: from Java 21 on that first asks for a logger, which costs as much as reading the file; there
        // are
        // no shutdown hooks of ours and nothing is buffered
        Runtime.getRuntime().halt(forLauncher(code, System.getProperty("plimsoll.launcher")));
    }

    /** The exit code as the launcher wants it, which says "archive" if it asks whether its class archive was of use. */
    private static int forLauncher(int code, @Nullable String launcher) {
        if (launcher == null) {
            return code;
        }
        // HotSpot's "mixed mode, sharing"
        if (launcher.equals("archive")
                && !System.getProperty("java.vm.info", "").contains("sharing")) {
            return WITHOUT_ARCHIVE + code;
        }
        return code == ExitCode.FINDINGS ? FINDINGS_TO_LAUNCHER : code;
    }
}
