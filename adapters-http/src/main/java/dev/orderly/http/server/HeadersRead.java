package dev.orderly.http.server;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Informs a connection that the head of a request was read, and that the request was answered. */
final class HeadersRead extends Handler.Wrapper {

    HeadersRead(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getConnectionMetaData().getConnection().getEndPoint() instanceof TimeoutEndPoint endPoint) {
            endPoint.headRead();
            Request.addCompletionListener(request, failure -> endPoint.answered());
        }
        return super.handle(request, response, callback);
    }
}
