package org.collab.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies over {@code collab.rest.max-body-bytes}, whether or not their length is announced, before they are read
 * into memory.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {
    private static final long PATIENCE_FACTOR = 8;

    @Inject
    @ConfigProperty(name = "collab.rest.max-body-bytes", defaultValue = "1048576")
    private long maxBytes;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (request.getLength() > maxBytes) {
            throw tooLarge(request.getEntityStream());
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
    }

    /** Reads on for a while without keeping anything: most clients listen only after they have sent everything. */
    private CollabException tooLarge(InputStream rest) throws IOException {
        byte[] discarded = new byte[8_192];
        long patience = PATIENCE_FACTOR * maxBytes;
        for (int read = 0; read >= 0 && patience > 0; patience -= read) {
            read = rest.read(discarded);
        }
        return new CollabException(ErrorCode.TOO_LARGE, "a request has at most " + maxBytes + " bytes");
    }

    private final class Limited extends FilterInputStream {
        private long count;

        private Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            if (value >= 0) {
                add(1);
            }
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int bytes = super.read(buffer, offset, length);
            add(Math.max(0, bytes));
            return bytes;
        }

        private void add(int bytes) throws IOException {
            count += bytes;
            if (count > maxBytes) {
                throw tooLarge(in);
            }
        }
    }
}
