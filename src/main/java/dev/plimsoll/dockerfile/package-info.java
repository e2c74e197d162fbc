/** Dockerfiles, as far as a Compose {@code build:} needs them. Imports source and model. */
@NullMarked
package dev.plimsoll.dockerfile;

import org.jspecify.annotations.NullMarked;
