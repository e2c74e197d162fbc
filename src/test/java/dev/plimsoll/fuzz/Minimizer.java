package dev.plimsoll.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Takes away from an input what its failure does not need: files, lines, characters, as long as time allows. */
final class Minimizer {
    private static final long TIME = 60_000_000_000L;

    /** Characters of a text that are tried one by one. */
    private static final int MAX_CHARACTERS = 1_500;

    private final Predicate<Input> fails;
    private final long deadline = System.nanoTime() + TIME;

    /**
     * A minimizer.
     *
     * @param fails whether an input fails in the way that matters
     */
    Minimizer(Predicate<Input> fails) {
        this.fails = fails;
    }

    /** The smallest input found that fails in the same way. */
    Input minimize(Input failing) {
        Input least = failing;
        if (!least.words().isEmpty()) {
            Input start = least;
            least = start.withWords(
                    shrunk(start.words(), words -> isCommand(words) && fails.test(start.withWords(words))));
        }
        for (String path : failing.files().keySet()) {
            if (fails.test(least.without(path))) {
                least = least.without(path);
            }
        }
        for (String path : least.files().keySet()) {
            least = text(least, path, Minimizer::lines);
        }
        for (String path : least.files().keySet()) {
            if (least.files().get(path).length() <= MAX_CHARACTERS) {
                least = text(least, path, Minimizer::characters);
            }
        }
        return least;
    }

    /** Other words would be paths and commands of ours, on this machine. */
    private static boolean isCommand(List<String> words) {
        return !words.isEmpty() && Input.PROGRAMS.contains(words.get(0));
    }

    private Input text(Input input, String path, Function<String, List<String>> cut) {
        List<String> parts = cut.apply(input.files().get(path));
        List<String> left = shrunk(parts, some -> fails.test(input.with(path, String.join("", some))));
        return input.with(path, String.join("", left));
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(from, end));
            from = end;
        }
        return lines;
    }

    private static List<String> characters(String text) {
        List<String> characters = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            characters.add(text.substring(i, i + 1));
        }
        return characters;
    }

    /** What is left of a list if parts of it go, ever smaller ones, as long as the rest still fails. */
    private List<String> shrunk(List<String> whole, Predicate<List<String>> still) {
        List<String> left = whole;
        int size = Math.max(1, left.size() / 2);
        while (System.nanoTime() < deadline) {
            boolean smaller = false;
            for (int from = 0; from < left.size() && System.nanoTime() < deadline; ) {
                List<String> without = new ArrayList<>(left.subList(0, from));
                without.addAll(left.subList(Math.min(left.size(), from + size), left.size()));
                if (still.test(without)) {
                    left = without;
                    smaller = true;
                } else {
                    from += size;
                }
            }
            if (size > 1) {
                size /= 2;
            } else if (!smaller) {
                return left;
            }
        }
        return left;
    }
}
