package org.collab.image.control;

import jakarta.ejb.AccessTimeout;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.collab.image.entity.Picture;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Encodes pictures anew, one at a time on a node: so their pixels never fill the heap, whoever sends how many. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@AccessTimeout(value = 30, unit = TimeUnit.SECONDS)
public class Reencoder {
    @Inject
    @ConfigProperty(name = "collab.images.max-pixels", defaultValue = "40000000")
    private long maxPixels;

    /** @throws org.collab.error.CollabException {@code unsupported-media-type} or {@code too-large} */
    public Picture encode(byte[] bytes) {
        return new Reencoding(maxPixels).of(bytes);
    }

    /**
     * The middle of a picture, as a square of this many pixels a side.
     *
     * @throws org.collab.error.CollabException {@code unsupported-media-type} or {@code too-large}
     */
    public Picture square(byte[] bytes, int side) {
        return new Reencoding(maxPixels).square(bytes, side);
    }
}
