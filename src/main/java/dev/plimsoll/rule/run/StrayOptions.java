package dev.plimsoll.rule.run;

import dev.plimsoll.model.PortSyntax;
import dev.plimsoll.model.SizeGrammar;
import dev.plimsoll.source.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options at the beginning of a container's command that look like options of docker.
 *
 * @param words how many words they are
 * @param telling the first one, with its value, that can hardly be the program's own; null if there is none
 */
record StrayOptions(int words, @Nullable String telling) {
    private static final String HOST_PATH_MARK = ":/";

    /**
     * The options that a command begins with.
     *
     * @param official whether the image is known, so that its program is known to take no limits and variables
     */
    static StrayOptions of(List<Text> command, boolean official) {
        int at = 0;
        String telling = null;
        while (at < command.size() && command.get(at).isKnown()) {
            String word = command.get(at).value();
            if (isSwitch(word)) {
                at++;
                continue;
            }
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            boolean next =
                    equals < 0 && at + 1 < command.size() && command.get(at + 1).isKnown();
            if (equals < 0 && !next) {
                break;
            }
            String value = equals < 0 ? command.get(at + 1).value() : word.substring(equals + 1);
            Kind kind = kind(name, value, official);
            if (kind == Kind.FOREIGN) {
                break;
            }
            if (kind == Kind.TELLING && telling == null) {
                telling = equals < 0 ? name + " " + value : word;
            }
            at += equals < 0 ? 2 : 1;
        }
        return new StrayOptions(at, telling);
    }

    private enum Kind {
        /** No program but docker takes it like this. */
        TELLING,
        /** Docker takes it, and so may the program. */
        EITHER,
        /** Docker does not take it like this, or the program may well do so. */
        FOREIGN
    }

    private static boolean isSwitch(String word) {
        return switch (word) {
            case "-d", "-i", "-t", "-it", "-ti", "-dit", "-itd", "-di", "-td" -> true;
            case "--rm", "--detach", "--interactive", "--tty", "--privileged", "--read-only", "--init" -> true;
            default -> false;
        };
    }

    private static Kind kind(String name, String value, boolean official) {
        return switch (name) {
            case "--tmpfs" -> telling(value.startsWith("/"));
            case "--mount" -> telling(value.contains("type=") || value.contains("target="));
            case "-v", "--volume" -> telling(isVolume(value));
            case "-p", "--publish" ->
                telling(value.indexOf(':') > 0 && PortSyntax.problem(value).isEmpty());
            case "--memory-swap", "--memory-reservation", "--shm-size" -> telling(isSizeWithUnit(value));
            case "--restart" -> telling(isRestartPolicy(value));
            case "-m", "--memory" -> !isSizeWithUnit(value) ? Kind.FOREIGN : official ? Kind.TELLING : Kind.EITHER;
            case "-e", "--env" -> !isVariable(value) ? Kind.FOREIGN : official ? Kind.TELLING : Kind.EITHER;
            case "--name", "--network", "--hostname", "--user", "--workdir", "--cpus", "--env-file" ->
                value.startsWith("-") ? Kind.FOREIGN : Kind.EITHER;
            default -> Kind.FOREIGN;
        };
    }

    private static Kind telling(boolean shaped) {
        return shaped ? Kind.TELLING : Kind.FOREIGN;
    }

    /** {@code SOURCE:/TARGET}, and no address such as {@code http://host}. */
    private static boolean isVolume(String value) {
        int mark = value.indexOf(HOST_PATH_MARK);
        return mark > 0 && !value.startsWith(HOST_PATH_MARK + "/", mark);
    }

    private static boolean isSizeWithUnit(String value) {
        boolean unit = !value.isEmpty() && Character.isLetter(value.charAt(value.length() - 1));
        return unit && SizeGrammar.docker(value).isPresent();
    }

    private static boolean isRestartPolicy(String value) {
        return value.equals("always") || value.equals("unless-stopped") || value.startsWith("on-failure");
    }

    /** {@code NAME=…} in capitals. */
    private static boolean isVariable(String value) {
        int equals = value.indexOf('=');
        for (int i = 0; i < equals; i++) {
            char c = value.charAt(i);
            boolean capital = c >= 'A' && c <= 'Z';
            if (!capital && c != '_' && !(i > 0 && c >= '0' && c <= '9')) {
                return false;
            }
        }
        return equals > 0;
    }
}
