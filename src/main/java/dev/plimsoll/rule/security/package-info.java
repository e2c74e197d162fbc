/** Rules on what a container may do to its host, and on what keeps a program in it in its place. */
@NullMarked
package dev.plimsoll.rule.security;

import org.jspecify.annotations.NullMarked;
