package dev.plimsoll.testkit;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Every short text of some pieces, and longer ones at random: a reader that stands still does so on a few signs, which a
 * random text of many signs seldom holds in that order.
 */
public final class ShortTexts {
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int RANDOM_TEXTS = 20_000;
    private static final int MOST_PIECES = 14;

    private ShortTexts() {}

    /** Gives a reader all texts of up to so many pieces, then longer ones of the same pieces; names the text it fails on. */
    public static void give(List<String> pieces, int upTo, ThrowingConsumer<String> reader) {
        String[] last = {""};
        try {
            assertTimeoutPreemptively(DEADLINE, () -> {
                all(pieces, "", upTo, reader, last);
                Random random = new Random(20261127);
                for (int i = 0; i < RANDOM_TEXTS; i++) {
                    StringBuilder text = new StringBuilder();
                    int length = 1 + random.nextInt(MOST_PIECES);
                    for (int k = 0; k < length; k++) {
                        text.append(pieces.get(random.nextInt(pieces.size())));
                    }
                    give(text.toString(), reader, last);
                }
            });
        } catch (Throwable e) {
            fail("on \"" + last[0].replace("\\", "\\\\").replace("\n", "\\n") + "\"", e);
        }
    }

    private static void all(List<String> pieces, String text, int left, ThrowingConsumer<String> reader, String[] last)
            throws Throwable {
        give(text, reader, last);
        if (left > 0) {
            for (String piece : pieces) {
                all(pieces, text + piece, left - 1, reader, last);
            }
        }
    }

    private static void give(String text, ThrowingConsumer<String> reader, String[] last) throws Throwable {
        last[0] = text;
        reader.accept(text);
    }
}
