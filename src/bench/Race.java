import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Times whole processes against each other and prints a Markdown table.
 *
 * <pre>java src/bench/Race.java [--runs N] [--guard RATIO] -- NAME COMMAND... [-- NAME COMMAND...]...</pre>
 *
 * <p>They run in turns, so that a change of the machine's load meets all alike, and one round before does not count. The last
 * contender is what the others are measured by. With --guard the exit code is 1 if the first takes more than RATIO times as
 * long as the last; there the fastest runs are compared, which load disturbs least.
 */
final class Race {
    private static final class Contender {
        final String name;
        final List<String> command = new ArrayList<>();
        final List<Double> milliseconds = new ArrayList<>();
        /** Exit codes seen: a linter that fails is quick too. */
        final TreeSet<Integer> codes = new TreeSet<>();

        long peakKilobytes;

        Contender(String name) {
            this.name = name;
        }

        double median() {
            double[] sorted = sorted();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        double fastest() {
            return sorted()[0];
        }

        double[] sorted() {
            double[] sorted = milliseconds.stream().mapToDouble(Double::doubleValue).toArray();
            Arrays.sort(sorted);
            return sorted;
        }
    }

    private Race() {}

    public static void main(String[] args) throws Exception {
        int runs = 15;
        double bound = 0;
        List<Contender> contenders = new ArrayList<>();
        for (int i = 0; i < args.length; i++) {
            if (args[i].equals("--")) {
                contenders.add(new Contender(args[++i]));
            } else if (!contenders.isEmpty()) {
                contenders.get(contenders.size() - 1).command.add(args[i]);
            } else if (args[i].equals("--runs")) {
                runs = Integer.parseInt(args[++i]);
            } else if (args[i].equals("--guard")) {
                bound = Double.parseDouble(args[++i]);
            } else {
                throw new IllegalArgumentException("unknown option " + args[i]);
            }
        }
        for (int round = -1; round < runs; round++) {
            for (Contender contender : contenders) {
                run(contender, round >= 0);
            }
        }
        print(contenders);
        Contender first = contenders.get(0);
        Contender last = contenders.get(contenders.size() - 1);
        double ratio = first.fastest() / last.fastest();
        if (bound > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "%n%s: %.2f times the fastest %s, at most %.2f allowed%n",
                    first.name,
                    ratio,
                    last.name,
                    bound);
        }
        if (bound > 0 && ratio > bound) {
            System.exit(1);
        }
    }

    private static void run(Contender contender, boolean counts) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(contender.command);
        File nothing = new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null");
        builder.redirectInput(nothing);
        // A file, as some programs cut their output short at the end of a pipe.
        File out = File.createTempFile("race", ".out");
        builder.redirectOutput(out).redirectErrorStream(true);
        long start = System.nanoTime();
        Process process = builder.start();
        long[] peak = new long[1];
        Thread watcher = new Thread(() -> watch(process, peak));
        watcher.setDaemon(true);
        // Memory has the round of its own that does not count: looking at it costs time.
        if (!counts) {
            watcher.start();
        }
        int code = process.waitFor();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        out.delete();
        contender.codes.add(code);
        contender.peakKilobytes = Math.max(contender.peakKilobytes, peak[0]);
        if (counts) {
            contender.milliseconds.add(milliseconds);
        }
    }

    /** The largest resident set of the process or one it started, where /proc tells. */
    private static void watch(Process process, long[] peak) {
        while (process.isAlive()) {
            peak[0] = Math.max(peak[0], resident(process.pid()));
            process.descendants().forEach(child -> peak[0] = Math.max(peak[0], resident(child.pid())));
            try {
                Thread.sleep(2);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static long resident(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException e) {
            // It has ended meanwhile, or this system has no /proc.
        }
        return 0;
    }

    private static void print(List<Contender> contenders) {
        Contender last = contenders.get(contenders.size() - 1);
        System.out.println("| | median | fastest to slowest | ratio | peak memory | exit code |");
        System.out.println("|---|---|---|---|---|---|");
        for (Contender each : contenders) {
            double[] sorted = each.sorted();
            boolean seconds = each.median() >= 10_000;
            System.out.printf(
                    Locale.ROOT,
                    seconds ? "| %s | %.1f s | %.1f to %.1f s | %.3f | %s | %s |%n"
                            : "| %s | %.0f ms | %.0f to %.0f ms | %.3f | %s | %s |%n",
                    each.name,
                    seconds ? each.median() / 1000 : each.median(),
                    seconds ? sorted[0] / 1000 : sorted[0],
                    seconds ? sorted[sorted.length - 1] / 1000 : sorted[sorted.length - 1],
                    each.median() / last.median(),
                    each.peakKilobytes == 0 ? "" : each.peakKilobytes / 1024 + " MiB",
                    each.codes.toString().replaceAll("[\\[\\]]", ""));
        }
    }
}
