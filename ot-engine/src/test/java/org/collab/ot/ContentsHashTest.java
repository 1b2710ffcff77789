package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code contents-hashes.jsonl}, which the browser's half reads too: both must hash the same bytes. */
class ContentsHashTest {

    private static final Path FILE = Path.of("src/test/resources/contents-hashes.jsonl");

    @TestFactory
    Stream<DynamicTest> E10_both_languages_hash_the_same() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        assertThat(lines).isNotEmpty();
        return lines.stream().map(TestJson::readObject).map(each -> {
            RichText text = RichText.of(DeltaJson.fromValues((List<?>) Objects.requireNonNull(each.get("contents"))));
            return DynamicTest.dynamicTest(String.valueOf(each.get("name")), () -> {
                assertThat(DeltaJson.write(text.toDelta())).isEqualTo(each.get("json"));
                assertThat(text.hash()).isEqualTo(each.get("hash"));
            });
        });
    }
}
