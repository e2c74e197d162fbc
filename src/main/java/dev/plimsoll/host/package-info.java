/**
 * Files that hold docker commands or Compose documents: scripts, Makefiles, documentation, workflows; and how comments are
 * written in each. Imports {@code shell}, {@code yaml}, {@code source}, and commonmark-java for Markdown.
 */
@NullMarked
package dev.plimsoll.host;

import org.jspecify.annotations.NullMarked;
