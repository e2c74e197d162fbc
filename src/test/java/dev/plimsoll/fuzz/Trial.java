package dev.plimsoll.fuzz;

import com.sun.management.ThreadMXBean;
import dev.plimsoll.cli.Run;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Plimsoll in all its ways on one input, in this process, and what must hold of each. */
final class Trial {
    /**
     * Processor time that a step may take, in nanoseconds, and for each unit of the input. Far more than any takes: what
     * grows with a power of the input or never ends is sought, not what is slow.
     */
    private static final long TIME = 3_000_000_000L;

    private static final long TIME_EACH = 60_000;

    /** Bytes that a step may allocate, and for each unit of the input. */
    private static final long MEMORY = 256L << 20;

    private static final long MEMORY_EACH = 64L << 10;

    private static final int UNREADABLE = 2;
    private static final String REASON = "known to the fuzzer";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Workplace place;
    private final Watch watch;
    private final Input input;
    private final Choices choices;
    private final Outputs outputs;
    private Act act = Act.CHECK;
    private boolean filled;

    Trial(Workplace place, Watch watch, Input input, Choices choices) {
        this.place = place;
        this.watch = watch;
        this.input = input;
        this.choices = choices;
        this.outputs = new Outputs(input);
    }

    /** What is done now, or was done last. */
    Act act() {
        return act;
    }

    /**
     * Does it all.
     *
     * @throws Violation if something does not hold
     */
    void run() throws Violation, IOException {
        for (Act each : choices.acts()) {
            act = each;
            run(each);
        }
    }

    private void run(Act each) throws Violation, IOException {
        if (each == Act.READ) {
            step("read", () -> Quick.lint(input));
            return;
        }
        if (!filled) {
            place.fill(input);
            filled = true;
        }
        if (!input.words().isEmpty()) {
            if (each == Act.CHECK || each == Act.AGAIN) {
                words(each == Act.AGAIN);
            }
            return;
        }
        switch (each) {
            case READ -> throw new IllegalStateException();
            case CHECK -> report(choices.format(), "check", "--output", choices.format());
            case AGAIN -> again();
            case DIFF -> plimsoll("fix", "--unsafe-fixes");
            case WRITE -> write("--unsafe-fixes");
            case WRITE_SAFE -> write("-q");
            case FIX -> plimsoll("check", "--fix", "--unsafe-fixes", "--output", choices.format());
            case IGNORES -> ignores();
            case BASELINE -> baseline();
            case BUDGET -> budget();
            case MODEL -> model();
            case INPUT -> standardInput();
        }
        if (each == Act.FIX) {
            changed();
        }
    }

    /** The files are others now. */
    private void changed() throws Violation, IOException {
        filled = false;
        place.checkOutside();
    }

    private Run.Result report(String format, String... command) throws Violation {
        Run.Result result = plimsoll(command);
        if (!result.out().isEmpty()) {
            outputs.report(format, result.out());
        }
        return result;
    }

    private void words(boolean again) throws Violation {
        List<String> all = new ArrayList<>(List.of("--output", choices.formats().get(again ? 1 : 0)));
        all.addAll(choices.rules());
        all.addAll(input.words());
        Run.Result result = started(all, "");
        if (!result.out().isEmpty()) {
            outputs.report(choices.formats().get(again ? 1 : 0), result.out());
        }
        if (again) {
            same("check", result, started(all, ""));
        }
    }

    private void again() throws Violation {
        Run.Result one = report(choices.format(), "check", "--output", choices.format());
        same("check", one, plimsoll("check", "--output", choices.format()));
        String other = choices.formats().get(1);
        Run.Result second = report(other, "check", "--output", other);
        if (second.code() != one.code()) {
            throw new Violation(
                    "formats differ in their exit code",
                    choices.format() + ": " + one.code() + ", " + other + ": " + second.code());
        }
    }

    private static void same(String what, Run.Result one, Run.Result other) throws Violation {
        if (!one.equals(other)) {
            throw new Violation(what + " says something else the second time", one + "\n" + other);
        }
    }

    private void write(String option) throws Violation, IOException {
        Run.Result before = plimsoll("check", "--output", "concise", "-q");
        Run.Result first = plimsoll("fix", "--write", option);
        SortedMap<String, String> fixed = place.files();
        changed();
        if (!fixed.keySet().equals(input.files().keySet())) {
            throw new Violation(
                    "fix --write leaves other files behind", fixed.keySet().toString());
        }
        if (fixed.equals(input.files())) {
            return;
        }
        Run.Result after = plimsoll("check", "--output", "concise", "-q");
        if (after.code() == UNREADABLE && before.code() != UNREADABLE) {
            throw new Violation("fix --write leaves what cannot be read", after.said());
        }
        Run.Result second = plimsoll("fix", "--write", option);
        if (!place.files().equals(fixed)) {
            throw new Violation(
                    "a second fix --write " + option + " changes something",
                    first.err() + "---\n" + fixed + "\n---\n" + second.err() + "---\n" + place.files());
        }
    }

    private void ignores() throws Violation, IOException {
        Run.Result known = plimsoll("check", "--output", "concise", "-q");
        Run.Result before = plimsoll("check", "--output", "concise", "-q", "--no-ignores");
        Run.Result first = plimsoll("check", "--add-ignores", REASON);
        SortedMap<String, String> ignored = place.files();
        changed();
        if (!ignored.keySet().equals(input.files().keySet())) {
            throw new Violation(
                    "--add-ignores leaves other files behind", ignored.keySet().toString());
        }
        Run.Result same = plimsoll("check", "--output", "concise", "-q", "--no-ignores");
        if (!findings(same).equals(findings(before))) {
            throw new Violation(
                    "a comment of --add-ignores changes what is found",
                    before.said() + "---\n" + same.said() + "---\n" + ignored);
        }
        if (choices.rules().contains("--no-ignores")) {
            return;
        }
        Run.Result after = plimsoll("check", "--output", "concise", "-q");
        if (after.code() == UNREADABLE && known.code() != UNREADABLE) {
            throw new Violation("--add-ignores leaves what cannot be read", after.said());
        }
        if (first.code() == 0 && after.code() != 0) {
            throw new Violation("a finding is there after --add-ignores", after.said() + "---\n" + ignored);
        }
    }

    /** The findings of a report, without their places. */
    private static List<String> findings(Run.Result concise) {
        return concise.out()
                .lines()
                .map(line -> line.replaceFirst(":[0-9]+:[0-9]+: ", ": "))
                .sorted()
                .toList();
    }

    private void baseline() throws Violation, IOException {
        List<String> init = new ArrayList<>(List.of("init", "--baseline", "--force"));
        init.addAll(input.args());
        Run.Result written = started(init, "");
        changed();
        if (written.code() != 0) {
            return;
        }
        List<String> check = new ArrayList<>(List.of("check", "--output", "concise"));
        check.addAll(input.args());
        Run.Result after = started(check, "");
        if (after.code() != 0) {
            throw new Violation("a finding is there in spite of the baseline", after.said());
        }
    }

    private void budget() throws Violation {
        List<String> command = new ArrayList<>(List.of("budget", "--output", choices.budget(), "--host-memory", "1g"));
        command.addAll(input.args());
        Run.Result result = started(command, "");
        if (!result.out().isEmpty()) {
            if (choices.budget().equals("json")) {
                Outputs.isJson("budget", result.out());
            } else {
                outputs.report(choices.budget(), result.out());
            }
        }
    }

    private void model() throws Violation {
        List<String> command = new ArrayList<>(List.of("model"));
        command.addAll(input.args());
        Run.Result result = started(command, "");
        if (!result.out().isEmpty()) {
            Outputs.isJson("model", result.out());
        }
    }

    private void standardInput() throws Violation {
        String path = input.files().firstKey();
        String text = input.files().get(path);
        List<String> command =
                new ArrayList<>(List.of("check", "--output", choices.format(), "--stdin-filename", path, "-"));
        command.addAll(choices.rules());
        Run.Result result = started(command, text);
        if (!result.out().isEmpty()) {
            outputs.report(choices.format(), result.out());
        }
    }

    private Run.Result plimsoll(String... command) throws Violation {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(choices.rules());
        all.addAll(input.args());
        return started(all, "");
    }

    private Run.Result started(List<String> command, String given) throws Violation {
        Run run = Run.in(place.directory()).env("SECRET", Workplace.SECRET).input(given);
        String what = isGivenWord(command) ? "check" : command.get(0);
        Run.Result[] result = new Run.Result[1];
        step(what, () -> result[0] = run.start(command.toArray(new String[0])));
        outputs.check(what, result[0]);
        return result[0];
    }

    /** What is done in bounds. */
    private interface Step {
        void run() throws Violation;
    }

    private void step(String what, Step step) throws Violation {
        long size = input.size();
        long memory = THREADS.getCurrentThreadAllocatedBytes();
        watch.begin(TIME + TIME_EACH * size);
        try {
            step.run();
        } finally {
            watch.end();
        }
        Violation hang = watch.hang();
        if (hang != null) {
            throw hang;
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - memory;
        if (allocated > MEMORY + MEMORY_EACH * size) {
            throw new Violation(
                    what + " takes too much memory", (allocated >> 20) + " MB for " + size + " units of input");
        }
    }

    private static boolean isGivenWord(List<String> command) {
        return command.get(0).startsWith("-");
    }
}
