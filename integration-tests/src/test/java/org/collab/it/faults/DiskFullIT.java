package org.collab.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.collab.it.product.ProductDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk with everything that the product writes is full while twenty editors type. Only who may mount a file system
 * can try that without harm; where this user may not, the test says so and has nothing to prove.
 */
class DiskFullIT {
    private static final String FAULT = "DISK_FULL";
    private static final int MEGABYTES = 700;
    private static final Duration STANDSTILL = Duration.ofSeconds(3);

    @Test
    void I2_every_edit_is_saved_exactly_once_when_the_disk_is_full(@TempDir Path directory) throws IOException {
        if (!Ordeal.isWanted(FAULT)) {
            return;
        }
        Path root = Files.createDirectory(directory.resolve("disk"));
        try (SmallDisk disk = SmallDisk.mount(root, MEGABYTES)) {
            try (ProductProcess product = new ProductProcess(root.resolve("data"));
                    FaultProxy proxy = FaultProxy.to(product.port())) {
                survive(disk, product, proxy);
            }
        } catch (SmallDisk.Unavailable e) {
            System.out.println("faults: DISK_FULL NOT TRIED: this user may not mount a tmpfs (" + e.getMessage() + ")");
        }
    }

    private static void survive(SmallDisk disk, ProductProcess product, FaultProxy proxy) {
        ProductDatabase database = new ProductDatabase(disk.root().resolve("data"));
        new Ordeal(FAULT, product.uri(), proxy.uri(), People.at(product.uri())).run((round, fleet, random) -> {
            try {
                if (round % 2 == 0) {
                    disk.fill();
                } else {
                    fillWithLog(disk, database);
                }
                fleet.awaitStandstill(STANDSTILL, Duration.ofMinutes(2));
            } finally {
                disk.free();
            }
            return System.nanoTime();
        });
    }

    /** The write-ahead log needs new files until there is no space for one; PostgreSQL ends itself then. */
    private static void fillWithLog(SmallDisk disk, ProductDatabase database) {
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            disk.fill();
            for (int i = 0; i < 1_000; i++) {
                statement.execute("select pg_logical_emit_message(false, 'fill', 'x')");
                statement.execute("select pg_switch_wal()");
            }
        } catch (SQLException e) {
            return; // it has
        }
        throw new AssertionError("there was space for another thousand files");
    }
}
