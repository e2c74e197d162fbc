/**
 * Dockerfiles: what a Compose {@code build:} needs of them, and the tmpfs mounts of those that are linted for themselves. Imports
 * {@code source}, {@code model}, {@code edit} and {@code shell}.
 */
@NullMarked
package dev.plimsoll.dockerfile;

import org.jspecify.annotations.NullMarked;
