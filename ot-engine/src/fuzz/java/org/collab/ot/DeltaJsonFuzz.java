package org.collab.ot;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Any text at all: the reader refuses it, or gives a delta that is written and read again as the same one.
 * What a document then takes of it can be loaded again.
 */
class DeltaJsonFuzz {

    private static final RichText DOCUMENT = RichText.of(Delta.builder()
            .insert("a😀b")
            .insert("bold", Attributes.of("bold", true))
            .embed("image", "x")
            .insert("\n")
            .build());

    @DictionaryEntries({
        "{\"ops\":[",
        "{\"insert\":\"",
        "{\"insert\":{\"image\":",
        "{\"retain\":",
        "{\"retain\":{\"",
        "{\"delete\":",
        "\"attributes\":{\"bold\":true}",
        "\"attributes\":{\"bold\":null}",
        "\\ud83d\\ude00",
        "\\u0000",
        "\\n\"}]",
        "1e400",
        "-0.0",
        "4.9e-324",
        "2147483648",
        "\"__proto__\":"
    })
    @FuzzTest(maxDuration = "5m")
    void every_text_is_refused_or_read_as_it_is_written(FuzzedDataProvider data) {
        String json = data.consumeRemainingAsString();
        Delta delta;
        try {
            delta = DeltaJson.read(json);
        } catch (InvalidDeltaException e) {
            return;
        }
        FuzzLaws.same(DeltaJson.read(DeltaJson.write(delta)), delta);
        FuzzLaws.same(DeltaJson.fromValues(DeltaJson.toValues(delta)), delta);
        FuzzLaws.applied(DOCUMENT, delta);
        FuzzLaws.applied(RichText.empty(), delta);
        FuzzLaws.contents(delta);
    }
}
