package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Attachment;
import dev.orderly.order.HashChain;
import dev.orderly.order.Visibility;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of {@link dev.orderly.store.OrderStore#attachment}: the bytes of a comment's file are found by their
 * hash and cannot be changed.
 */
public abstract class AttachmentContract extends StoreFixture {

    private final byte[] content = bytes("%PDF-1.7 \u0000\u00ff");
    private final String hash = HashChain.sha256(content);

    @BeforeEach
    void commentWithFile() {
        OrderScript script = OrderScript.of("A-1");
        write(script.place(START));
        Attachment file = new Attachment("label.pdf", "application/pdf", content.length, hash);
        write(script.note(comment(2, "", null, Visibility.EVERYONE, file), Map.of(hash, content)));
    }

    private byte[] stored() {
        return store.attachment("A-1", hash).orElseThrow();
    }

    @Test
    void the_bytes_are_found_by_their_hash() {
        assertThat(stored()).isEqualTo(content);
    }

    @Test
    void the_bytes_of_one_order_are_not_found_for_another() {
        write(OrderScript.of("A-2").place(START));

        assertThat(store.attachment("A-2", hash)).isEmpty();
        assertThat(store.attachment("A-3", hash)).isEmpty();
    }

    @Test
    void bytes_that_were_never_attached_are_not_found() {
        assertThat(store.attachment("A-1", HashChain.sha256(bytes("other")))).isEmpty();
    }

    @Test
    void the_caller_that_wrote_the_bytes_cannot_change_them_afterwards() {
        byte[] before = content.clone();
        content[0] = 'X';

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void the_caller_that_read_the_bytes_cannot_change_them_for_others() {
        stored()[0] = 'X';

        assertThat(stored()).isEqualTo(content);
    }
}
