package dev.plimsoll.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class CursorTest {
    @Test
    void readsToItsLimit() {
        Cursor cursor = new Cursor("abcd", 1, 3, 0);
        assertThat(cursor.unit()).isEqualTo('b');
        assertThat(cursor.ahead(1)).isEqualTo('c');
        assertThat(cursor.ahead(2)).isEqualTo('\0');
        assertThat(cursor.startsWith("bc")).isTrue();
        cursor.skip(5);
        assertThat(cursor.at()).isEqualTo(3);
        assertThat(cursor.more()).isFalse();
        assertThat(cursor.limit(4)).isEqualTo(3);
        assertThat(cursor.more()).isTrue();
        cursor.toEnd();
        assertThat(cursor.at()).isEqualTo(4);
    }

    @Test
    void aLoopThatStandsStillFails() {
        Cursor cursor = new Cursor("\"\n");
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    while (cursor.more()) {
                        cursor.to(cursor.at());
                    }
                })
                .withMessage("a reader stands still at 0");
    }

    @Test
    void aLoopThatGoesOnDoesNot() {
        Cursor cursor = new Cursor("x".repeat(300_000));
        int units = 0;
        while (cursor.more()) {
            units += cursor.unit() == 'x' ? 1 : 0;
            cursor.skip(1);
        }
        assertThat(units).isEqualTo(300_000);
    }

    @Test
    void goesBackOnlyAsOftenAsAgreed() {
        Cursor cursor = new Cursor("abc", 0, 3, 1);
        cursor.skip(2);
        assertThatIllegalStateException().isThrownBy(() -> cursor.to(1));
        cursor.back(1);
        assertThat(cursor.unit()).isEqualTo('b');
        assertThatIllegalStateException().isThrownBy(() -> cursor.back(0));
    }
}
