package dev.orderly.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.77, 203.0.113.0",
        "2001:db8:7:1234:5678:9abc:def0:1234, 2001:db8:7::",
        "::1, 0:0:0::",
    })
    void an_address_is_shortened_to_what_many_have_in_common(String address, String network)
            throws UnknownHostException {
        assertThat(AccessLog.network(new InetSocketAddress(InetAddress.getByName(address), 1)))
                .isEqualTo(network);
    }

    @ParameterizedTest
    @CsvSource({"unresolved.invalid"})
    void what_is_no_address_is_left_out(String name) {
        assertThat(AccessLog.network(InetSocketAddress.createUnresolved(name, 1)))
                .isEqualTo("-");
    }
}
