package dev.orderly.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request that has only what identifies its sender; every other method fails. */
final class FakeRequest {

    private FakeRequest() {}

    static HttpServletRequest withAuthorization(@Nullable String header) {
        return of(header, null, Set.of());
    }

    static HttpServletRequest by(String name, String... roles) {
        return of(null, () -> name, Set.of(roles));
    }

    private static HttpServletRequest of(@Nullable String header, @Nullable Principal principal, Set<String> roles) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                FakeRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> arguments[0].equals("Authorization") ? header : null;
                    case "getUserPrincipal" -> principal;
                    case "isUserInRole" -> roles.contains(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
