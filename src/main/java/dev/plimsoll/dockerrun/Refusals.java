package dev.plimsoll.dockerrun;

import dev.plimsoll.model.VolumeSyntax;
import dev.plimsoll.source.Location;
import dev.plimsoll.source.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the docker client refuses of a command before it asks an engine, unknown flags apart, and what the engine refuses of
 * its mounts. Source: docker/cli 28
 * cli/command/container/opts.go, run.go, create.go; recorded answers in testdata/dockerrun.
 */
final class Refusals {
    private static final String DEFAULT_NETWORK = "default";

    private final DockerCommand command;
    private final List<Refusal> found = new ArrayList<>(0);

    private Refusals(DockerCommand command) {
        this.command = command;
    }

    /**
     * A refusal.
     *
     * @param at the place
     * @param evidence the flag or the part of the command that it is about
     * @param message the fact: lower case, no final period
     * @param toldElsewhere whether a rule on tmpfs speaks of it
     */
    record Refusal(Location at, String evidence, String message, boolean toldElsewhere) {}

    /** The refusals of a command, in order of writing. */
    static List<Refusal> of(DockerCommand command) {
        Refusals refusals = new Refusals(command);
        DockerCommand.Problem error = command.error();
        if (error != null) {
            refusals.add(error.at(), "syntax", error.message());
            return refusals.found;
        }
        for (Option option : command.options()) {
            refusals.value(option);
        }
        if (command.kind() == CommandKind.VOLUME_CREATE) {
            refusals.names();
        } else {
            refusals.conflicts();
            refusals.networks();
            refusals.image();
        }
        return refusals.found;
    }

    /** What the engine refuses of a command that the client takes, in order of writing. */
    static List<Refusal> byEngine(DockerCommand command) {
        Refusals refusals = new Refusals(command);
        for (Option option : command.options()) {
            Text value = option.value();
            @Nullable
            String problem =
                    value == null ? null : refusedByEngine(option.flag().grammar(), value);
            if (value != null && problem != null) {
                refusals.add(
                        option.shown(),
                        option.flag().written(),
                        "\"" + value.value() + "\" of " + option.spelled() + " " + problem);
            }
        }
        return refusals.found;
    }

    private static @Nullable String refusedByEngine(Grammar grammar, Text value) {
        if (grammar == Grammar.MOUNT) {
            MountFlag mount = MountFlag.read(value);
            return mount.problem() == null ? mount.refusedByEngine() : null;
        }
        // a volume without a source may have any target: it is made below the root
        List<Text> parts = grammar == Grammar.VOLUME && value.isKnown() ? VolumeSyntax.parts(value) : List.of();
        return parts.size() > 1 && !VolumeSyntax.isRefused(parts)
                ? MountFlag.refusedTarget(parts.get(1).value())
                : null;
    }

    private void add(Location at, String evidence, String message) {
        found.add(new Refusal(at, evidence, message, false));
    }

    private void value(Option option) {
        Text value = option.value();
        if (value == null || (!value.isKnown() && option.flag().grammar() != Grammar.MOUNT)) {
            return;
        }
        @Nullable String problem = option.flag().grammar().problem(value);
        if (problem != null) {
            boolean told = option.flag().grammar() == Grammar.MOUNT
                    && MountFlag.read(value).toldElsewhere();
            String shown = "\"" + value.shown() + "\"";
            found.add(new Refusal(
                    option.shown(), option.flag().written(), shown + " of " + option.spelled() + " " + problem, told));
        }
    }

    /** Flags that exclude each other. */
    private void conflicts() {
        Option attach = command.last("attach");
        Option detach = command.last("detach");
        if (attach != null && detach != null && detach.isOn() && isSure(detach)) {
            add(attach.at(), "--attach", attach.spelled() + " and " + detach.spelled() + " exclude each other");
        }
        Option rm = command.last("rm");
        Option restart = command.last("restart");
        if (rm != null && restart != null && rm.isOn() && isSure(rm) && restarts(restart.text())) {
            add(restart.at(), "--restart", "--restart " + restart.text().value() + " and --rm exclude each other");
        }
        Option none = command.last("no-healthcheck");
        if (none != null && none.isOn() && isSure(none)) {
            for (Option option : command.options()) {
                if (option.flag().name().startsWith("health-") && isSet(option)) {
                    add(option.at(), "--no-healthcheck", option.spelled() + " and --no-healthcheck exclude each other");
                    break;
                }
            }
        }
        Option driver = command.last("log-driver");
        Option logOption = command.last("log-opt");
        if (driver != null && logOption != null && driver.text().value().equals("none")) {
            add(logOption.at(), "--log-opt", "the logging driver none does not accept --log-opt");
        }
    }

    private static boolean isSure(Option option) {
        return option.value() == null || option.text().isKnown();
    }

    private static boolean restarts(Text policy) {
        String text = policy.value();
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        return policy.isKnown() && !name.equals("no") && !name.isEmpty();
    }

    /** A health flag with zero or nothing counts as not given. */
    private static boolean isSet(Option option) {
        Text text = option.text();
        if (!text.isKnown() || text.isEmpty()) {
            return false;
        }
        if (option.flag().grammar() == Grammar.TEXT) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.value().charAt(i) >= '1' && text.value().charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private void networks() {
        List<Option> options = new ArrayList<>(1);
        List<NetworkFlag> networks = new ArrayList<>(1);
        for (Option option : command.options()) {
            if (option.flag().grammar() == Grammar.NETWORK) {
                if (!option.text().isKnown()) {
                    return;
                }
                options.add(option);
                networks.add(NetworkFlag.read(option.text()));
            }
        }
        if (networks.isEmpty()) {
            named(DEFAULT_NETWORK, false);
            return;
        }
        together(options, networks);
        NetworkFlag first = networks.get(0);
        named(first.name().value(), first.isUserDefined());
        twice(first);
    }

    /** Networks that are joined twice, or by names or with others that they do not allow. */
    private void together(List<Option> options, List<NetworkFlag> networks) {
        List<String> names = new ArrayList<>(1);
        boolean own = false;
        boolean userDefined = false;
        for (int i = 0; i < networks.size(); i++) {
            NetworkFlag network = networks.get(i);
            Option option = options.get(i);
            String name = network.name().value();
            if (names.contains(name)) {
                add(option.shown(), "--network", "network \"" + name + "\" is joined twice");
            }
            names.add(name);
            userDefined |= network.isUserDefined();
            own |= !network.isUserDefined();
            if (network.aliased() && !network.isUserDefined()) {
                add(option.shown(), "--network", "network \"" + name + "\" does not support aliases");
            }
        }
        if (own && userDefined) {
            int last = names.size() - 1;
            add(
                    options.get(last).shown(),
                    "--network",
                    "networks \"" + names.get(0) + "\" and \"" + names.get(last) + "\" cannot be joined together");
        }
    }

    /** A name in a network that has none. */
    private void named(String network, boolean userDefined) {
        Option alias = alias();
        if (alias != null && !userDefined && !command.isOpen()) {
            add(alias.at(), "--network-alias", "network \"" + network + "\" does not support aliases");
        }
    }

    private @Nullable Option alias() {
        Option alias = command.last(NetworkFlag.ALIAS);
        return alias == null ? command.last("net-alias") : alias;
    }

    /** What both the first network and a flag of the container say. */
    private void twice(NetworkFlag first) {
        List<String> said = new ArrayList<>(first.given().size());
        for (String name : first.given()) {
            boolean alias = name.equals(NetworkFlag.ALIAS);
            Option option = alias ? alias() : command.last(name);
            if (option == null || said.contains(name) || (alias && !first.isUserDefined())) {
                continue;
            }
            boolean empty = !option.text().isKnown() || option.text().isEmpty();
            if (empty && !NetworkFlag.isList(name)) {
                continue;
            }
            said.add(name);
            String field = alias ? "an alias" : "its " + name;
            add(option.at(), "--" + name, option.spelled() + " and --network with " + field + " exclude each other");
        }
    }

    private void image() {
        if (command.operand() == null) {
            if (!command.isOpen()) {
                add(command.verb().at(), "image", command.called() + " lacks an image");
            }
            return;
        }
        Text image = command.operand().text();
        if (image.isKnown() && !ImageName.isValid(image.value())) {
            add(command.operand().at(), "image", notAnImage(image.value()));
        }
    }

    private static String notAnImage(String written) {
        char first = written.isEmpty() ? ' ' : written.charAt(0);
        if (first == '\u2013' || first == '\u2014') {
            return "\"" + written + "\" starts with an " + (first == '\u2013' ? "en" : "em")
                    + " dash, not with \"--\", so docker takes it for the image";
        }
        boolean upper = ImageName.isValid(written.toLowerCase(Locale.ROOT));
        return "\"" + written + "\" is not a valid image name" + (upper ? ": image names are lower case" : "");
    }

    private void names() {
        Option name = command.last("name");
        if (command.operand() != null && name != null && !name.text().isEmpty()) {
            add(name.at(), "--name", "--name and \"" + command.operand().value() + "\" both name the volume");
        }
        if (!command.arguments().isEmpty() && !command.isOpen()) {
            add(
                    command.arguments().get(0).at(),
                    "name",
                    "docker volume create takes one name, and \""
                            + command.arguments().get(0).value() + "\" is a second one");
        }
    }
}
