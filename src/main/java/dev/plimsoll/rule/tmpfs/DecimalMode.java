package dev.plimsoll.rule.tmpfs;

import dev.plimsoll.model.Field;
import dev.plimsoll.model.FileMode;
import dev.plimsoll.model.TmpfsMount;
import dev.plimsoll.model.Value;

/** Tells a decimal number that was meant to be octal from one that was not. */
final class DecimalMode {
    private static final int OCTAL = 8;
    private static final int MIN_DIGITS = 3;
    private static final int READ = 4;
    private static final int ENTER = 1;

    private DecimalMode() {}

    /** The bits that the digits of a decimal mode stand for; -1 if it is no decimal one, or was meant as it is. */
    static int meant(TmpfsMount mount) {
        if (!(mount.mode() instanceof Field.Present<FileMode> mode)
                || !(mode.value().value() instanceof Value.Literal<FileMode> literal)
                || literal.value().notation() != FileMode.Notation.DECIMAL) {
            return -1;
        }
        int meant = octal(literal.raw());
        int real = literal.value().bits();
        return meant >= 0 && narrows(meant) && !(narrows(real) && isUsable(real)) ? meant : -1;
    }

    /** The digits read as octal, or -1 if no octal mode has them. */
    private static int octal(String digits) {
        if (digits.length() < MIN_DIGITS) {
            return -1;
        }
        int bits = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit >= OCTAL || bits > FileMode.MAX) {
                return -1;
            }
            bits = bits * OCTAL + digit;
        }
        return bits <= FileMode.MAX ? bits : -1;
    }

    /** Whether the group may do no more than the owner, and others no more than the group: what people write. */
    private static boolean narrows(int bits) {
        int owner = bits >> 6 & 7;
        int group = bits >> 3 & 7;
        int others = bits & 7;
        return bits <= FileMode.MAX && owner != 0 && (group & ~owner) == 0 && (others & ~group) == 0;
    }

    /** Whether the owner can list and enter a directory of this mode. */
    private static boolean isUsable(int bits) {
        int owner = bits >> 6 & 7;
        return (owner & READ) != 0 && (owner & ENTER) != 0;
    }
}
