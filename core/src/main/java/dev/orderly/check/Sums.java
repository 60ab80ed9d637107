package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What adding a constant makes of the values of a number or money field. Between two constants that conditions and bounds
 * name, all values are alike; each such stretch, and each constant, is moved by as much as is added.
 */
final class Sums {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * A constant, or all values between two constants.
     *
     * @param low the constant below; null for none
     * @param high the constant above; null for none
     * @param sample a value of it
     */
    private record Stretch(
            @Nullable BigDecimal low, @Nullable BigDecimal high, BigDecimal sample) {

        boolean isPoint() {
            return low != null && high != null && low.compareTo(high) == 0;
        }

        /** Whether adding leads from this one to some value of another. */
        boolean leadsTo(Stretch other, BigDecimal added) {
            BigDecimal from = low == null ? null : low.add(added);
            BigDecimal to = high == null ? null : high.add(added);
            boolean meetsBelow = isBelow(from, other.high, isPoint() && other.isPoint());
            boolean meetsAbove = isBelow(other.low, to, isPoint() && other.isPoint());
            return meetsBelow && meetsAbove;
        }

        /** Whether all of its values are within bounds once a number was added. */
        boolean staysWithin(@Nullable BigDecimal least, @Nullable BigDecimal most, BigDecimal added) {
            boolean isHighEnough =
                    least == null || (low != null && low.add(added).compareTo(least) >= 0);
            return isHighEnough
                    && (most == null || (high != null && high.add(added).compareTo(most) <= 0));
        }

        private static boolean isBelow(@Nullable BigDecimal one, @Nullable BigDecimal other, boolean orSame) {
            if (one == null || other == null) {
                return true;
            }
            int order = one.compareTo(other);
            return orSame ? order <= 0 : order < 0;
        }
    }

    private final Field field;
    private final Domain domain;
    private final List<FieldCondition> tests;

    Sums(Field field, Domain domain, List<FieldCondition> tests) {
        this.field = field;
        this.domain = domain;
        this.tests = tests;
    }

    /** The values that the field can have once a constant was added to one of this class; none where that is refused. */
    long after(int before, Object added) {
        if (before == 0) {
            return domain.holding(added);
        }
        Currency currency = added instanceof Money money ? money.currency() : null;
        BigDecimal amount = added instanceof Money money ? money.amount() : (BigDecimal) added;
        List<Stretch> stretches = stretches(currency);
        long after = 0;
        for (Stretch stretch : stretches) {
            if (domain.holding(value(stretch.sample, currency)) == 1L << before) {
                for (Stretch other : stretches) {
                    if (stretch.leadsTo(other, amount)) {
                        after |= domain.holding(value(other.sample, currency));
                    }
                }
            }
        }
        return after;
    }

    /** Whether adding a constant to a value of this class is refused by no bound of the field, whichever value it is. */
    boolean isAlwaysTaken(int before, Object added) {
        if (before == 0) {
            return domain.holding(added) != 0;
        }
        if (!(added instanceof BigDecimal amount)) {
            return false; // the currency decides as well
        }
        BigDecimal least = bound(field.min());
        BigDecimal most = bound(field.max());
        for (Stretch stretch : stretches(null)) {
            boolean isMeant = domain.holding(value(stretch.sample, null)) == 1L << before;
            if (isMeant && !stretch.staysWithin(least, most, amount)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable BigDecimal bound(@Nullable FieldBound bound) {
        return bound != null && bound.value() instanceof BigDecimal number ? number : null;
    }

    private List<Stretch> stretches(@Nullable Currency currency) {
        NavigableSet<BigDecimal> points = points(currency);
        List<Stretch> stretches = new ArrayList<>();
        if (points.isEmpty()) {
            stretches.add(new Stretch(null, null, BigDecimal.ZERO));
            return stretches;
        }
        stretches.add(new Stretch(null, points.first(), points.first().subtract(BigDecimal.ONE)));
        for (BigDecimal point : points) {
            stretches.add(new Stretch(point, point, point));
            BigDecimal next = points.higher(point);
            BigDecimal sample =
                    next == null ? point.add(BigDecimal.ONE) : point.add(next).divide(TWO);
            stretches.add(new Stretch(point, next, sample));
        }
        stretches.removeIf(stretch -> !isAllowed(stretch.sample, currency));
        return stretches;
    }

    private NavigableSet<BigDecimal> points(@Nullable Currency currency) {
        NavigableSet<BigDecimal> points = new TreeSet<>();
        Stream<Object> constants = Stream.concat(
                tests.stream().flatMap(test -> test.values().stream()),
                Stream.of(field.min(), field.max())
                        .filter(bound -> bound != null && bound.type() == field.type() && bound.value() != null)
                        .map(FieldBound::value));
        constants.forEach(constant -> {
            if (constant instanceof BigDecimal number) {
                points.add(number);
            } else if (constant instanceof Money money && money.currency().equals(currency)) {
                points.add(money.amount());
            }
        });
        return points;
    }

    private boolean isAllowed(BigDecimal sample, @Nullable Currency currency) {
        try {
            field.canonical(value(sample, currency));
            return true;
        } catch (IllegalArgumentException e) { // beyond a bound, or between one cent and two
            return false;
        }
    }

    private static Object value(BigDecimal amount, @Nullable Currency currency) {
        return currency == null ? FieldType.NUMBER.canonical(amount) : new Money(amount, currency);
    }
}
