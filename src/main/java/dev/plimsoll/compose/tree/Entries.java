package dev.plimsoll.compose.tree;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values by their keys, in the order of writing: a {@link java.util.LinkedHashMap} in a fifth of the memory. Nearly all
 * mappings have a few entries, and there are a hundred thousand of them in a large file. The keys of a few are compared one
 * by one; of more an index is made.
 */
final class Entries<V> extends AbstractMap<String, V> {
    /** Entries that are compared one by one. */
    private static final int FEW = 12;

    private static final int[] NO_INDEX = {};

    // what a view shows; no enum, which would be one more class to load
    private static final int KEYS = 0;
    private static final int VALUES = 1;
    private static final int PAIRS = 2;

    /** Keys and values by turns. */
    private @Nullable Object[] cells;

    private int size;
    /** For each slot of a table the number of an entry from 1, or 0; twice as long as there is room at least. */
    private int[] index = NO_INDEX;

    /** No entries, and room for some. */
    Entries(int room) {
        cells = new Object[2 * room];
    }

    /** A copy. */
    Entries(Map<String, V> others) {
        this(others.size());
        putAll(others);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int at = find(key);
        return at < 0 ? null : value(at);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    private int find(@Nullable Object key) {
        if (!(key instanceof String text)) {
            return -1;
        }
        if (index.length > 0) {
            return index[slot(text)] - 1;
        }
        int length = text.length();
        for (int i = 0; i < size; i++) {
            // most that differ differ in length, and keys that are the same are often one object
            if (cells[2 * i] == key
                    || (cells[2 * i] instanceof String other && other.length() == length && other.equals(text))) {
                return i;
            }
        }
        return -1;
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private V value(int at) {
        return (V) cells[2 * at + 1];
    }

    /** The slot of a key in the index, or the free one where it would be. */
    private int slot(String key) {
        int hash = key.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (index.length - 1);
        while (index[slot] != 0 && !key.equals(cells[2 * (index[slot] - 1)])) {
            slot = (slot + 1) & (index.length - 1);
        }
        return slot;
    }

    @Override
    public @Nullable V put(String key, V value) {
        int at = find(key);
        if (at >= 0) {
            V before = value(at);
            cells[2 * at + 1] = value;
            return before;
        }
        if (2 * size == cells.length) {
            cells = Arrays.copyOf(cells, Math.max(8, 2 * cells.length));
            index();
        }
        cells[2 * size] = key;
        cells[2 * size + 1] = value;
        size++;
        if (size == FEW + 1) {
            index();
        } else if (index.length > 0) {
            index[slot(key)] = size;
        }
        return null;
    }

    @Override
    public @Nullable V remove(@Nullable Object key) {
        int at = find(key);
        if (at < 0) {
            return null;
        }
        V before = value(at);
        size--;
        System.arraycopy(cells, 2 * at + 2, cells, 2 * at, 2 * (size - at));
        cells[2 * size] = null;
        cells[2 * size + 1] = null;
        index();
        return before;
    }

    /** Makes the index anew, if there are enough entries for one. */
    private void index() {
        if (size <= FEW) {
            index = NO_INDEX;
            return;
        }
        index = new int[Integer.highestOneBit(cells.length) * 2];
        for (int i = 0; i < size; i++) {
            if (cells[2 * i] instanceof String key) {
                index[slot(key)] = i + 1;
            }
        }
    }

    // not those of AbstractMap, which each map would keep
    @Override
    public Set<String> keySet() {
        return new View<>(KEYS);
    }

    @Override
    public Collection<V> values() {
        return new View<>(VALUES);
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new View<>(PAIRS);
    }

    private final class View<E> extends AbstractSet<E> {
        private final int part;

        View(int part) {
            this.part = part;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(@Nullable Object element) {
            return part == KEYS ? containsKey(element) : super.contains(element);
        }

        @Override
        public Iterator<E> iterator() {
            return new ViewIterator<>(part);
        }
    }

    private final class ViewIterator<E> implements Iterator<E> {
        private final int part;
        private int next;

        ViewIterator(int part) {
            this.part = part;
        }

        @Override
        public boolean hasNext() {
            return next < size;
        }

        @Override
        @SuppressWarnings({"unchecked", "NullAway"})
        public E next() {
            if (next >= size) {
                throw new NoSuchElementException();
            }
            int at = 2 * next;
            next++;
            if (part == PAIRS) {
                return (E) new SimpleImmutableEntry<>((String) cells[at], (V) cells[at + 1]);
            }
            return (E) cells[part == KEYS ? at : at + 1];
        }
    }
}
