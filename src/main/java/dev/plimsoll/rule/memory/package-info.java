/** Rules of category {@code memory}. */
@NullMarked
package dev.plimsoll.rule.memory;

import org.jspecify.annotations.NullMarked;
