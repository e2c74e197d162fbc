package dev.plimsoll.build;

import dev.plimsoll.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who may use the server of an image: what opens and what closes it, and where it listens. */
final class AccessFacts {
    private static final List<String> KEYS =
            List.of("versions", "ports", "opened-by", "password", "closed-by", "unless-mounted", "source");

    /** The kinds in the order of their numbers in the index. */
    private static final List<String> KINDS = List.of("env", "option", "word", "text");

    private static final Pattern SIGN = Pattern.compile("(env|option|word|text) ([^ =]+)(?:=([^ ]+))?");
    private static final Pattern PASSWORD = Pattern.compile("[a-z]+:[a-z]+");
    private static final int MAX_PORT = 65535;

    private final Section access;
    private final FactWriter facts;

    private AccessFacts(Section access, FactWriter facts) {
        this.access = access;
        this.facts = facts;
    }

    /**
     * Checks and writes them as one text, so that a run may pass over them.
     *
     * @param source where the image as a whole is described; null if nowhere
     */
    static void write(Section image, @Nullable String source, FactWriter facts) throws CatalogException {
        List<YamlNode> nodes = image.list("access");
        FactWriter all = new FactWriter();
        if (!nodes.isEmpty()) {
            all.out.count(nodes.size());
        }
        for (YamlNode node : nodes) {
            Section access = Section.of(node, KEYS);
            if (access.optionalString("source") == null && source == null) {
                throw new CatalogException(node, "missing key \"source\", here or at the image");
            }
            new AccessFacts(access, all).write();
        }
        facts.out.text(all.out.written());
    }

    private void write() throws CatalogException {
        VersionRange versions = VersionRange.of(access.get("versions"));
        facts.version(versions.from());
        facts.version(versions.to());
        ports(Section.items(access.require("ports")));
        signs(access.list("opened-by"));
        @Nullable String password = access.optionalString("password");
        if (password != null && !PASSWORD.matcher(password).matches()) {
            throw new CatalogException(access.require("password"), "write the published name:password");
        }
        facts.out.text(password == null ? "" : password);
        signs(access.list("closed-by"));
        facts.pathList(access.list("unless-mounted"));
    }

    private void ports(List<YamlNode> nodes) throws CatalogException {
        facts.out.count(nodes.size());
        for (YamlNode node : nodes) {
            int port = port(Section.filled(node));
            if (port < 1 || port > MAX_PORT) {
                throw new CatalogException(node, "\"" + Section.filled(node) + "\" is not a port");
            }
            facts.out.count(port);
        }
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void signs(List<YamlNode> nodes) throws CatalogException {
        facts.out.count(nodes.size());
        for (YamlNode node : nodes) {
            Matcher sign = SIGN.matcher(Section.filled(node));
            boolean known =
                    sign.matches() && (sign.group(3) == null || !sign.group(1).equals("option"));
            if (!known) {
                throw new CatalogException(
                        node,
                        "write \"env NAME\", \"env NAME=value\", \"option --name\", \"word --name\" or \"text PART\"");
            }
            int kind = KINDS.indexOf(sign.group(1));
            String value = sign.group(3) == null ? "" : sign.group(3);
            boolean whole = kind > 1;
            String name = whole && !value.isEmpty() ? sign.group(2) + "=" + value : sign.group(2);
            facts.out.count(kind);
            facts.out.text(kind == KINDS.indexOf("text") ? name.toLowerCase(Locale.ROOT) : name);
            facts.out.text(whole ? "" : value);
        }
    }
}
