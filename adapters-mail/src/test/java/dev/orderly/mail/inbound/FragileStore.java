package dev.orderly.mail.inbound;

import dev.orderly.order.Comment;
import dev.orderly.store.Change;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A store in memory that can be down, or fail at comments with a certain text. */
final class FragileStore {

    private final OrderStore kept = new InMemoryOrderStore();
    private volatile boolean down;
    private volatile @Nullable String poison;

    /** The store as orders see it. */
    OrderStore asStore() {
        return (OrderStore) Proxy.newProxyInstance(
                OrderStore.class.getClassLoader(),
                new Class<?>[] {OrderStore.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    void setDown(boolean isDown) {
        down = isDown;
    }

    /** Fails from now on at comments that have these words. */
    void failAt(String words) {
        poison = words;
    }

    private @Nullable Object call(Method method, Object @Nullable [] arguments) throws Throwable {
        if (down) {
            throw new IllegalStateException("the store is down");
        }
        String words = poison;
        if (words != null
                && arguments != null
                && arguments[0] instanceof Change change
                && change.entry().activity() instanceof Comment comment
                && comment.text().contains(words)) {
            throw new IllegalStateException("the store cannot take this");
        }
        try {
            return method.invoke(kept, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
