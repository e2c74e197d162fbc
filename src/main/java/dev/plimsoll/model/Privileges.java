package dev.plimsoll.model;

import java.util.List;

/**
 * What a container may do to its host, apart from its mounts, its network and its user.
 *
 * @param privileged whether nothing of what the engine withholds is withheld: {@code privileged}, {@code --privileged}
 * @param capAdd capabilities added to the engine's default ones, in the kernel's spelling without {@code CAP_}
 * @param capDrop capabilities taken from it, spelled likewise
 * @param devices devices of the host
 * @param securityOptions {@code security_opt}, {@code --security-opt}
 * @param pid whose processes it sees: {@code pid}
 * @param userns whose user ids it has: {@code userns_mode}, {@code --userns}
 * @param cgroupParent the control group that its own lies in
 * @param apiSocket whether it is given the client's way to the engine, with its credentials: {@code use_api_socket},
 *     {@code --use-api-socket}
 * @param more whether what is not seen may add to the lists: another file, an {@code extends}
 */
public record Privileges(
        Field<Boolean> privileged,
        Field<List<Located<Value<String>>>> capAdd,
        Field<List<Located<Value<String>>>> capDrop,
        List<Located<Value<HostDevice>>> devices,
        Field<List<Located<Value<SecurityOption>>>> securityOptions,
        Field<String> pid,
        Field<String> userns,
        Field<String> cgroupParent,
        Field<Boolean> apiSocket,
        boolean more) {
    /** Copies the list. */
    public Privileges {
        devices = List.copyOf(devices);
    }
}
