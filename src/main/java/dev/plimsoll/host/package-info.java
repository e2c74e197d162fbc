/**
 * Files that hold docker commands or Compose documents: scripts, Makefiles, Markdown, workflows. Imports
 * {@code shell}, {@code yaml}, {@code source}.
 */
@NullMarked
package dev.plimsoll.host;

import org.jspecify.annotations.NullMarked;
