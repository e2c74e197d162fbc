/** The tree of a Compose file: nodes that know where they were written, variables put in, documents merged. */
@NullMarked
package dev.plimsoll.compose.tree;

import org.jspecify.annotations.NullMarked;
