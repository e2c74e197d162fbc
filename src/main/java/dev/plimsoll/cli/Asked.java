package dev.plimsoll.cli;

/**
 * What is asked of an engine besides its containers.
 *
 * @param stats what they use now
 * @param exec what lies in each tmpfs, by a program that is run in the container
 * @param podman whether podman is asked even where there is docker
 */
record Asked(boolean stats, boolean exec, boolean podman) {}
