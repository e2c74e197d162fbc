package dev.plimsoll.session;

import dev.plimsoll.files.Checkout;
import dev.plimsoll.files.Destination;
import dev.plimsoll.files.UnwritableException;
import dev.plimsoll.source.Descriptor;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which of the files that were read may be changed: those that the user named or a search found, and of those that files of
 * a project lead to (an include, a {@code COMPOSE_FILE}) the ones in that project's checkout.
 */
final class Writable {
    private final Checkout checkout;
    private final Set<String> named = new HashSet<>();
    private final Set<String> standardInput = new HashSet<>();
    private final List<File> projects = new ArrayList<>();

    /**
     * Files of some projects.
     *
     * @param directory the working directory, absolute
     */
    Writable(File directory, List<Unit> units) {
        this.checkout = new Checkout(directory);
        for (Unit unit : units) {
            File project = unit.directory();
            if (project != null) {
                projects.add(project);
                continue;
            }
            for (InputFiles.Input input : unit.inputs()) {
                File parent = input.file().getAbsoluteFile().getParentFile();
                (input.isStandardInput() ? standardInput : named).add(input.shown());
                projects.add(parent == null ? directory : parent);
            }
        }
    }

    /** Whether what is shown under a path came from standard input, which is no file. */
    boolean isStandardInput(String shown) {
        return standardInput.contains(shown);
    }

    /**
     * Where a file is to be written.
     *
     * @param shown the path it is shown under
     * @throws UnwritableException if it is not one that may be changed
     */
    Destination destination(File file, String shown) throws IOException {
        if (Descriptor.isOne(file)) {
            throw new UnwritableException("is not a regular file");
        }
        Destination destination = checkout.destination(file);
        if (named.contains(shown)) {
            return destination;
        }
        for (File project : projects) {
            if (checkout.reaches(project, destination)) {
                return destination;
            }
        }
        throw new UnwritableException("lies outside of the checkout; name it to have it changed");
    }
}
