package org.collab.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DatabaseWatchTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final FakeDatabase database = new FakeDatabase();
    private final DatabaseWatch watch = new DatabaseWatch(database, console());

    private static final class FakeDatabase implements DatabaseWatch.Watched {
        private boolean running = true;
        private boolean diskFull;
        private boolean unreadable;
        private int restarts;

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public boolean restart() throws IOException {
            restarts++;
            if (unreadable) {
                throw new IOException("cannot be read");
            }
            running = !diskFull;
            return running;
        }
    }

    @Test
    void a_running_database_is_left_alone() throws InterruptedException {
        assertThat(watch.look(DatabaseWatch.LOOK)).isEqualTo(DatabaseWatch.LOOK);

        assertThat(database.restarts).isZero();
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_database_that_has_ended_is_started_again() throws InterruptedException {
        database.running = false;

        assertThat(watch.look(DatabaseWatch.LOOK)).isEqualTo(DatabaseWatch.LOOK);
        assertThat(database.isRunning()).isTrue();
        watch.look(DatabaseWatch.LOOK);
        assertThat(lines()).isEqualTo("PostgreSQL has ended; starting it again\nPostgreSQL runs again\n");
    }

    @Test
    void pauses_grow_up_to_the_longest_while_it_does_not_start() throws InterruptedException {
        database.running = false;
        database.diskFull = true;

        var first = watch.look(DatabaseWatch.LOOK);
        assertThat(first).isEqualTo(DatabaseWatch.LOOK.multipliedBy(2));
        assertThat(watch.look(first)).isEqualTo(DatabaseWatch.LOOK.multipliedBy(4));
        assertThat(watch.look(Duration.ofSeconds(4))).isEqualTo(DatabaseWatch.LONGEST_PAUSE);
        assertThat(watch.look(DatabaseWatch.LONGEST_PAUSE)).isEqualTo(DatabaseWatch.LONGEST_PAUSE);
    }

    @Test
    void it_is_tried_until_it_starts_and_told_once() throws InterruptedException {
        database.running = false;
        database.diskFull = true;
        watch.look(DatabaseWatch.LOOK);
        watch.look(DatabaseWatch.LOOK);
        database.diskFull = false;

        assertThat(watch.look(DatabaseWatch.LOOK)).isEqualTo(DatabaseWatch.LOOK);
        watch.look(DatabaseWatch.LOOK);
        assertThat(lines()).isEqualTo("PostgreSQL has ended; starting it again\nPostgreSQL runs again\n");
    }

    @Test
    void a_start_that_breaks_is_tried_again() throws InterruptedException {
        database.running = false;
        database.unreadable = true;
        watch.look(DatabaseWatch.LOOK);
        database.unreadable = false;
        watch.look(DatabaseWatch.LOOK);

        assertThat(database.restarts).isEqualTo(2);
        assertThat(database.isRunning()).isTrue();
    }

    @Test
    void nothing_is_started_while_the_product_stops() throws InterruptedException {
        watch.end();
        database.running = false;
        watch.look(DatabaseWatch.LOOK);

        assertThat(database.restarts).isZero();
    }

    private Console console() {
        var stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Console(stream, stream);
    }

    private String lines() {
        return printed.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
