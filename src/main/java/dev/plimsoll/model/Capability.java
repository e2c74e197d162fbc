package dev.plimsoll.model;

import java.util.Locale;

/** Names of the kernel's capabilities, as {@code cap_add} and {@code cap_drop} take them. */
public final class Capability {
    /** Stands for all of them. */
    public static final String ALL = "ALL";

    private static final String PREFIX = "CAP_";

    /** Source: Linux include/uapi/linux/capability.h. */
    private static final String KNOWN = " ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE"
            + " CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN"
            + " MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID"
            + " SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE"
            + " SYS_TIME SYS_TTY_CONFIG WAKE_ALARM ";

    private Capability() {}

    /**
     * The name as the kernel's headers have it, without {@code CAP_}. The engine takes any case, with the prefix or
     * without, and {@code CAP_ALL} for nothing (28.5.2), which therefore stays as it is.
     */
    public static String normalized(String written) {
        String name = written.toUpperCase(Locale.ROOT);
        boolean prefixed = name.startsWith(PREFIX) && !name.equals(PREFIX + ALL);
        return prefixed ? name.substring(PREFIX.length()) : name;
    }

    /** Whether there is a capability of this name, as {@link #normalized} has it. */
    public static boolean isKnown(String name) {
        return !name.isEmpty() && KNOWN.indexOf(' ' + name + ' ') >= 0;
    }
}
