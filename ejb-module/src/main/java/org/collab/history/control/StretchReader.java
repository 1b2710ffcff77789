package org.collab.history.control;

import java.util.List;
import org.collab.history.entity.Stretch;

/** Reads authors' stretches in parts. Not thread-safe. */
final class StretchReader {
    private final List<Stretch> stretches;
    private int index;
    private int read;

    StretchReader(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /** The next part of a stretch, as long as it goes and not longer than this. */
    Stretch next(int most) {
        if (index == stretches.size()) {
            throw new IllegalArgumentException("the authors' stretches end before the document");
        }
        Stretch whole = stretches.get(index);
        int length = Math.min(most, whole.length() - read);
        read += length;
        if (read == whole.length()) {
            index++;
            read = 0;
        }
        return new Stretch(length, whole.userId(), whole.at());
    }
}
