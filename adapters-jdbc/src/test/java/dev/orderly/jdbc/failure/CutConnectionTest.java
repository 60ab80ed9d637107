package dev.orderly.jdbc.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.jdbc.JdbcOrderStore;
import dev.orderly.jdbc.failure.CuttingProxy.Cut;
import dev.orderly.jdbc.failure.CuttingProxy.Direction;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The connection to the database breaks before, while and after a transition is committed. */
@Tag("servers")
class CutConnectionTest {

    private static final int ROUNDS = Scale.of(2, 50);
    private static final int PLACES = Scale.of(10, 500);

    /** What a caller learns. */
    private enum Verdict {
        DONE,
        FAILED,
        UNKNOWN_NOT_WRITTEN,
        UNKNOWN_BUT_WRITTEN
    }

    /** When the connection breaks, as seen from the server. */
    private enum Moment {
        BEFORE_THE_COMMIT_COMES(Verdict.UNKNOWN_NOT_WRITTEN) {
            @Override
            Cut cut(byte[] commit) {
                return (direction, bytes) -> isCommit(direction, bytes, commit) ? 0 : bytes.length;
            }
        },
        IN_THE_MIDDLE_OF_IT(Verdict.UNKNOWN_NOT_WRITTEN) {
            @Override
            Cut cut(byte[] commit) {
                return (direction, bytes) -> isCommit(direction, bytes, commit) ? bytes.length / 2 : bytes.length;
            }
        },
        BEFORE_THE_ANSWER_GOES_OUT(Verdict.UNKNOWN_BUT_WRITTEN) {
            @Override
            Cut cut(byte[] commit) {
                AtomicBoolean committing = new AtomicBoolean();
                return (direction, bytes) -> {
                    if (isCommit(direction, bytes, commit)) {
                        committing.set(true);
                    }
                    return direction == Direction.TO_CLIENT && committing.get() ? 0 : bytes.length;
                };
            }
        };

        final Verdict expected;

        Moment(Verdict expected) {
            this.expected = expected;
        }

        abstract Cut cut(byte[] commit);

        static boolean isCommit(Direction direction, byte[] bytes, byte[] commit) {
            return direction == Direction.TO_SERVER
                    && new String(bytes, StandardCharsets.ISO_8859_1)
                            .contains(new String(commit, StandardCharsets.ISO_8859_1));
        }
    }

    /** Lets so many bytes through in one direction. */
    private static Cut after(long count, Direction which) {
        AtomicInteger left = new AtomicInteger(Math.toIntExact(count));
        return (direction, bytes) -> {
            if (direction != which) {
                return bytes.length;
            }
            int passing = Math.min(bytes.length, left.get());
            left.addAndGet(-passing);
            return passing;
        };
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SQLITE", "H2_FILE"})
    void a_cut_around_the_commit_is_an_unknown_outcome_that_sending_again_settles(Site site) throws Exception {
        byte[] commit =
                (site == Site.POSTGRESQL ? "with moved_order as" : "COMMIT").getBytes(StandardCharsets.US_ASCII);
        try (Scene scene = new Scene(site)) {
            for (Moment moment : Moment.values()) {
                for (int round = 0; round < ROUNDS; round++) {
                    assertThat(scene.play(moment.cut(commit))).as(moment.name()).isEqualTo(moment.expected);
                }
            }
            Scale.report(site + ", connection cut before, in and after the commit: " + scene);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"SQLITE", "H2_FILE"})
    void wherever_the_connection_is_cut_the_transition_happens_once(Site site) throws Exception {
        try (Scene scene = new Scene(site)) {
            for (Direction direction : Direction.values()) {
                long length = scene.length(direction);
                for (int place = 0; place < PLACES; place++) {
                    scene.play(after(length * place / PLACES, direction));
                }
            }
            assertThat(scene.verdicts).containsKey(Verdict.FAILED);
            Scale.report(site + ", connection cut after any number of bytes: " + scene);
        }
    }

    /** A shop that reaches its database through a proxy, and an audit of the database itself. */
    private static final class Scene implements AutoCloseable {

        final CuttingProxy proxy;
        final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        private final HikariDataSource throughProxy;
        private final HikariDataSource direct;
        private final Orders orders;
        private final Audit audit;
        private final StubbornClient client = new StubbornClient();
        private int count;

        Scene(Site site) throws Exception {
            ServerProcess server = site.server();
            String database = server.newDatabase();
            proxy = new CuttingProxy(server.port);
            String url = server.url(proxy.port(), database);
            throughProxy = Site.pool(site == Site.POSTGRESQL ? url + "&prepareThreshold=0" : url, 1);
            direct = Site.pool(server.url(server.port, database), 1);
            orders = BusyShop.open(throughProxy);
            audit = new Audit(direct, JdbcOrderStore.builder(direct).build());
        }

        /** How many bytes it takes to have an order paid while nothing is cut. */
        long length(Direction direction) throws Exception {
            String number = "o" + count++ + ".";
            client.settleAccepted(() -> orders.place(number, BusyShop.placing("place")));
            long before = proxy.passed(direction);
            assertThat(pay(number)).isEqualTo(Verdict.DONE);
            return proxy.passed(direction) - before;
        }

        /** Has an order paid while the connection is cut, and sends the request again until it is answered. */
        Verdict play(Cut cut) throws Exception {
            String number = "o" + count++ + ".";
            client.settleAccepted(() -> orders.place(number, BusyShop.placing("place")));
            proxy.arm(cut);
            Verdict verdict = pay(number);
            proxy.disarm();
            verdicts.merge(verdict, 1, Integer::sum);
            Accepted paid = client.settleAccepted(() -> orders.fire(number, BusyShop.firing("pay", "pay")));
            assertThat(paid.entry().sequence()).isEqualTo(2);
            assertThat(audit.written(number)).containsExactlyInAnyOrder(placed(number), paid(number));
            assertThat(audit.problems(number)).isEmpty();
            return verdict;
        }

        private Verdict pay(String number) throws Exception {
            try {
                assertThat(orders.fire(number, BusyShop.firing("pay", "pay"))).isInstanceOf(Accepted.class);
                assertThat(audit.written(number)).contains(paid(number));
                return Verdict.DONE;
            } catch (StoreFailedException e) {
                assertThat(audit.written(number)).doesNotContain(paid(number));
                return Verdict.FAILED;
            } catch (OutcomeUnknownException e) {
                return audit.written(number).contains(paid(number))
                        ? Verdict.UNKNOWN_BUT_WRITTEN
                        : Verdict.UNKNOWN_NOT_WRITTEN;
            }
        }

        private static Acknowledged placed(String number) {
            return new Acknowledged(number, 1, "place");
        }

        private static Acknowledged paid(String number) {
            return new Acknowledged(number, 2, "pay");
        }

        @Override
        public void close() throws IOException {
            throughProxy.close();
            direct.close();
            proxy.close();
        }

        @Override
        public String toString() {
            return count + " requests, " + verdicts + "; each settled by sending it again, 0 twice, 0 lost";
        }
    }
}
