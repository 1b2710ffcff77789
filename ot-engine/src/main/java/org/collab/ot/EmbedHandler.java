package org.collab.ot;

import org.jspecify.annotations.Nullable;

/**
 * How the embeds of one type are changed in place. Values and changes are JSON values in canonical form
 * (see {@link Attributes}); whatever is given back is brought to that form.
 *
 * <p>What a client sends reaches the handler as it is: a value or a change that is not of the handler's form
 * must be refused with an {@link InvalidDeltaException}.
 *
 * <p>The same laws hold as for deltas: transforming two changes over each other and applying them in
 * either order must meet.
 */
public interface EmbedHandler {

    /**
     * The state {@code first} after {@code next}.
     *
     * @param isChange true where {@code first} is itself a change, false where it is an embed's value
     */
    @Nullable Object compose(@Nullable Object first, @Nullable Object next, boolean isChange);

    /** What {@code change} becomes after {@code other} was made at the same time. */
    @Nullable Object transform(@Nullable Object other, @Nullable Object change, Priority priority);

    /** The change that gives {@code base} back after {@code change} was made to it. */
    @Nullable Object invert(@Nullable Object change, @Nullable Object base);

    /** The text that a value or a change brings, for an author whose edit could not be made. */
    default String insertedText(@Nullable Object content) {
        return "";
    }
}
