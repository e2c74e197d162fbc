/** Rules on what a container gives away, and what it may do to its host. */
@NullMarked
package dev.plimsoll.rule.security;

import org.jspecify.annotations.NullMarked;
