/** Rules on which image is run. */
@NullMarked
package dev.plimsoll.rule.image;

import org.jspecify.annotations.NullMarked;
