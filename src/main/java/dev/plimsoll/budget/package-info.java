/**
 * What counts towards the memory limit of each container, and of all containers towards the host's memory. Imports {@code
 * model}, {@code knowledge} and {@code source}.
 */
@NullMarked
package dev.plimsoll.budget;

import org.jspecify.annotations.NullMarked;
