package org.collab.web.wire;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes JSON into a string, and takes in text that is JSON already (stored deltas) without reading it again.
 */
final class JsonText {
    /** Kept: looking it up takes longer than quoting. */
    private static final JsonProvider PROVIDER = JsonProvider.provider();

    private final StringBuilder text = new StringBuilder(256);
    private boolean first = true;

    static String object(Consumer<JsonText> fields) {
        JsonText json = new JsonText();
        json.nested('{', '}', () -> fields.accept(json));
        return json.text.toString();
    }

    JsonText field(String name, String value) {
        return raw(name, quoted(value));
    }

    JsonText field(String name, Object value) {
        return field(name, value.toString());
    }

    JsonText field(String name, long value) {
        return raw(name, Long.toString(value));
    }

    JsonText field(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    JsonText fieldNull(String name) {
        return raw(name, "null");
    }

    /** A field whose value is JSON text. */
    JsonText raw(String name, String json) {
        name(name).append(json);
        return this;
    }

    JsonText object(String name, Consumer<JsonText> fields) {
        name(name);
        nested('{', '}', () -> fields.accept(this));
        return this;
    }

    /** A list of objects. */
    <T> JsonText list(String name, Iterable<T> items, BiConsumer<JsonText, T> fields) {
        name(name);
        nested('[', ']', () -> {
            for (T item : items) {
                separate();
                nested('{', '}', () -> fields.accept(this, item));
            }
        });
        return this;
    }

    /** A list of strings. */
    JsonText strings(String name, Iterable<?> items) {
        name(name);
        nested('[', ']', () -> {
            for (Iterator<?> rest = items.iterator(); rest.hasNext(); ) {
                separate();
                text.append(quoted(rest.next().toString()));
            }
        });
        return this;
    }

    private void nested(char opening, char closing, Runnable contents) {
        text.append(opening);
        first = true;
        contents.run();
        text.append(closing);
        first = false;
    }

    private StringBuilder name(String name) {
        separate();
        return text.append('"').append(name).append("\":");
    }

    private void separate() {
        if (!first) {
            text.append(',');
        }
        first = false;
    }

    /** Most strings are as they are; asking the provider for each would take longer than all the rest. */
    private static String quoted(String value) {
        return value.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\')
                ? '"' + value + '"'
                : quotedByProvider(value);
    }

    private static String quotedByProvider(String value) {
        JsonValue string = PROVIDER.createValue(value);
        return string.toString();
    }
}
