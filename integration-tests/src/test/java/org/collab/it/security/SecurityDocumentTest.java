package org.collab.it.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/security.md names a test for each statement, and each test that it names exists. */
class SecurityDocumentTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`([A-Z][0-9]+_[A-Za-z0-9_]+)`");
    private static final List<String> SOURCES = List.of(
            "ejb-module/src/test", "web-module/src/test", "integration-tests/src/test", "frontend/src", "frontend/e2e");

    @Test
    void every_statement_has_a_line_of_tests() throws IOException {
        String document = document();
        assertThat(IntStream.rangeClosed(1, 19).mapToObj(number -> "| S" + number + " |"))
                .allMatch(document::contains);
    }

    @Test
    void every_test_that_is_named_exists() throws IOException {
        Set<String> named = TEST.matcher(document())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isNotEmpty();
        for (String folder : SOURCES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                for (Path file : files.filter(SecurityDocumentTest::isSource).toList()) {
                    String text = Files.readString(file);
                    named.removeIf(text::contains);
                }
            }
        }
        assertThat(named).as("tests that are nowhere").isEmpty();
    }

    private static boolean isSource(Path file) {
        String name = file.toString();
        return Files.isRegularFile(file) && (name.endsWith(".java") || name.endsWith(".ts") || name.endsWith(".tsx"));
    }

    private static String document() throws IOException {
        return Files.readString(ROOT.resolve("docs/security.md"));
    }
}
