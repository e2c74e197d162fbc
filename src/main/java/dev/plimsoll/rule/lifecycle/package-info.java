/** Rules on how containers live: whether anybody notices that one fails, and what happens then. */
@NullMarked
package dev.plimsoll.rule.lifecycle;

import org.jspecify.annotations.NullMarked;
