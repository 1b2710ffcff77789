package org.collab.collaboration.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final ManualScheduler scheduler = new ManualScheduler();
    private final List<List<String>> read = new ArrayList<>();

    @Test
    void what_waits_is_read_as_one_batch() {
        Mailbox<String> mailbox = new Mailbox<>(scheduler, read::add);
        mailbox.post("a");
        mailbox.post("b");
        scheduler.run();
        assertThat(read).containsExactly(List.of("a", "b"));
        assertThat(mailbox.closeIfIdle()).isTrue();
    }

    @Test
    void a_mailbox_that_never_runs_dry_lets_others_have_a_turn() {
        List<Mailbox<String>> busy = new ArrayList<>();
        busy.add(new Mailbox<>(scheduler, batch -> {
            read.add(batch);
            if (read.size() < 4) {
                busy.get(0).post("busy");
            }
        }));
        Mailbox<String> other = new Mailbox<>(scheduler, read::add);
        busy.get(0).post("busy");
        other.post("other");
        scheduler.run();
        assertThat(read).containsExactly(List.of("busy"), List.of("other"), List.of("busy"), List.of("busy"));
    }
}
