package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.diagnostic.DidYouMean;
import dev.plimsoll.diagnostic.InputError;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/** What may have been meant by a file that was named and is not there. Asked only where one is missing. */
final class MissingFiles {
    private MissingFiles() {}

    /** Projects of a unit, whose errors about its missing files say what may have been meant. */
    static List<Loaded> explained(List<Loaded> projects, Unit unit) {
        List<Loaded> explained = new ArrayList<>();
        for (Loaded loaded : projects) {
            List<InputError> errors = new ArrayList<>();
            for (InputError error : loaded.errors()) {
                errors.add(explained(error, unit));
            }
            explained.add(loaded.with(errors));
        }
        return explained;
    }

    private static InputError explained(InputError error, Unit unit) {
        for (InputFiles.Input input : unit.inputs()) {
            if (input.shown().equals(error.at().file().path())) {
                return new InputError(error.at(), error.message() + hint(input));
            }
        }
        return error;
    }

    private static String hint(InputFiles.Input input) {
        String written = input.file().getPath();
        if (written.contains("http:/") || written.contains("https:/")) {
            return ": no URL is fetched; pipe what it holds into plimsoll check -";
        }
        File parent = input.file().getAbsoluteFile().getParentFile();
        List<String> names = parent == null ? List.of() : ComposeSearch.names(parent);
        return DidYouMean.hint(input.file().getName(), names);
    }
}
