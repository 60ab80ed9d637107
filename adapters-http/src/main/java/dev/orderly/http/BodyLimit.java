package dev.orderly.http;

import dev.orderly.http.page.FileLimits;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are longer than anything that makes sense, while they come in. */
final class BodyLimit implements ContainerRequestFilter {

    private static final long MAX_FORM = 64L << 10;

    /** What a form has around its files, and the longest message. */
    private static final long AROUND_FILES = 1L << 20;

    private final long maxFiles;

    BodyLimit(FileLimits files) {
        maxFiles = files.together() + AROUND_FILES;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean files = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        long limit = files ? maxFiles : MAX_FORM;
        if (request.getLength() > limit) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long limit) {
            super(in);
            left = limit;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
