/**
 * Docker and podman commands: the table of their flags, how their words are read, the containers and volumes that they ask
 * for, and how a change of these is written back into the command.
 */
@NullMarked
package dev.plimsoll.dockerrun;

import org.jspecify.annotations.NullMarked;
