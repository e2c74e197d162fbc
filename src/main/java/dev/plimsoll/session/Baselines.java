package dev.plimsoll.session;

import dev.plimsoll.config.Config;
import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.InputException;
import dev.plimsoll.engine.ProjectLinter;
import dev.plimsoll.engine.Suppressed;
import dev.plimsoll.source.FilePath;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.suppress.Baseline;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The baselines of a run: the one of the command line, or those that the configurations name. */
public final class Baselines {
    private final ConfigFiles configs;
    private final InputFiles inputs;
    private final @Nullable File given;
    private final Map<File, Baseline> read = new LinkedHashMap<>();
    /** What is taken out of this count: projects that share a file tell of it more than once. */
    private final Set<String> taken = new HashSet<>();

    private Baselines(ConfigFiles configs, InputFiles inputs, @Nullable File given) {
        this.configs = configs;
        this.inputs = inputs;
        this.given = given;
    }

    /** The baselines that the options ask for. */
    static Baselines of(ConfigFiles configs, InputFiles inputs, Options options) {
        String given = options.baseline().orElse("");
        return new Baselines(configs, inputs, given.isEmpty() ? null : inputs.resolve(given));
    }

    /**
     * Takes the known findings out.
     *
     * @param suppressed takes what was taken out
     * @return the others
     * @throws InputException if a baseline cannot be read
     */
    List<Diagnostic> filter(List<Diagnostic> sorted, List<Suppressed> suppressed) throws InputException {
        readAll();
        if (read.isEmpty()) {
            return sorted;
        }
        List<Diagnostic> left = new ArrayList<>();
        for (Diagnostic diagnostic : sorted) {
            String identity = SharedFindings.identity(diagnostic);
            if (taken.contains(identity)) {
                // another project tells of the same
                continue;
            }
            if (isKnown(diagnostic)) {
                taken.add(identity);
                suppressed.add(new Suppressed(diagnostic, Suppressed.By.BASELINE, Optional.empty()));
            } else {
                left.add(diagnostic);
            }
        }
        return left;
    }

    /**
     * Whether a baseline knows a finding, whichever configuration names it: a project may be told of a file that has a
     * configuration of its own, or none. Each that knows it has seen it, so that none tells that it is gone.
     */
    private boolean isKnown(Diagnostic diagnostic) {
        File file = configs.onDisk(diagnostic.finding().at().file());
        boolean known = false;
        for (Map.Entry<File, Baseline> baseline : read.entrySet()) {
            known |= baseline.getValue().takes(diagnostic, path(file, baseline.getKey()));
        }
        return known;
    }

    private Baseline read(File baseline, @Nullable Location named) throws InputException {
        Baseline known = read.get(baseline);
        if (known == null) {
            String shown = inputs.file(baseline.getPath()).shown();
            if (named != null && !isThere(baseline)) {
                throw new InputException(
                        named, "there is no baseline \"" + shown + "\": plimsoll init --baseline writes it");
            }
            known = Baseline.read(baseline, shown, inputs.boundary());
            read.put(baseline, known);
        }
        return known;
    }

    private boolean isThere(File file) {
        return inputs.boundary().view().exists(file);
    }

    /** A file's path from a baseline's directory, with slashes. */
    public static String path(File file, File baseline) {
        File directory = baseline.getAbsoluteFile().getParentFile();
        File base = directory == null ? baseline : directory;
        File path = file.getAbsoluteFile();
        String best = FilePath.relative(base, path);
        if (isOutside(best)) {
            // another name for the same place, as /tmp and /private/tmp, makes no other finding
            String real = FilePath.relative(real(base), beside(path));
            best = isOutside(real) ? best : real;
        }
        return best;
    }

    private static boolean isOutside(String relative) {
        return relative.startsWith("..") || relative.startsWith("/") || new File(relative).isAbsolute();
    }

    /** A path by the real name of its directory; it need not exist itself. */
    private static File beside(File path) {
        File parent = path.getParentFile();
        return parent == null ? path : new File(real(parent), path.getName());
    }

    private static File real(File directory) {
        try {
            return FilePath.toPath(directory).toRealPath().toFile();
        } catch (IOException e) {
            return directory;
        }
    }

    /** Reads all baselines, even if there is nothing that they could know. */
    private void readAll() throws InputException {
        if (given != null) {
            read(given, null);
            return;
        }
        for (Config config : configs.all()) {
            if (config.baseline().isPresent()) {
                Config.BaselinePath named = config.baseline().get();
                read(named.file(), named.at());
            }
        }
    }

    /** Starts counting the known findings again. */
    void forget() {
        taken.clear();
        for (Baseline baseline : read.values()) {
            baseline.forget();
        }
    }

    /**
     * How many known findings are gone.
     *
     * @param files the shown paths of the files that were linted
     * @param linter tells which rules looked at a file
     */
    int gone(Set<String> files, ProjectLinter linter) throws InputException {
        int gone = 0;
        for (Map.Entry<File, Baseline> entry : read.entrySet()) {
            File baseline = entry.getKey();
            Map<String, String> shown = new HashMap<>();
            for (String file : files) {
                shown.put(path(inputs.file(file).file(), baseline), file);
            }
            gone += entry.getValue().gone(new Baseline.Coverage() {
                @Override
                public boolean includes(String rule, String path) {
                    try {
                        String file = shown.get(path);
                        return file == null
                                ? !isThere(new File(baseline.getAbsoluteFile().getParentFile(), path))
                                : linter.runs(rule, new SourceFile(file, ""));
                    } catch (InputException e) {
                        // all configurations were read before
                        return false;
                    }
                }
            });
        }
        return gone;
    }
}
