package dev.plimsoll.rule.security;

import dev.plimsoll.diagnostic.Finding;
import dev.plimsoll.knowledge.ByDesign;
import dev.plimsoll.knowledge.ImageCatalog;
import dev.plimsoll.model.Container;
import dev.plimsoll.model.Field;
import dev.plimsoll.model.Located;
import dev.plimsoll.model.Privileges;
import dev.plimsoll.model.Value;
import dev.plimsoll.rule.ContainerRule;
import dev.plimsoll.rule.FindingDraft;
import dev.plimsoll.rule.RunUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A capability whose effects reach beyond the container. */
public final class CapabilityPowerful implements ContainerRule {
    private final ImageCatalog images;
    private final String allowed;

    /**
     * A rule that leaves some capabilities out.
     *
     * @param images knows these images
     * @param allow their names, separated by blanks
     */
    public CapabilityPowerful(ImageCatalog images, String allow) {
        this.images = images;
        this.allowed = ' ' + allow.toUpperCase(Locale.ROOT).replace("CAP_", "") + ' ';
    }

    @Override
    public String id() {
        return "capability-powerful";
    }

    @Override
    public List<Finding> check(Container container) {
        List<Finding> findings = new ArrayList<>(0);
        List<Located<Value<String>>> capabilities = Capabilities.added(container);
        if (capabilities.isEmpty() || Capabilities.areAllAdded(container) || RunUser.isOther(container)) {
            return findings;
        }
        for (Located<Value<String>> added : capabilities) {
            String name = added.value().known().orElse("");
            @Nullable String gives = gives(name, container);
            if (gives != null && allowed.indexOf(' ' + name + ' ') < 0 && !ByDesign.isFor(container, name, images)) {
                findings.add(FindingDraft.at(container, added)
                        .evidence(name)
                        .help("remove it unless the program needs it; the option allow exempts it")
                        .says("\"" + container.name().value() + "\" has the capability " + name + ", which lets it "
                                + gives));
            }
        }
        return findings;
    }

    /** What it permits. Source: capabilities(7) and the pages of the calls that it names; moby/profiles, seccomp/default.json. */
    private static @Nullable String gives(String capability, Container container) {
        return switch (capability) {
            case "NET_ADMIN" ->
                isHost(container.relations().networkMode())
                        ? "change the host's interfaces, routes and firewall"
                        : "change interfaces, routes and the firewall of its network";
            case "BPF" -> "load BPF programs into the host's kernel";
            case "PERFMON" -> "observe the host's kernel and processes with perf";
            case "SYS_BOOT" ->
                sharesProcesses(container)
                        ? "reboot the host"
                        : "start another kernel on the host (kexec) where no seccomp profile blocks that";
            case "SYS_TIME" -> "set the host's clock";
            case "SYS_NICE" -> "take priority over the host's other programs";
            case "IPC_LOCK" -> "lock memory without a bound, which the host can then not swap";
            case "LEASE" -> "hold up other programs that open a file";
            case "SYSLOG" -> "read the host's kernel log and addresses in its kernel, which attacks need";
            case "SYS_PTRACE" -> "read and change the memory of all processes that it sees";
            case "DAC_READ_SEARCH" ->
                "read any file that it sees, and open others of the same file systems by their handles";
            default -> null;
        };
    }

    /** In a process namespace of its own reboot(2) ends the container's first process only. */
    private static boolean sharesProcesses(Container container) {
        Privileges written = container.host().privileges().orNull();
        return written != null && isHost(written.pid());
    }

    private static boolean isHost(Field<String> mode) {
        return mode.known().orElse("").equals("host");
    }
}
