package dev.plimsoll.fix;

import dev.plimsoll.diagnostic.Diagnostic;
import dev.plimsoll.diagnostic.Fix;
import dev.plimsoll.diagnostic.Safety;
import dev.plimsoll.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which fixes are to be made. */
public interface Selection {
    /** The fix of a finding that is to be made; null if none is. */
    @Nullable
    Fix of(Diagnostic diagnostic);

    /** The fix of a finding that another fix brought, made along with that one; null if none may be. */
    default @Nullable Fix following(Diagnostic diagnostic) {
        return of(diagnostic);
    }

    /**
     * Of each finding the first fix that is safe enough.
     *
     * @param unsafeToo whether unsafe ones are
     */
    static Selection all(boolean unsafeToo) {
        return new All(unsafeToo);
    }

    /** Of each finding the first fix that is safe enough. */
    record All(boolean unsafeToo) implements Selection {
        @Override
        public @Nullable Fix of(Diagnostic diagnostic) {
            for (Fix fix : diagnostic.finding().fixes()) {
                if (unsafeToo || fix.safety() == Safety.SAFE) {
                    return fix;
                }
            }
            return null;
        }
    }

    /**
     * One fix of one finding, and what mends what it brings, if that is as safe.
     *
     * @param wanted the finding; one of the same rule at the same place stands for it, when the texts are linted anew
     * @param fix its fix, which is known again by its title
     */
    record One(Diagnostic wanted, Fix fix) implements Selection {
        @Override
        public @Nullable Fix of(Diagnostic diagnostic) {
            Location at = diagnostic.finding().at();
            Location place = wanted.finding().at();
            boolean same = diagnostic.rule().equals(wanted.rule())
                    && at.file().path().equals(place.file().path())
                    && at.span().equals(place.span())
                    && diagnostic.finding().evidence().equals(wanted.finding().evidence());
            for (Fix own : same ? diagnostic.finding().fixes() : List.<Fix>of()) {
                if (own.title().equals(fix.title())) {
                    return own;
                }
            }
            return null;
        }

        @Override
        public @Nullable Fix following(Diagnostic diagnostic) {
            return all(fix.safety() == Safety.UNSAFE).of(diagnostic);
        }
    }
}
