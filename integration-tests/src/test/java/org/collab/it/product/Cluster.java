package org.collab.it.product;

import java.io.IOException;
import java.util.Map;

/** How two installed servers tell each other of edits. */
public interface Cluster extends AutoCloseable {
    /** What the scripts have to be told. */
    Map<String, String> settings();

    /** Nothing goes from one node to the other any more. */
    void interrupt() throws IOException;

    /** It does again. */
    void resume() throws IOException;

    @Override
    void close();

    /** Of these servers, which are not installed yet. */
    static Cluster of(InstalledServer first, InstalledServer second) throws IOException {
        return first.clusterWith(second);
    }
}
