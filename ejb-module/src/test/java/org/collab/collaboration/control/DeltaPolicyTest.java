package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.regex.Pattern;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.collab.ot.DeltaJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaPolicyTest {
    /** A semicolon that a JSON value follows. */
    private static final Pattern VALUE_END = Pattern.compile(";(?=[\"\\d{\\[-]|true|false|null)");

    private static final String ID = "01234567-89ab-cdef-0123-456789abcdef";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // format | allowed values | refused values
                "bold | true;null | false;1;\"yes\";\"true\";{};[]",
                "italic | true;null | false;0",
                "underline | true;null | false;\"x\"",
                "strike | true;null | false;\"x\"",
                "code | true;null | false;\"java\"",
                "script | \"sub\";\"super\";null | \"middle\";true;1",
                "color | \"#abc\";\"#A1b2C3\";\"rgb(1, 2, 3)\";\"red\";null"
                        + " | \"#abcd\";\"red;position:fixed\";\"url(x)\";\"rgb(1,2,3);x\";1;true",
                "background | \"#b42318\";\"rgb(255, 255, 0)\";null | \"expression(x)\";\"var(--x)\";false",
                "link | \"https://example.com/a?b=c\";\"HTTP://x\";\"mailto:a@b.example\";null"
                        + " | \"javascript:alert(1)\";\" java\\tscript:alert(1)\";\"data:text/html,x\";\"//x\";\"x\";"
                        + "{\"href\":\"https://x\"};true",
                "header | 1;2;3;4;5;6;null | 0;7;1.5;\"1\";true",
                "list | \"bullet\";\"ordered\";\"checked\";\"unchecked\";null | \"fancy\";true",
                "indent | 1;8;null | 0;9;-1;\"1\"",
                "align | \"center\";\"right\";\"justify\";null | \"left\";\"x\";true",
                "direction | \"rtl\";null | \"ltr\";true",
                "blockquote | true;null | false;\"x\"",
                "code-block | true;\"java\";\"c++\";\"plain\";null | false;\"a b\";\"\\\"><script>\";1",
                "alt | \"A picture\";\"\";null | true;1;{}",
                "width | 1;640;10000;\"50.5\";null | 0;10001;\"1;x\";true",
                "height | 1;480;null | 0;10001;true"
            })
    void S9_every_format_takes_its_values_and_no_others(String format, String allowed, String refused) {
        for (String value : VALUE_END.split(allowed, -1)) {
            String attributes = "{\"" + format + "\":" + value + "}";
            assertThatCode(() -> check(attributes)).as(attributes).doesNotThrowAnyException();
        }
        for (String value : VALUE_END.split(refused, -1)) {
            assertRefused(
                    "[{\"insert\":\"x\",\"attributes\":{\"" + format + "\":" + value + "}}]",
                    ErrorCode.FORBIDDEN_FORMAT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "style", "class", "src", "href", "table", "video", "constructor", "prototype"})
    void S9_every_other_format_is_refused_also_its_removal(String format) {
        assertRefused("[{\"retain\":1,\"attributes\":{\"" + format + "\":null}}]", ErrorCode.FORBIDDEN_FORMAT);
        assertRefused("[{\"insert\":\"x\",\"attributes\":{\"" + format + "\":true}}]", ErrorCode.FORBIDDEN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"__proto__\":true}",
                "{\"constructor\":true}",
                "{\"constructor\":{\"prototype\":1}}",
                "{\"toString\":\"x\"}",
                "{\"hasOwnProperty\":null}"
            })
    void S9_key_that_objects_have_in_browsers_is_refused(String attributes) {
        assertRefused("[{\"retain\":1,\"attributes\":" + attributes + "}]", ErrorCode.FORBIDDEN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"divider\":true}",
                "{\"image\":\"images/" + ID + "\"}",
                "{\"image\":\"data:image/png;base64,iVBORw0KGgo=\"}",
                "{\"image\":\"data:image/webp;base64,AAAA\"}",
                "{\"image\":\"redacted\"}",
                "{\"mention\":{\"userId\":\"" + ID + "\",\"name\":\"Ana Núñez\"}}",
                "{\"table-embed\":{}}",
                "{\"table-embed\":{\"rows\":{\"r1\":\"i\"},\"columns\":{\"c1\":\"i\"},"
                        + "\"r1:c1\":[{\"insert\":\"x\",\"bold\":true,\"link\":\"https://x.example\",\"code\":true,"
                        + "\"italic\":true,\"underline\":true,\"strike\":true,\"color\":\"red\",\"background\":\"#fff\"}],"
                        + "\"align\":{\"r1:c1\":\"right\"},\"background\":{\"r1:c1\":\"#ffeeee\"},"
                        + "\"settings\":{\"header\":true}}}"
            })
    void embed_of_the_editor_is_allowed(String embed) {
        assertThatCode(() -> DeltaPolicy.check(DeltaJson.read("[{\"insert\":" + embed + "}]")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"divider\":false}",
                "{\"divider\":\"<hr>\"}",
                "{\"video\":\"https://example.com/v\"}",
                "{\"formula\":\"x\"}",
                "{\"constructor\":true}",
                "{\"image\":null}",
                "{\"image\":\"https://example.com/i.png\"}",
                "{\"image\":\"/api/documents/x/images/" + ID + "\"}",
                "{\"image\":\"images/../" + ID + "\"}",
                "{\"image\":\"images/" + ID + "?x\"}",
                "{\"image\":\"images/01234567-89AB-CDEF-0123-456789ABCDEF\"}",
                "{\"image\":\"data:image/svg+xml;base64,AAAA\"}",
                "{\"image\":\"data:text/html;base64,AAAA\"}",
                "{\"image\":\"javascript:alert(1)\"}",
                "{\"image\":{\"src\":\"images/" + ID + "\"}}",
                "{\"mention\":\"Ana\"}",
                "{\"mention\":{\"userId\":\"" + ID + "\"}}",
                "{\"mention\":{\"userId\":\"ana\",\"name\":\"Ana\"}}",
                "{\"mention\":{\"userId\":\"" + ID + "\",\"name\":\"\"}}",
                "{\"mention\":{\"userId\":\"" + ID + "\",\"name\":\"a\\nb\"}}",
                "{\"mention\":{\"userId\":\"" + ID + "\",\"name\":\"Ana\",\"href\":\"x\"}}",
                "{\"mention\":{\"userId\":\"" + ID + "\",\"name\":1}}"
            })
    void S9_embed_with_any_other_value_is_refused(String embed) {
        assertRefused("[{\"insert\":" + embed + "}]", ErrorCode.FORBIDDEN_FORMAT);
    }

    @Test
    void mentions_name_is_bounded() {
        String name = "x".repeat(201);
        assertRefused(
                "[{\"insert\":{\"mention\":{\"userId\":\"" + ID + "\",\"name\":\"" + name + "\"}}}]",
                ErrorCode.FORBIDDEN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"r1:c1\":[{\"insert\":\"x\",\"header\":1}]}",
                "{\"r1:c1\":[{\"insert\":\"x\",\"list\":\"bullet\"}]}",
                "{\"r1:c1\":[{\"insert\":\"x\",\"onclick\":\"x\"}]}",
                "{\"r1:c1\":[{\"insert\":\"x\",\"constructor\":true}]}",
                "{\"r1:c1\":[{\"insert\":\"x\",\"link\":\"javascript:alert(1)\"}]}",
                "{\"r1:c1\":[{\"insert\":\"x\",\"attributes\":true}]}",
                "{\"align\":{\"r1:c1\":\"justify\"}}",
                "{\"align\":{\"r1:c1\":1}}",
                "{\"background\":{\"r1:c1\":\"url(https://x)\"}}",
                "{\"settings\":{\"border\":true}}",
                "{\"settings\":{\"header\":1}}"
            })
    void S9_table_takes_no_other_formats(String table) {
        assertRefused("[{\"insert\":{\"table-embed\":" + table + "}}]", ErrorCode.FORBIDDEN_FORMAT);
        assertRefused("[{\"retain\":{\"table-embed\":" + table + "}}]", ErrorCode.FORBIDDEN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "true",
                "{\"rows\":[{\"insert\":\"r1\"}]}",
                "{\"cells\":{}}",
                "{\"rows\":{\"constructor\":\"i\"}}",
                "{\"constructor:c1\":[{\"insert\":\"x\"}]}",
                "{\"r1:c1\":[{\"insert\":true}]}",
                "{\"r1:c1\":[{\"insert\":\"x\",\"delete\":1}]}"
            })
    void I7_malformed_table_is_refused(String table) {
        assertRefused("[{\"insert\":{\"table-embed\":" + table + "}}]", ErrorCode.INVALID_DELTA);
        assertRefused("[{\"retain\":{\"table-embed\":" + table + "}}]", ErrorCode.INVALID_DELTA);
    }

    @Test
    void only_tables_are_changed_in_place() {
        assertRefused("[{\"retain\":{\"image\":\"images/" + ID + "\"}}]", ErrorCode.FORBIDDEN_FORMAT);
        assertRefused("[{\"retain\":{\"delta\":[]}}]", ErrorCode.FORBIDDEN_FORMAT);
    }

    @Test
    void L7_ops_within_tables_count() {
        String ops =
                String.join(",", Collections.nCopies(2_501, "{\"insert\":\"x\",\"bold\":true},{\"insert\":\"y\"}"));
        assertRefused("[{\"retain\":{\"table-embed\":{\"r1:c1\":[" + ops + "]}}}]", ErrorCode.INVALID_DELTA);
        String half =
                String.join(",", Collections.nCopies(1_300, "{\"insert\":\"x\",\"bold\":true},{\"insert\":\"y\"}"));
        assertRefused(
                "[{\"retain\":{\"table-embed\":{\"r1:c1\":[" + half + "],\"r1:c2\":[" + half + "]}}}]",
                ErrorCode.TOO_LARGE);
    }

    private static void assertRefused(String delta, ErrorCode code) {
        assertThatThrownBy(() -> DeltaPolicy.check(DeltaJson.read(delta)))
                .as(delta)
                .isInstanceOfSatisfying(
                        CollabException.class,
                        e -> assertThat(e.code()).as(e.getMessage()).isEqualTo(code));
    }

    private static void check(String attributes) {
        DeltaPolicy.check(DeltaJson.read("[{\"retain\":1,\"attributes\":" + attributes + "}]"));
    }
}
