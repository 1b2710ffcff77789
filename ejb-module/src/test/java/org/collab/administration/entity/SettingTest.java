package org.collab.administration.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The list of settings against the code that reads them and the page that describes them. */
class SettingTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern INJECTED = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"((?:collab|mp)\\.[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?\\s*\\)");
    private static final Pattern ASKED = Pattern.compile("getOptionalValues?\\(\"(collab\\.[^\"]+)\"");

    @Test
    void every_setting_that_the_code_reads_is_in_the_list_with_its_default() throws IOException {
        Map<String, Optional<String>> read = new TreeMap<>();
        for (String module : new String[] {"ejb-module", "web-module"}) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".java")).toList()) {
                    String text = Files.readString(file).replace("name = PREFIX + \"", "name = \"collab.sso.");
                    INJECTED.matcher(text)
                            .results()
                            .forEach(hit -> read.put(hit.group(1), Optional.ofNullable(hit.group(2))));
                    ASKED.matcher(text).results().forEach(hit -> read.put(hit.group(1), Optional.empty()));
                }
            }
        }
        read.put("mp.jwt.verify.publickey.location", Optional.empty()); // the server reads it
        Map<String, Optional<String>> listed =
                Setting.ALL.stream().collect(Collectors.toMap(Setting::key, Setting::fallback));
        assertThat(new TreeMap<>(listed)).isEqualTo(read);
    }

    @Test
    void every_setting_is_described_and_nothing_else_is() throws IOException {
        Set<String> described = Pattern.compile("`((?:collab|mp\\.jwt)\\.[^`]+)`")
                .matcher(Files.readString(ROOT.resolve("docs/operations.md"))
                        .lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("\\|", -1)[1])
                        .collect(Collectors.joining()))
                .results()
                .map(hit -> hit.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(
                        Setting.ALL.stream().map(Setting::key).toList());
    }

    @Test
    void keys_of_secrets_are_known_by_their_words() {
        assertThat(Setting.isSecret("collab.metrics.token")).isTrue();
        assertThat(Setting.isSecret("collab.sso.client-secret")).isTrue();
        assertThat(Setting.isSecret("collab.access-token.key-file")).isTrue();
        assertThat(Setting.isSecret("collab.trash.retention")).isFalse();
    }
}
