package dev.plimsoll.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCompilerTest {
    private static final String GOOD = """
            {
              "title": "a file", "type": "object",
              "properties": {"a": {"$ref": "#/definitions/d"}, "b": {"anyOf": [{"type": "string"}, {"$ref": "#/definitions/d"}]}},
              "additionalProperties": false,
              "definitions": {
                "d": {"type": ["array", "null"], "items": {"type": "integer", "minimum": 0}, "uniqueItems": true}
              }
            }
            """;

    @TempDir
    Path folder;

    private final List<String> mistakes = new ArrayList<>();

    private String compile(String schema) throws IOException {
        Path file = Files.writeString(folder.resolve("s.json"), schema);
        return SchemaCompiler.compile(file.toFile(), mistakes);
    }

    @Test
    void table() throws IOException {
        assertThat(compile(GOOD)).isEqualTo("""
                Ki\t<0
                Kaz\tI0\tU
                Ksaz\tI0\tU
                Ko\tPa=1\tPb=2\tC\tTa file
                """);
        assertThat(mistakes).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"minimum\" | \"multipleOf\" | multipleOf is a keyword that the compiler does not know",
                "\"minimum\" | \"format\" | a keyword for a type that is not allowed",
                "{\"type\": \"string\"} | {\"type\": \"array\"} | a second alternative for one type",
                "\"integer\" | \"whole\" | no type: whole",
                "\"title\": \"a file\", | | no title for messages about forbidden keys",
                "[\"array\", \"null\"] | [] | a keyword for a type that is not allowed",
                "\"d\": { | \"e\": {\"type\": \"null\"}, \"d\": { | nothing refers to this",
                "\"a\": {\"$ref\": \"#/definitions/d\"} | \"a\": {\"$ref\": \"#/definitions/e\"} | no definition #/definitions/e",
                "\"a\": {\"$ref\" | \"a\": {\"type\": \"null\", \"$ref\" | only these may stand here",
                "{\"type\": \"integer\", \"minimum\": 0} | {\"$ref\": \"#/definitions/d\"} | d holds itself",
                "\"uniqueItems\": true | \"uniqueItems\": false | must be true",
                "\"type\": \"string\" | \"type\": \"string\", \"format\": \"uri\" | no format: uri",
                "\"type\": \"object\", | \"type\": \"object\", \"patternProperties\": {\".*\": true}, | no pattern: .*",
                "\"a file\" | \"a f\u00EFle\" | must be a text of one line in ASCII",
                "\"a\": {\"$ref\": \"#/definitions/d\"} | \"a\": {\"description\": \"x\"} | no type",
                "\"type\": \"integer\" | \"type\": [\"integer\", \"string\"], \"enum\": [\"a\"] | enum is about all types",
                "{\"type\": \"string\"} | {\"type\": \"string\", \"enum\": []} | must be an array that holds something",
                "\"a\": {\"$ref\": \"#/definitions/d\"} | \"a\": 5 | must be an object, not a number",
            })
    void mistakes(String part, String replacement, String message) throws IOException {
        String changed = GOOD.replace(part, replacement == null ? "" : replacement);
        assertThat(changed).isNotEqualTo(GOOD);
        assertThat(compile(changed)).isEmpty();
        assertThat(mistakes).singleElement().asString().startsWith("s.json:").contains(message);
    }

    @Test
    void noJson() throws IOException {
        assertThat(compile("{")).isEmpty();
        assertThat(mistakes).singleElement().asString().startsWith("s.json:");
    }

    @Test
    void noFile() {
        SchemaCompiler.compile(folder.resolve("none.json").toFile(), mistakes);
        assertThat(mistakes).singleElement().asString().startsWith("none.json: ");
    }
}
