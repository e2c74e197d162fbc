/** Podman's Quadlet files, {@code *.container}: a systemd unit as the {@code podman run} that it stands for. */
@NullMarked
package dev.plimsoll.quadlet;

import org.jspecify.annotations.NullMarked;
