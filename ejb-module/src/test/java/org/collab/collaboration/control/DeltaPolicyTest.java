package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.collab.error.CollabException;
import org.collab.ot.DeltaJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeltaPolicyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bold\":true}",
                "{\"bold\":null,\"italic\":null}",
                "{\"header\":2}",
                "{\"list\":\"unchecked\",\"indent\":3}",
                "{\"link\":\"https://example.com/a?b=c\"}",
                "{\"link\":\"mailto:ana@example.com\"}",
                "{\"color\":\"#b42318\",\"background\":\"rgb(255, 255, 0)\"}",
                "{\"code-block\":\"java\"}",
                "{\"code-block\":true}"
            })
    void format_of_the_editor_is_allowed(String attributes) {
        assertThatCode(() -> check(attributes)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"onclick\":\"alert(1)\"}",
                "{\"__proto__\":true}",
                "{\"bold\":\"yes\"}",
                "{\"bold\":false}",
                "{\"header\":7}",
                "{\"list\":\"fancy\"}",
                "{\"color\":\"red;position:fixed\"}",
                "{\"link\":\"javascript:alert(1)\"}",
                "{\"link\":\" java\\tscript:alert(1)\"}",
                "{\"link\":\"data:text/html,x\"}",
                "{\"link\":\"//example.com\"}",
                "{\"link\":{\"href\":\"https://example.com\"}}"
            })
    void S9_anything_else_is_refused(String attributes) {
        assertThatThrownBy(() -> check(attributes)).isInstanceOf(CollabException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"video\":\"https://example.com/v\"}",
                "{\"image\":\"https://example.com/i.png\"}",
                "{\"image\":\"data:image/svg+xml;base64,AAAA\"}",
                "{\"image\":\"javascript:alert(1)\"}",
                "{\"formula\":\"x\"}"
            })
    void S9_embed_from_elsewhere_is_refused(String embed) {
        assertThatThrownBy(() -> DeltaPolicy.check(DeltaJson.read("[{\"insert\":" + embed + "}]")))
                .isInstanceOf(CollabException.class);
    }

    private static void check(String attributes) {
        DeltaPolicy.check(DeltaJson.read("[{\"retain\":1,\"attributes\":" + attributes + "}]"));
    }
}
