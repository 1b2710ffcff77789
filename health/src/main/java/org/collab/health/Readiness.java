package org.collab.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether this node can serve. What is looked at, the application adds when it starts; until then it cannot. */
@ApplicationScoped
public class Readiness {
    private final Map<String, BooleanSupplier> checks = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile Supplier<Optional<RelayState>> relay = Optional::empty;

    /**
     * @param name as health tells it
     * @param passes asked each time; it may take seconds
     */
    public void add(String name, BooleanSupplier passes) {
        checks.put(name, passes);
    }

    /** Whoever asks for health is told this as well. */
    public void tell(Supplier<RelayState> state) {
        relay = () -> Optional.of(state.get());
    }

    /** Empty until the application has started. */
    public Optional<RelayState> relay() {
        return relay.get();
    }

    /** What is looked at, in the order in which it was added, and whether it is as it should be. */
    public Map<String, Boolean> checks() {
        Map<String, BooleanSupplier> present;
        synchronized (checks) {
            present = new LinkedHashMap<>(checks);
        }
        Map<String, Boolean> results = new LinkedHashMap<>();
        present.forEach((name, passes) -> results.put(name, passes.getAsBoolean()));
        return results.isEmpty() ? Map.of("started", false) : results;
    }
}
