package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text and numbers are written exactly as JavaScript writes them; otherwise hashes would differ. */
class JsonFormTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "1.0, 1",
        "-12, -12",
        "1e2, 100",
        "12.5, 12.5",
        "0.1, 0.1",
        "1e-6, 0.000001",
        "1e-7, 1e-7",
        "123456789012345680000, 123456789012345680000",
        "1e21, 1e+21",
        "1.5e300, 1.5e+300",
        "5e-324, 5e-324",
        "2e-3, 0.002",
        "9007199254740992, 9007199254740992",
        "9007199254740993, 9007199254740992",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "-1.25e-9, -1.25e-9",
        "0.30000000000000004, 0.30000000000000004",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "4.35, 4.35",
        "1e23, 1e+23",
        "18446744073709552000, 18446744073709552000",
        "9007199254740994, 9007199254740994",
        "-9007199254740994, -9007199254740994",
        "1234567890123456.5, 1234567890123456.5"
    })
    void numbers(String read, String written) {
        assertThat(TestJson.write(TestJson.read(read))).isEqualTo(written);
    }

    @Test
    void text_is_escaped_as_little_as_possible() {
        assertThat(TestJson.write("a b")).isEqualTo("\"a b\"");
        assertThat(TestJson.write("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028é😀"))
                .isEqualTo("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028é😀\"");
    }

    @Test
    void half_surrogate_pairs_are_escaped() {
        assertThat(TestJson.write("\ud83d")).isEqualTo("\"\\ud83d\"");
        assertThat(TestJson.write("\ude00\ud83d")).isEqualTo("\"\\ude00\\ud83d\"");
        assertThat(TestJson.write("\ud83d\ud83d\ude00\ude00")).isEqualTo("\"\\ud83d😀\\ude00\"");
    }

    @Test
    void escapes_are_read() {
        assertThat(TestJson.read("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud83d\\uDE00\""))
                .isEqualTo("\"\\/\b\f\n\r\té😀");
    }

    @Test
    void space_between_tokens_is_skipped() {
        assertThat(TestJson.write(TestJson.read(" { \"b\" :\t[ 1 , { } , [ ] ] ,\r\n\"a\" : null } ")))
                .isEqualTo("{\"a\":null,\"b\":[1,{},[]]}");
    }
}
