/** Rules on the structure of a Compose project: what does not fit together. */
@NullMarked
package dev.plimsoll.rule.compose;

import org.jspecify.annotations.NullMarked;
