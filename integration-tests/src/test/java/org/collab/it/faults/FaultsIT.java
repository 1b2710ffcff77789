package org.collab.it.faults;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Twenty editors type into one document on the launched product, through a bad network, while its processes die. */
@TestInstance(Lifecycle.PER_CLASS)
class FaultsIT {
    private ProductProcess product;
    private FaultProxy proxy;
    private People people;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
        product = new ProductProcess(directory.resolve("data"));
        proxy = FaultProxy.to(product.port());
        people = People.at(product.uri());
    }

    @AfterAll
    void stop() {
        proxy.close();
        product.close();
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.values()).filter(fault -> Ordeal.isWanted(fault.name()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void I2_every_edit_is_saved_exactly_once_whatever_happens(Fault fault) {
        new Ordeal(fault.name(), product.uri(), proxy.uri(), people)
                .run((round, fleet, random) -> fault.strike(product, proxy, random));
    }
}
