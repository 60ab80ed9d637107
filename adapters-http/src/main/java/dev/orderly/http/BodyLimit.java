package dev.orderly.http;

import dev.orderly.http.api.JsonApi;
import dev.orderly.http.page.FileLimits;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses bodies that are too long, while they are read. */
final class BodyLimit implements ContainerRequestFilter {

    private static final long MAX_FORM = 64L << 10;

    private static final long MAX_JSON = 1L << 20;

    /** An order of the most lines with the longest texts. */
    private static final long MAX_ORDER = 10L << 20;

    /** Room for the longest comment, and for what a form has around its files. */
    private static final long AROUND_FILES = 1L << 20;

    private final long maxFiles;

    BodyLimit(FileLimits files) {
        maxFiles = files.together() + AROUND_FILES;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        long limit = limit(request);
        if (request.getLength() > limit) {
            throw tooLarge();
        }
        request.setEntityStream(new Limited(request.getEntityStream(), limit));
    }

    private long limit(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        if (type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)) {
            return maxFiles;
        }
        if (type == null || !type.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return MAX_FORM;
        }
        return request.getUriInfo().getPath().equals(JsonApi.ORDERS) ? MAX_ORDER : MAX_JSON;
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
