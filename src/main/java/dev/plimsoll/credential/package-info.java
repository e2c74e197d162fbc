/**
 * Whether a text is a credential: a real one, a placeholder or the password of somebody's laptop. What is said here is never
 * the text itself.
 */
@NullMarked
package dev.plimsoll.credential;

import org.jspecify.annotations.NullMarked;
