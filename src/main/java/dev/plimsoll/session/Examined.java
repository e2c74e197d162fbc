package dev.plimsoll.session;

import dev.plimsoll.compose.Loaded;
import dev.plimsoll.compose.files.ProjectFiles;
import dev.plimsoll.diagnostic.Diagnostic;
import java.util.List;

/**
 * A unit as it was loaded, with what each of its projects says for itself, whatever the other units of the run say.
 *
 * @param files what was read
 * @param loaded its projects
 * @param found what was found in each of them, before comments and ignores count
 */
record Examined(ProjectFiles files, List<Loaded> loaded, List<List<Diagnostic>> found) {}
