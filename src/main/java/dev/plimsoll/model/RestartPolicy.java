package dev.plimsoll.model;

/**
 * When a container is started again: {@code deploy.restart_policy}.
 *
 * @param condition {@code none}, {@code on-failure} or {@code any}
 * @param attempts how many times in a row, as written: {@code max_attempts}
 */
public record RestartPolicy(Field<String> condition, Field<String> attempts) {}
