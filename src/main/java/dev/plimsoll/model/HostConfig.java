package dev.plimsoll.model;

import java.util.List;

/**
 * How a container is run on its host, apart from memory and mounts.
 *
 * @param user whom it runs as: {@code user}, {@code -u}
 * @param ipc whose System V objects and {@code /dev/shm} it uses: {@code ipc}
 * @param readOnlyRoot whether its root filesystem is read-only
 * @param restart when it is started again, as written: {@code restart}
 * @param deployedRestart the same in {@code deploy}, which wins over {@code restart} (Compose 2.40.3)
 * @param background whether it runs by itself, with nobody at its terminal: a service, or {@code docker run -d} without
 *     {@code -i} and {@code -t}
 * @param removedOnExit whether it is removed when it stops, with its anonymous volumes: {@code --rm}
 * @param cpus how many CPUs it may use, as written, in whichever place: {@code cpus}, {@code cpu_quota},
 *     {@code deploy.resources.limits.cpus}
 * @param pids how many processes it may have, as written: {@code pids_limit}, {@code deploy.resources.limits.pids}
 * @param logging where its output goes
 * @param privileges what it may do to its host; absent if nothing is written of that, as for most
 */
public record HostConfig(
        Field<String> user,
        Field<String> ipc,
        Field<Boolean> readOnlyRoot,
        Field<String> restart,
        Field<RestartPolicy> deployedRestart,
        boolean background,
        boolean removedOnExit,
        Field<String> cpus,
        Field<String> pids,
        Field<Logging> logging,
        Field<Privileges> privileges) {
    /** Takes limits that limit nothing for none: the engine makes the container as if they were not there (28.5.2). */
    public HostConfig {
        cpus = limiting(cpus);
        pids = limiting(pids);
    }

    private static Field<String> limiting(Field<String> field) {
        String known = field.known().orElse("");
        try {
            // a quota of -1 and any negative number of processes mean no limit, as zero does
            boolean limits = known.isEmpty() || Double.parseDouble(known) > 0;
            return limits ? field : new Field.Absent<>(field.place());
        } catch (NumberFormatException e) {
            return field;
        }
    }

    /** Whether it is certain that it has a {@code /dev/shm} of its own. */
    public boolean hasOwnShm() {
        String mode = ipc.known().orElse("");
        return ipc.isAbsent() || mode.equals("private") || mode.equals("shareable");
    }

    /** Whether it is certain that it is privileged. */
    public boolean isPrivileged() {
        Privileges written = privileges.orNull();
        return written != null && Boolean.TRUE.equals(written.privileged().orNull());
    }

    /** All capabilities that are taken from it; not known if there may be more than is seen. */
    public Field<List<Located<Value<String>>>> capDrop() {
        Privileges written = privileges.orNull();
        return written == null || written.more() ? nothing() : written.capDrop();
    }

    /** All of its security options; not known if there may be more than is seen. */
    public Field<List<Located<Value<SecurityOption>>>> securityOptions() {
        Privileges written = privileges.orNull();
        return written == null || written.more() ? nothing() : written.securityOptions();
    }

    private <T> Field<T> nothing() {
        return privileges.isAbsent() ? new Field.Absent<>(privileges.place()) : new Field.Unknown<>(privileges.place());
    }
}
