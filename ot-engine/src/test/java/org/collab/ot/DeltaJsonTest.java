package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaJsonTest {

    @Test
    void reads_every_kind_of_op() {
        Delta delta = DeltaJson.read("""
                [{"insert":"a"}, {"insert":{"image":"x"},"attributes":{"width":3}}, {"retain":2},
                 {"retain":{"delta":[]},"attributes":{"bold":null}}, {"delete":4}]""");
        assertThat(delta.ops())
                .containsExactly(
                        new Op.Insert("a", Attributes.EMPTY),
                        new Op.Embed("image", "x", Attributes.of("width", 3)),
                        new Op.Retain(2, Attributes.EMPTY),
                        new Op.RetainEmbed("delta", List.of(), Attributes.of("bold", null)),
                        new Op.Delete(4));
    }

    @Test
    void reads_the_wrapped_form() {
        assertThat(DeltaJson.read(" { \"ops\" : [ { \"delete\" : 1 } ] } "))
                .isEqualTo(Delta.builder().delete(1).build());
    }

    @Test
    void keeps_the_order_that_was_sent() {
        String sent = "[{\"delete\":1},{\"insert\":\"a\"},{\"delete\":1}]";
        assertThat(DeltaJson.write(DeltaJson.read(sent))).isEqualTo(sent);
    }

    @Test
    void joins_neighbours_and_drops_what_means_nothing() {
        Delta delta = DeltaJson.read("""
                [{"retain":1,"attributes":{}},{"retain":2},{"insert":"a","attributes":{"bold":null}},{"insert":"b"}]""");
        assertThat(delta.ops())
                .containsExactly(new Op.Retain(3, Attributes.EMPTY), new Op.Insert("ab", Attributes.EMPTY));
    }

    @Test
    void writes_keys_sorted_without_space() {
        Delta delta = Delta.builder()
                .insert("a", Map.of("z", true, "a", Map.of("y", 1, "x", List.of())))
                .build();
        assertThat(DeltaJson.write(delta))
                .isEqualTo("[{\"attributes\":{\"a\":{\"x\":[],\"y\":1},\"z\":true},\"insert\":\"a\"}]");
        assertThat(DeltaJson.write(Delta.EMPTY)).isEqualTo("[]");
    }

    @Test
    void values_of_another_json_library() {
        Delta delta = DeltaJson.fromValues(List.of(
                Map.of("insert", "a", "attributes", Map.of("size", 12)), Map.of("retain", 3), Map.of("delete", 1.0)));
        assertThat(delta)
                .isEqualTo(Delta.builder()
                        .insert("a", Map.of("size", 12L))
                        .retain(3)
                        .delete(1)
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"retain":0}]                      | op 0: retain must be a positive integer, was 0
            [{"retain":-1}]                     | op 0: retain must be a positive integer, was -1
            [{"retain":1.5}]                    | op 0: retain must be a positive integer, was 1.5
            [{"retain":"1"}]                    | op 0: retain must be a positive integer, was "1"
            [{"retain":null}]                   | op 0: retain must be a positive integer, was null
            [{"retain":true}]                   | op 0: retain must be a positive integer, was true
            [{"retain":[1]}]                    | op 0: retain must be a positive integer, was a list
            [{"retain":2147483648}]             | op 0: retain must be a positive integer, was 2147483648
            [{"retain":{}}]                     | op 0: retain of an object must have exactly one key, its type, had 0
            [{"retain":{"a":1,"b":2}}]          | op 0: retain of an object must have exactly one key, its type, had 2
            [{"retain":1},{"delete":0}]         | op 1: delete must be a positive integer, was 0
            [{"delete":-3}]                     | op 0: delete must be a positive integer, was -3
            [{"delete":0.5}]                    | op 0: delete must be a positive integer, was 0.5
            [{"delete":"2"}]                    | op 0: delete must be a positive integer, was "2"
            [{"delete":1e300}]                  | op 0: delete must be a positive integer, was 1.0E300
            [{"delete":{"image":1}}]            | op 0: delete must be a positive integer, was an object
            [{"delete":1,"attributes":{}}]      | op 0: delete takes no attributes
            [{"insert":""}]                     | op 0: insert must not be empty
            [{"insert":7}]                      | op 0: insert must be text or an embed object, was 7
            [{"insert":null}]                   | op 0: insert must be text or an embed object, was null
            [{"insert":["a"]}]                  | op 0: insert must be text or an embed object, was a list
            [{"insert":{}}]                     | op 0: insert of an object must have exactly one key, its type, had 0
            [{"insert":{"a":1,"b":2}}]          | op 0: insert of an object must have exactly one key, its type, had 2
            [{"insert":"a","delete":1}]         | op 0: expected one of insert, retain and delete, was delete and insert
            [{"insert":"a","retain":1}]         | op 0: expected one of insert, retain and delete, was insert and retain
            [{}]                                | op 0: expected one of insert, retain and delete, was none
            [{"attributes":{"bold":true}}]      | op 0: expected one of insert, retain and delete, was none
            [{"insert":"a","id":5}]             | op 0: unknown key "id"
            [{"insert":"a","attributes":null}]  | op 0: attributes must be an object, was null
            [{"insert":"a","attributes":[]}]    | op 0: attributes must be an object, was a list
            [{"insert":"a","attributes":"b"}]   | op 0: attributes must be an object, was "b"
            [1]                                 | op 0: expected an object, was 1
            [null]                              | op 0: expected an object, was null
            [[{"insert":"a"}]]                  | op 0: expected an object, was a list
            {"op":[]}                           | a delta must be a list of ops, or an object with the one key "ops"
            {}                                  | a delta must be a list of ops, or an object with the one key "ops"
            """)
    void malformed_op(String json, String message) {
        assertThatThrownBy(() -> DeltaJson.read(json))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class,
                        e -> assertThat(e.code()).isEqualTo(InvalidDeltaException.Code.MALFORMED_OP))
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "\"a\"",
                "[",
                "]",
                "[}",
                "[,]",
                "[{\"retain\":1}",
                "[{\"insert\":\"a\"},]",
                "[{\"insert\":\"a\"}]x",
                "[{\"insert\":\"a\"}][]",
                "[{\"insert\":\"a}]",
                "[{\"insert\":\"\\x\"}]",
                "[{\"insert\":\"\\u12g4\"}]",
                "[{\"insert\":\"\\u12\"}]",
                "[{\"insert\":\"\\",
                "[{\"insert\":\"a\nb\"}]",
                "[{\"insert\" \"a\"}]",
                "[{insert:\"a\"}]",
                "[{'insert':'a'}]",
                "[{\"insert\":\"a\",}]",
                "[{\"retain\":01}]",
                "[{\"retain\":+1}]",
                "[{\"retain\":.5}]",
                "[{\"retain\":1.}]",
                "[{\"retain\":1e}]",
                "[{\"retain\":-}]",
                "[{\"retain\":NaN}]",
                "[{\"retain\":1e999}]",
                "[{\"retain\":tru}]",
                "[{\"retain\":1 2}]",
                "[{\"insert\":\"a\",\"insert\":\"b\"}]",
                "[{\"insert\":{\"a\":{\"x\":1,\"x\":2}}}]",
                "{\"ops\":[]",
                "{\"ops\":[],\"x\":1}",
                "{\"ops\":{}}",
                "\ufeff[]",
                "[{\"insert\":\"a\"} /* */]"
            })
    void malformed_json(String json) {
        assertThatThrownBy(() -> DeltaJson.read(json))
                .isInstanceOfSatisfying(
                        InvalidDeltaException.class,
                        e -> assertThat(e.code()).isEqualTo(InvalidDeltaException.Code.MALFORMED_JSON))
                .hasMessageContaining("malformed JSON at character ");
    }

    private static void refusedWith(String message, String json) {
        assertThatThrownBy(() -> DeltaJson.read(json)).hasMessage(message);
    }

    @Test
    void malformed_json_is_shown_with_its_op_and_place() {
        refusedWith("malformed JSON at character 0: expected a list of ops, was the end", "");
        refusedWith("malformed JSON at character 2: expected the end of the text, was 'x'", "[]x");
        refusedWith("op 1: malformed JSON at character 15: expected a value, was 'x'", "[{\"retain\":1}, x]");
        refusedWith(
                "op 0: malformed JSON at character 13: expected control characters in a string to be escaped,"
                        + " was '\\u0001'",
                "[{\"insert\":\"a\u0001\"}]");
        refusedWith("op 0: malformed JSON at character 1: expected a value, was '\\ud83d'", "[\ud83d]");
        refusedWith("op 0: malformed JSON at character 1: expected a value, was 'é'", "[é]");
        refusedWith("malformed JSON at character 13: expected ',', was '3'", "[{\"delete\":2}3]");
        refusedWith(
                "op 0: malformed JSON at character 14: expected four hexadecimal digits, was '１'",
                "[{\"insert\":\"\\u１234\"}]");
        refusedWith("op 1: objects and lists may nest at most 6 deep", "[{\"retain\":1},[[[[[[]]]]]]]");
    }

    @Test
    void every_escape_sequence() {
        assertThat(DeltaJson.read("[{\"insert\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\u00e9\"}]"))
                .isEqualTo(Delta.builder().insert("\"\\/\b\f\n\r\téé").build());
    }

    @Test
    void malformed_values_of_another_json_library() {
        assertThatThrownBy(() -> DeltaJson.fromValues(List.of(Map.of("insert", new StringBuilder("a")))))
                .hasMessage("op 0: expected a JSON value, was of type java.lang.StringBuilder");
        assertThatThrownBy(() -> DeltaJson.fromValues(List.of(Map.of("retain", 1), Map.of("retain", Double.NaN))))
                .hasMessage("op 1: expected a finite number, was NaN");
    }

    @Test
    void change_of_an_embed_as_json_and_as_values() {
        Delta change = Delta.builder()
                .retainEmbed("table", List.of(1L), Attributes.of("bold", true))
                .build();
        assertThat(DeltaJson.write(change)).isEqualTo("[{\"attributes\":{\"bold\":true},\"retain\":{\"table\":[1]}}]");
        assertThat(DeltaJson.toValues(change))
                .containsExactly(Map.of("attributes", Map.of("bold", true), "retain", Map.of("table", List.of(1L))));
        assertThat(DeltaJson.fromValues(DeltaJson.toValues(change))).isEqualTo(change);
    }

    @Test
    void values_are_shown_up_to_40_characters() {
        refusedWith(
                "op 0: retain must be a positive integer, was \"" + "x".repeat(40) + "\"",
                "[{\"retain\":\"" + "x".repeat(40) + "\"}]");
        refusedWith(
                "op 0: retain must be a positive integer, was \"" + "x".repeat(40) + "…\"",
                "[{\"retain\":\"" + "x".repeat(41) + "\"}]");
    }
}
