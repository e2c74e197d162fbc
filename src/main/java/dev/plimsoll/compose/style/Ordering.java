package dev.plimsoll.compose.style;

import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlScalar;
import dev.plimsoll.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which order the parts of a mapping or list are to stand: for each place the index of what is to stand there. */
final class Ordering {
    private static final String MERGE = "<<";
    private static final String EXTENSION = "x-";
    /** By letters in lower case, then as they are: the same on each computer, whatever its language. */
    private static final Comparator<String> BY_NAME = new Comparator<>() {
        @Override
        public int compare(String a, String b) {
            int order = a.toLowerCase(Locale.ROOT).compareTo(b.toLowerCase(Locale.ROOT));
            return order == 0 ? a.compareTo(b) : order;
        }
    };

    private Ordering() {}

    /** The keys of a mapping as written; empty if one of them is no word. */
    static Optional<List<String>> keys(YamlMapping mapping) {
        List<String> keys = new ArrayList<>(mapping.entries().size());
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (!(entry.key() instanceof YamlScalar key)) {
                return Optional.empty();
            }
            keys.add(key.value());
        }
        return Optional.of(keys);
    }

    /** The words of a list; empty if one of them is none, or has a variable in it. */
    static Optional<List<String>> words(YamlSequence list) {
        List<String> words = new ArrayList<>(list.items().size());
        for (YamlNode item : list.items()) {
            if (!(item instanceof YamlScalar word) || word.value().indexOf('$') >= 0) {
                return Optional.empty();
            }
            words.add(word.value());
        }
        return Optional.of(words);
    }

    /** Alphabetical, merge keys first. */
    static List<Integer> alphabetical(List<String> names) {
        int[] ranks = new int[names.size()];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = names.get(i).equals(MERGE) ? -1 : 0;
        }
        return sorted(ranks, names);
    }

    /** In the order of a list; what that does not have comes last, alphabetically. Merge keys come first. */
    static List<Integer> listed(List<String> keys, List<String> list) {
        int[] ranks = new int[keys.size()];
        for (int i = 0; i < ranks.length; i++) {
            int known = list.indexOf(keys.get(i));
            ranks[i] = known < 0 ? list.size() : known;
            ranks[i] = keys.get(i).equals(MERGE) ? -1 : ranks[i];
        }
        return sorted(ranks, keys);
    }

    /**
     * In the order of a list, in which {@code x-} stands for all keys that begin so: those come alphabetically, as far as
     * their anchors let them. What the list does not have stays behind the key above it.
     */
    static List<Integer> sections(YamlMapping document, List<String> keys, List<String> list) {
        int[] ranks = new int[keys.size()];
        int above = -1;
        for (int i = 0; i < ranks.length; i++) {
            int known = list.indexOf(keys.get(i).startsWith(EXTENSION) ? EXTENSION : keys.get(i));
            ranks[i] = known < 0 ? above : known;
            above = ranks[i];
        }
        List<Integer> order = sorted(ranks, null);
        extensions(document, keys, order);
        return order;
    }

    /** Sorts the extensions that follow each other: each time the first of those whose anchors are above it. */
    private static void extensions(YamlMapping document, List<String> keys, List<Integer> order) {
        @Nullable Anchors anchors = null;
        int place = 0;
        while (place < order.size()) {
            int end = place;
            while (end < order.size() && keys.get(order.get(end)).startsWith(EXTENSION)) {
                end++;
            }
            if (end > place + 1) {
                anchors = anchors == null ? Anchors.of(document) : anchors;
                sort(order.subList(place, end), keys, anchors);
            }
            place = end + 1;
        }
    }

    private static void sort(List<Integer> extensions, List<String> keys, Anchors anchors) {
        List<Integer> left = new ArrayList<>(extensions);
        for (int place = 0; place < extensions.size(); place++) {
            int next = -1;
            for (int i = 0; i < left.size(); i++) {
                boolean sooner = next < 0 || BY_NAME.compare(keys.get(left.get(i)), keys.get(left.get(next))) < 0;
                if (sooner && isFree(left.get(i), left, anchors)) {
                    next = i;
                }
            }
            // an anchor that is defined twice may leave none
            next = Math.max(next, 0);
            extensions.set(place, left.remove(next));
        }
    }

    private static boolean isFree(int part, List<Integer> left, Anchors anchors) {
        for (int other : left) {
            if (other != part && anchors.needs(part, other)) {
                return false;
            }
        }
        return true;
    }

    /** By their own order. */
    static <T extends Comparable<T>> List<Integer> natural(List<T> parts) {
        List<Integer> order = inFile(parts.size());
        order.sort(new Comparator<>() {
            @Override
            public int compare(Integer a, Integer b) {
                return parts.get(a).compareTo(parts.get(b));
            }
        });
        return order;
    }

    /** By rank, then by name; as written where there are no names, or the same ones. */
    private static List<Integer> sorted(int[] ranks, @Nullable List<String> names) {
        List<Integer> order = inFile(ranks.length);
        order.sort(new Comparator<>() {
            @Override
            public int compare(Integer a, Integer b) {
                int byRank = Integer.compare(ranks[a], ranks[b]);
                return byRank == 0 && names != null ? BY_NAME.compare(names.get(a), names.get(b)) : byRank;
            }
        });
        return order;
    }

    private static List<Integer> inFile(int size) {
        List<Integer> order = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        return order;
    }

    /** The first place where something else is to stand; -1 if all is in order. */
    static int firstChange(List<Integer> order) {
        for (int place = 0; place < order.size(); place++) {
            if (order.get(place) != place) {
                return place;
            }
        }
        return -1;
    }
}
