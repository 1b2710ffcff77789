package org.collab.ot.oracle;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.collab.ot.Delta;
import org.collab.ot.DeltaJson;
import org.collab.ot.EmbedHandler;
import org.collab.ot.EmbedHandlers;
import org.collab.ot.Priority;
import org.jspecify.annotations.Nullable;

/** Embeds of type "delta" hold a list of ops, and are changed by lists of ops. */
public final class NestedDeltaHandler implements EmbedHandler {

    public static final EmbedHandlers HANDLERS = EmbedHandlers.of(Map.of("delta", new NestedDeltaHandler()));

    @Override
    public Object compose(@Nullable Object first, @Nullable Object next, boolean isChange) {
        return values(delta(first).compose(delta(next), HANDLERS));
    }

    @Override
    public Object transform(@Nullable Object other, @Nullable Object change, Priority priority) {
        return values(delta(other).transform(delta(change), priority, HANDLERS));
    }

    @Override
    public Object invert(@Nullable Object change, @Nullable Object base) {
        return values(delta(change).invert(delta(base), HANDLERS));
    }

    private static Delta delta(@Nullable Object ops) {
        return DeltaJson.fromValues((List<?>) Objects.requireNonNull(ops));
    }

    private static Object values(Delta delta) {
        return DeltaJson.toValues(delta);
    }
}
