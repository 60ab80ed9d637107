package dev.orderly.client.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.ApiResponse;
import org.openapitools.client.api.ConversationApi;
import org.openapitools.client.api.LookupApi;
import org.openapitools.client.api.OrdersApi;
import org.openapitools.client.api.WorkflowsApi;
import org.openapitools.client.model.NewEvent;
import org.openapitools.client.model.Order;
import org.openapitools.client.model.Problem;

/** Clients of a shop's server, each with the key of a role. */
record ShopClient(String address, Map<String, String> keys) {

    OrdersApi orders(String role) {
        return new OrdersApi(client(role));
    }

    ConversationApi conversation(String role) {
        return new ConversationApi(client(role));
    }

    WorkflowsApi workflows(String role) {
        return new WorkflowsApi(client(role));
    }

    LookupApi lookup() {
        return new LookupApi(stranger());
    }

    ConversationApi conversationByTicket(String ticket) {
        return new ConversationApi(client("Ticket", ticket));
    }

    /** A file; this kind of client takes every answer for JSON, so it is read before the client does. */
    byte[] file(String role, String number, String sha256) throws ApiException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ApiClient client = client(role).setResponseInterceptor(answer -> {
            try {
                answer.body().transferTo(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        new ConversationApi(client).getAttachment(number, sha256, null);
        return file.toByteArray();
    }

    private ApiClient client(String role) {
        return client("Bearer", keys.get(role));
    }

    private ApiClient client(String scheme, String secret) {
        return stranger().setRequestInterceptor(request -> request.header("Authorization", scheme + " " + secret));
    }

    private ApiClient stranger() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address);
        return client;
    }

    /** Looks at the order, and makes something happen to it unless it changes meanwhile. */
    Order fire(String role, String number, NewEvent event) throws ApiException {
        ApiResponse<Order> seen = orders(role).getOrderWithHttpInfo(number, null, null);
        return orders(role).fireEvent(number, event, false, newKey(), tag(seen), null);
    }

    static String newKey() {
        return UUID.randomUUID().toString();
    }

    static String tag(ApiResponse<?> seen) {
        return seen.getHeaders().get("etag").get(0);
    }

    /** What a call that must fail is answered. */
    static Problem problem(Call call) throws JsonProcessingException {
        try {
            call.make();
        } catch (ApiException e) {
            return ApiClient.createDefaultObjectMapper().readValue(e.getResponseBody(), Problem.class);
        }
        throw new AssertionError("it was allowed");
    }

    /** A call of the API. */
    interface Call {
        void make() throws ApiException;
    }
}
