package dev.plimsoll.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.catalog.RuleCatalog;
import dev.plimsoll.catalog.RuleMetadata;
import dev.plimsoll.catalog.RuleOption;
import dev.plimsoll.source.SourceFile;
import dev.plimsoll.testkit.Goldens;
import dev.plimsoll.yaml.YamlMapping;
import dev.plimsoll.yaml.YamlNode;
import dev.plimsoll.yaml.YamlParser;
import dev.plimsoll.yaml.YamlScalar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.everit.json.schema.Schema;
import org.everit.json.schema.ValidationException;
import org.everit.json.schema.loader.SchemaLoader;
import org.json.JSONObject;
import org.json.JSONTokener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of configurations is made of the rule pages, and agrees with the reader. */
class ConfigSchemaTest {
    private static final Path SCHEMA = Path.of("src/main/resources/dev/plimsoll/config/plimsoll.schema.json");

    @Test
    void isMadeOfTheRulePages() throws Exception {
        Goldens.check(SCHEMA, schema());
    }

    @Test
    void knowsTheKeysThatTheReaderKnows() throws Exception {
        JSONObject schema = new JSONObject(new JSONTokener(Files.readString(SCHEMA)));
        JSONObject definitions = schema.getJSONObject("definitions");
        assertThat(schema.getJSONObject("properties").keySet()).isEqualTo(new TreeSet<>(ConfigReader.KEYS));
        assertThat(definitions
                        .getJSONObject("override")
                        .getJSONObject("properties")
                        .keySet())
                .isEqualTo(new TreeSet<>(ConfigReader.OVERRIDE_KEYS));
        assertThat(definitions
                        .getJSONObject("ignored")
                        .getJSONObject("properties")
                        .keySet())
                .isEqualTo(new TreeSet<>(ConfigReader.IGNORE_KEYS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'profile': 'strict', 'fail-on': 'never', 'select': 'tmpfs', 'extends': [], 'baseline': 'b'}",
                "{'ignore': ['tmpfs', {'rule': 'schema', 'path': ['a/'], 'container': 'x', 'expires': '2030-01-01'}]}",
                "{'rules': {'swap-limit-missing': {'minimum': '1g', 'severity': 'error'}, 'schema': {'enabled': true}}}",
                "{'rules': {'tmpfs-crowds-memory': {'ratio': 0.7}}, 'exclude': ['a'], 'overrides': [{'paths': 'x'}]}",
                "{'rules': {'tmpfs-unbounded': {'default': '32m', 'general': 15}, 'swap-limit-missing': {'minimum': 0}}}",
                "{'mirrors': ['registry.example.com/hub', 'localhost:5000']}",
                "{'search': ['vendor/', '.venv']}",
                "{'search': 'vendor'}",
                "{'rules': {'memory-limit-missing': {'suggest': 6291456}, 'pids-limit-missing': {'suggest': 300}}}",
            })
    void acceptsWhatTheReaderAccepts(String json) throws Exception {
        load().validate(new JSONObject(json));
        assertThat(ConfigFixture.problem(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'profil': 'strict'}",
                "{'profile': 'loud'}",
                "{'fail-on': 'fatal'}",
                "{'select': ['tmpfs-unbouned']}",
                "{'ignore': [{'path': 'x'}]}",
                "{'ignore': [{'rule': 'schema', 'expires': 'soon'}]}",
                "{'rules': {'nothing': {}}}",
                "{'rules': {'schema': {'minimum': '1g'}}}",
                "{'rules': {'swap-limit-missing': {'minimum': 'lots'}}}",
                "{'rules': {'tmpfs-crowds-memory': {'ratio': 'half'}}}",
                "{'rules': {'tmpfs-crowds-memory': {'ratio': 1.5}}}",
                "{'rules': {'tmpfs-unbounded': {'default': 0}}}",
                "{'rules': {'tmpfs-unbounded': {'default': '0m'}}}",
                "{'rules': {'tmpfs-unbounded': {'general': 300}}}",
                "{'rules': {'tmpfs-unbounded': {'general': 0}}}",
                "{'rules': {'pids-limit-missing': {'suggest': 1.5}}}",
                "{'rules': {'memory-limit-missing': {'suggest': 5}}}",
                "{'rules': {'log-unbounded': {'size': 0}}}",
                "{'overrides': [{'profile': 'strict'}]}",
                "{'search': ['vendors']}",
                "{'search': ['.git']}",
            })
    void refusesWhatTheReaderRefuses(String json) {
        assertThatThrownBy(() -> load().validate(new JSONObject(json))).isInstanceOf(ValidationException.class);
        assertThat(ConfigFixture.problem(json)).isNotEmpty();
    }

    private static Schema load() throws Exception {
        return SchemaLoader.builder()
                .schemaJson(new JSONObject(new JSONTokener(Files.readString(SCHEMA))))
                .draftV7Support()
                .build()
                .load()
                .build();
    }

    private static String schema() throws Exception {
        StringBuilder out = new StringBuilder();
        out.append("""
                {
                  "$schema": "http://json-schema.org/draft-07/schema#",
                  "title": ".plimsoll.yaml",
                  "description": "What Plimsoll finds in a project, and what it leaves out.",
                  "type": ["object", "null"],
                  "additionalProperties": false,
                  "properties": {
                    "extends": {"$ref": "#/definitions/strings", "description": "Configurations that this one completes, by their path from here; a later one wins."},
                    "profile": {"$ref": "#/definitions/profile"},
                    "fail-on": {"enum": ["error", "warning", "info", "never", null], "description": "The severity from which on a finding makes the exit code 1. Default: warning."},
                    "select": {"$ref": "#/definitions/names", "description": "Rules and categories that run in place of the profile's."},
                    "ignore": {
                      "type": ["array", "null"],
                      "description": "Findings that are left out.",
                      "items": {"anyOf": [{"$ref": "#/definitions/name"}, {"$ref": "#/definitions/ignored"}]}
                    },
                    "rules": {"$ref": "#/definitions/rules"},
                    "exclude": {"$ref": "#/definitions/strings", "description": "Files that are not linted: patterns as in .gitignore, with *, ** and ?."},
                    "overrides": {
                      "type": ["array", "null"],
                      "description": "Settings for some files or containers; a later item wins.",
                      "items": {"$ref": "#/definitions/override"}
                    },
                    "baseline": {"type": ["string", "null"], "description": "The file with the findings that are known, by its path from here; plimsoll init --baseline writes it."},
                    "foreign-ignores": {"type": ["boolean", "null"], "description": "Whether comments of dclint, KICS and semgrep are obeyed, as far as their rules stand for ours."},
                    "mirrors": {"$ref": "#/definitions/strings", "description": "Registries that mirror Docker Hub, with what stands before its names there, such as registry.example.com/hub: what is known of an image holds for its copy."},
                    "search": {"anyOf": [{"$ref": "#/definitions/skipped"}, {"type": "array", "items": {"$ref": "#/definitions/skipped"}}, {"type": "null"}], "description": "Directories that a search does not skip, though they usually hold other people's files."}
                  },
                  "definitions": {
                    "strings": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "null"}]},
                    "profile": {"enum": ["default", "strict", null], "description": "How much is told: default, or strict with hardening and hygiene that most files lack."},
                    "severity": {"enum": ["error", "warning", "info", null], "description": "In place of the rule's own severity."},
                    "enabled": {"type": ["boolean", "null"], "description": "Whether the rule runs, whatever the profile."},
                    "size": {"title": "size", "type": "string", "pattern": "^[0-9]+(\\\\.[0-9]+)?([bB]|[kKmMgGtT]([iI]?[bB])?)?$"},
                    "positive-size": {"title": "size", "type": "string", "pattern": "^(?=.*[1-9])[0-9]+(\\\\.[0-9]+)?([bB]|[kKmMgGtT]([iI]?[bB])?)?$"},
                    "names": {"anyOf": [{"$ref": "#/definitions/name"}, {"type": "array", "items": {"$ref": "#/definitions/name"}}, {"type": "null"}]},
                    "ignored": {
                      "type": "object",
                      "additionalProperties": false,
                      "required": ["rule"],
                      "properties": {
                        "rule": {"$ref": "#/definitions/name"},
                        "path": {"$ref": "#/definitions/strings", "description": "Files: patterns as in .gitignore. Default: all."},
                        "container": {"$ref": "#/definitions/strings", "description": "Names of containers, with * and ?. Default: all, and what belongs to none."},
                        "reason": {"type": ["string", "null"], "description": "Why. It stands in the reports."},
                        "expires": {"type": ["string", "null"], "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "description": "The last day on which this holds."}
                      }
                    },
                    "override": {
                      "type": "object",
                      "additionalProperties": false,
                      "anyOf": [{"required": ["paths"]}, {"required": ["containers"]}],
                      "properties": {
                        "paths": {"$ref": "#/definitions/strings", "description": "Files: patterns as in .gitignore."},
                        "containers": {"$ref": "#/definitions/strings", "description": "Names of containers, with * and ?."},
                        "profile": {"$ref": "#/definitions/profile"},
                        "rules": {"$ref": "#/definitions/rules"}
                      }
                    },
                """);
        String skipped = String.join("|", SkippedDirectories.NAMES).replace(".", "\\\\.");
        out.append("    \"skipped\": {\"type\": \"string\", \"pattern\": \"^(" + skipped + ")/?$\"},\n");
        names(out);
        out.append("    \"rules\": {\n      \"type\": [\"object\", \"null\"],\n");
        out.append("      \"description\": \"Rules by id.\",\n      \"additionalProperties\": false,\n");
        out.append("      \"properties\": {\n");
        List<RuleMetadata> rules = RuleCatalog.builtIn().rules();
        for (int i = 0; i < rules.size(); i++) {
            rule(rules.get(i), out);
            out.append(i + 1 < rules.size() ? ",\n" : "\n");
        }
        return out.append("      }\n    }\n  }\n}\n").toString();
    }

    private static void names(StringBuilder out) {
        TreeSet<String> names = new TreeSet<>(RuleCatalog.builtIn().categories());
        for (RuleMetadata rule : RuleCatalog.builtIn().rules()) {
            names.add(rule.id());
        }
        out.append(
                "    \"name\": {\n      \"title\": \"rule or category\",\n      \"description\": \"A rule or a category.\",\n      \"enum\": [\n");
        out.append("        \"").append(String.join("\",\n        \"", names)).append("\"\n      ]\n    },\n");
    }

    private static void rule(RuleMetadata rule, StringBuilder out) throws Exception {
        out.append("        ").append(JSONObject.quote(rule.id())).append(": {\n");
        out.append("          \"type\": [\"object\", \"null\"],\n");
        out.append("          \"description\": ")
                .append(JSONObject.quote(rule.summary()))
                .append(",\n");
        out.append("          \"additionalProperties\": false,\n          \"properties\": {\n");
        out.append("            \"severity\": {\"$ref\": \"#/definitions/severity\"},\n");
        out.append("            \"enabled\": {\"$ref\": \"#/definitions/enabled\"}");
        Map<String, String> about = about(rule.id());
        for (Map.Entry<String, String> option : rule.options().entrySet()) {
            RuleOption range = rule.option(option.getKey());
            boolean choice = range.type() == RuleOption.Type.CHOICE;
            boolean words = choice || range.type() == RuleOption.Type.WORDS;
            String bounds =
                    words ? "" : "\"minimum\": " + number(range.least()) + ", \"maximum\": " + number(range.most());
            String type =
                    switch (range.type()) {
                        case CHOICE -> "\"enum\": [\"" + range.unit().replace(" ", "\", \"") + "\", null]";
                        case NUMBER -> "\"type\": [\"number\", \"null\"], " + bounds;
                        case WHOLE -> "\"type\": [\"integer\", \"null\"], " + bounds;
                        case SIZE ->
                            "\"anyOf\": [{\"$ref\": \"#/definitions/" + (range.least() > 0 ? "positive-" : "")
                                    + "size\"}, {\"type\": \"number\", " + bounds + "}, {\"type\": \"null\"}]";
                        case WORDS -> "\"type\": [\"string\", \"array\", \"null\"], \"items\": {\"type\": \"string\"}";
                    };
            out.append(",\n            ")
                    .append(JSONObject.quote(option.getKey()))
                    .append(": {")
                    .append(type);
            if (!option.getValue().isEmpty()) {
                boolean plain = range.type() == RuleOption.Type.NUMBER || range.type() == RuleOption.Type.WHOLE;
                out.append(", \"default\": ").append(plain ? option.getValue() : JSONObject.quote(option.getValue()));
            }
            out.append(", \"description\": ")
                    .append(JSONObject.quote(about.get(option.getKey())
                            + (choice
                                    ? "; default " + option.getValue()
                                    : words ? "" : "; " + range.range() + ", default " + option.getValue())));
            out.append('}');
        }
        out.append("\n          }\n        }");
    }

    private static String number(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }

    /** What a page says about its rule's options. */
    private static Map<String, String> about(String id) throws Exception {
        String page = Files.readString(Path.of("rules", id + ".md"));
        String front = page.substring(4, page.indexOf("\n---"));
        Map<String, String> about = new LinkedHashMap<>();
        YamlNode root = YamlParser.parse(new SourceFile(id, front)).get(0);
        YamlNode options = value(root, "options");
        if (options instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.entries()) {
                YamlScalar words = (YamlScalar) value(entry.value(), "about");
                about.put(((YamlScalar) entry.key()).value(), words.value());
            }
        }
        return about;
    }

    private static YamlNode value(YamlNode node, String key) {
        for (YamlMapping.Entry entry : ((YamlMapping) node).entries()) {
            if (((YamlScalar) entry.key()).value().equals(key)) {
                return entry.value();
            }
        }
        return null;
    }
}
