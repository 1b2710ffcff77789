package org.collab.ot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.collab.ot.client.OtClient;
import org.collab.ot.client.Step;
import org.collab.ot.client.Submission;
import org.junit.jupiter.api.Test;

/** The examples of the module's README, which are these methods' bodies. */
class ReadmeTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void two_edits_made_at_the_same_time() {
        Delta document = Delta.builder().insert("Hello\n").build();
        Delta ann = Delta.builder().retain(5).insert(" world").build();
        Delta bob = Delta.builder().delete(1).insert("J").build();

        Delta bobAfterAnn = ann.transform(bob, Priority.THIS_FIRST);
        Delta annAfterBob = bob.transform(ann, Priority.OTHER_FIRST);

        assertThat(document.compose(ann).compose(bobAfterAnn))
                .isEqualTo(document.compose(bob).compose(annAfterBob));
    }

    @Test
    void a_server_that_takes_edits() {
        RichText text = RichText.empty();
        List<Delta> log = new ArrayList<>();

        Delta sent = DeltaJson.read("[{\"insert\":\"Hi\",\"attributes\":{\"bold\":true}}]");
        long baseRevision = 0;
        Delta change = Rebase.over(sent, log.subList((int) baseRevision, log.size()));
        text = text.apply(change);
        log.add(change);

        assertThat(text.toDelta())
                .hasToString("[{\"attributes\":{\"bold\":true},\"insert\":\"Hi\"},{\"insert\":\"\\n\"}]");
        assertThatThrownBy(() -> DeltaJson.read("[{\"delete\":0}]"))
                .isInstanceOf(InvalidDeltaException.class)
                .hasMessage("op 0: delete must be a positive integer, was 0");
    }

    @Test
    void a_client_that_may_lose_its_connection() {
        OtClient client = OtClient.at(7);
        Step typed = client.applyLocal(Delta.builder().insert("a").build());
        Submission first = typed.send().orElseThrow();

        Step remote = typed.client().applyRemote(8, Delta.builder().insert("b").build());
        Submission again = remote.client().reconnect().orElseThrow();

        assertThat(again.seq()).isEqualTo(first.seq());
        assertThat(again.delta())
                .isEqualTo(Delta.builder().retain(1).insert("a").build());
        assertThat(remote.client().ack(9, 1).client()).isEqualTo(OtClient.at(9, 1));
    }

    @Test
    void readme_shows_exactly_these_examples() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String source = Files.readString(Path.of("src/test/java/org/collab/ot/ReadmeTest.java"));
        List<String> examples =
                JAVA.matcher(readme).results().map(ReadmeTest::code).toList();
        assertThat(examples)
                .hasSize(3)
                .allSatisfy(example -> assertThat(withoutSpace(source)).contains(withoutSpace(example)));
    }

    private static String code(MatchResult block) {
        return block.group(1);
    }

    /** The formatter breaks lines as it likes. */
    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
