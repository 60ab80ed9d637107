package dev.orderly.cli;

import dev.orderly.cli.serve.DemoKeys;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * What {@code serve} says when it serves.
 *
 * @param address where it is reached
 * @param reach from where
 * @param kept where orders are kept
 * @param keys the file of keys; null if there is none
 * @param demo the keys of the demonstration; null if it is none
 * @param metrics whether there are figures
 * @param mails what becomes of messages
 */
record ServeBanner(
        String address,
        String reach,
        String kept,
        @Nullable String keys,
        @Nullable DemoKeys demo,
        boolean metrics,
        String mails) {

    void print(PrintWriter out) {
        out.println("Orders are at " + address + "/ until you stop this with Ctrl-C.");
        out.println("  reached from  " + reach);
        out.println("  kept          " + kept);
        out.println("  API           " + who());
        out.println("  health        " + address + "/health");
        if (metrics) {
            out.println("  metrics       " + address + "/metrics, with a key of the role metrics");
        }
        out.println("  mails         " + mails);
        if (demo != null) {
            out.println();
            out.println("Keys of this demonstration, which end with it:");
            demo.lines().forEach(line -> out.println("  " + line));
            out.println();
            out.println("  curl -H 'Authorization: Bearer " + demo.of("staff") + "' " + address + "/api/v1/orders");
            if (metrics) {
                out.println("  curl -H 'Authorization: Bearer " + demo.of("metrics") + "' " + address + "/metrics");
            }
        }
        out.flush();
    }

    private String who() {
        if (demo != null) {
            return "with the keys below";
        }
        return keys == null
                ? "nobody has a key (--keys), so there is only the lookup by order number and e-mail address"
                : "with the keys of " + keys;
    }
}
