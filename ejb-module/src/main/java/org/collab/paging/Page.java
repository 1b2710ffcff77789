package org.collab.paging;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param total how many there are in the whole list
 */
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), total);
    }
}
