/**
 * What containers are asked for, whether a Compose file or a docker command asks: values that know where they were
 * written, and whether they are known at all. Imports {@code source}.
 */
@NullMarked
package dev.plimsoll.model;

import org.jspecify.annotations.NullMarked;
