/** Rules on who reaches a container, and what it reaches. */
@NullMarked
package dev.plimsoll.rule.network;

import org.jspecify.annotations.NullMarked;
