/**
 * Files that hold docker commands or Compose documents: scripts, Makefiles, Markdown, workflows. Imports
 * {@code dockerrun.shell}, {@code yaml}, {@code source}.
 */
@NullMarked
package dev.plimsoll.dockerrun.host;

import org.jspecify.annotations.NullMarked;
