/** Rules of category {@code tmpfs}. */
@NullMarked
package dev.plimsoll.rule.tmpfs;

import org.jspecify.annotations.NullMarked;
