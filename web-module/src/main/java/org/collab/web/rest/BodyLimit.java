package org.collab.web.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.collab.error.CollabException;
import org.collab.error.ErrorCode;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies over {@code collab.rest.max-body-bytes}, pictures over {@code collab.images.max-bytes}, whether or not
 * their length is announced, before they are read into memory.
 */
@Provider
public class BodyLimit implements ContainerRequestFilter {
    private static final long PATIENCE_FACTOR = 8;
    private static final Pattern IMAGES = Pattern.compile("/?documents/[^/]+/images/?");
    private static final Pattern AVATAR = Pattern.compile("/?users/me/avatar/?");

    @Inject
    @ConfigProperty(name = "collab.rest.max-body-bytes", defaultValue = "1048576")
    private long maxBytes;

    @Inject
    @ConfigProperty(name = "collab.images.max-bytes", defaultValue = "10485760")
    private long maxImageBytes;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        long most = isImage(request) ? maxImageBytes : maxBytes;
        if (request.getLength() > most) {
            throw tooLarge(request.getEntityStream(), most);
        }
        if (request.hasEntity()) {
            request.setEntityStream(new Limited(request.getEntityStream(), most));
        }
    }

    private static boolean isImage(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        return switch (request.getMethod()) {
            case "POST" -> IMAGES.matcher(path).matches();
            case "PUT" -> AVATAR.matcher(path).matches();
            default -> false;
        };
    }

    /** Reads on for a while without keeping anything: most clients listen only after they have sent everything. */
    private static CollabException tooLarge(InputStream rest, long most) throws IOException {
        byte[] discarded = new byte[8_192];
        long patience = PATIENCE_FACTOR * most;
        for (int read = 0; read >= 0 && patience > 0; patience -= read) {
            read = rest.read(discarded);
        }
        return new CollabException(ErrorCode.TOO_LARGE, "this request has at most " + most + " bytes");
    }

    private static final class Limited extends FilterInputStream {
        private final long most;
        private long count;

        private Limited(InputStream in, long most) {
            super(in);
            this.most = most;
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
            if (count > most) {
                throw tooLarge(in, most);
            }
        }
    }
}
