package dev.plimsoll.config;

import dev.plimsoll.diagnostic.InputError;
import dev.plimsoll.diagnostic.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is wrong with a configuration: whoever mends one mistake wants to know of the others. */
final class Problems {
    private final List<InputError> found = new ArrayList<>(0);

    /** Takes down what is wrong with a part; the other parts are read nevertheless. */
    void add(InputException problem) {
        for (InputError error : problem.errors()) {
            // an anchor is read wherever its aliases stand
            if (!found.contains(error)) {
                found.add(error);
            }
        }
    }

    /** Tells all of it by file and place, if there is any. */
    void tell() throws InputException {
        if (!found.isEmpty()) {
            found.sort(new ByPlace());
            throw new InputException(found);
        }
    }

    /** Errors of one file stay together, in the order of writing. */
    private static final class ByPlace implements Comparator<InputError> {
        @Override
        public int compare(InputError a, InputError b) {
            return a.at().compareStart(b.at());
        }
    }
}
