package dev.orderly.jdbc;

import dev.orderly.jdbc.Finding.Kind;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.ChainLink;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the hashes of entries. Those that are made with a key which is not given are counted, and are one finding for each
 * key: they may be all that there are. Thread-safe.
 */
final class HashCheck {

    /** Further keys are counted together: an attacker can give each forged entry a key id of its own. */
    private static final int MAX_KEYS = 100;

    private static final String MORE = "(others)";

    private final ChainKeys keys;
    private final @Nullable HeadComparison heads;
    private final Findings findings;
    private final Map<String, Unchecked> unchecked = new TreeMap<>();

    HashCheck(ChainKeys keys, @Nullable HeadComparison heads, Findings findings) {
        this.keys = keys;
        this.heads = heads;
        this.findings = findings;
    }

    void check(String number, String previous, HistoryEntry entry, Findings part) {
        ChainLink link = HashChain.check(previous, entry, keys);
        long sequence = entry.activity().sequence();
        if (link == ChainLink.UNCHECKED) {
            count(HashChain.keyId(entry.hash()).orElseThrow(), number, sequence);
        } else if (link != ChainLink.SOUND) {
            part.add(Kind.CHAIN, number, link.problem(entry));
        } else if (sequence == 1 && heads != null && !heads.allowsFirst(number, entry.hash())) {
            part.add(
                    Kind.CHAIN,
                    number,
                    "the order is not among the heads, but was placed without the chain key that entries had then");
        }
    }

    private void count(String key, String number, long sequence) {
        synchronized (unchecked) {
            String known = unchecked.containsKey(key) || unchecked.size() < MAX_KEYS ? key : MORE;
            unchecked.computeIfAbsent(known, k -> new Unchecked(number, sequence)).entries++;
        }
    }

    /** To be called once, after all were checked. */
    void reportUnchecked() {
        synchronized (unchecked) {
            unchecked.forEach((key, some) -> findings.add(
                    Kind.KEY,
                    null,
                    some.entries + " entries cannot be checked: their hashes are made with the key " + key
                            + ", which is not given; one of them is entry " + some.sequence + " of order "
                            + some.number));
        }
    }

    /** Entries of one key. */
    private static final class Unchecked {

        private final String number;
        private final long sequence;
        private long entries;

        Unchecked(String number, long sequence) {
            this.number = number;
            this.sequence = sequence;
        }
    }
}
