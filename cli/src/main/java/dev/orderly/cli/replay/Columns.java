package dev.orderly.cli.replay;

import dev.orderly.order.Actor;
import dev.orderly.workflow.Data;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Which column of a log holds what, and how a row is made of its cells. */
final class Columns {

    /** A row from which no event can be made; the message says why and what to do. */
    static final class BrokenRowException extends Exception {
        BrokenRowException(String problem) {
            super(problem);
        }
    }

    private static final String ORDER = "order";
    private static final String EVENT = "event";
    private static final String AT = "at";
    private static final String ACTOR = "actor";
    private static final List<String> REQUIRED = List.of(ORDER, EVENT, AT, ACTOR);
    private static final String LINES = "lines";
    private static final String ITEMS = "items";
    private static final List<String> OPTIONAL = List.of(LINES, ITEMS);
    private static final String DATA = "data.";
    private static final String EXPECTED =
            "a log has the columns order, event, at, actor, and data.FIELD for each field;"
                    + " lines and items may be there too";

    private final List<String> names;
    private final int order;
    private final int event;
    private final int at;
    private final int actor;
    private final int lines;
    private final int items;
    private final Actors actors;

    private Columns(List<String> names, Actors actors) {
        this.names = names;
        this.order = names.indexOf(ORDER);
        this.event = names.indexOf(EVENT);
        this.at = names.indexOf(AT);
        this.actor = names.indexOf(ACTOR);
        this.lines = names.indexOf(LINES);
        this.items = names.indexOf(ITEMS);
        this.actors = actors;
    }

    /** Reads the header. */
    static Columns of(Cells header, String file, Actors actors) throws LogHeaderException {
        if (header.isTooLarge()) {
            throw new LogHeaderException(file, "this is too large for a header: " + EXPECTED);
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.count(); i++) {
            names.add(header.text(i));
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            boolean data = name.startsWith(DATA) && name.length() > DATA.length();
            if (!data && !REQUIRED.contains(name) && !OPTIONAL.contains(name)) {
                throw new LogHeaderException(file, "unknown column \"" + name + "\": " + EXPECTED);
            }
            if (!seen.add(name)) {
                throw new LogHeaderException(file, "the column \"" + name + "\" is there twice: remove one");
            }
        }
        for (String name : REQUIRED) {
            if (!seen.contains(name)) {
                throw new LogHeaderException(file, "the column \"" + name + "\" is missing: " + EXPECTED);
            }
        }
        return new Columns(List.copyOf(names), actors);
    }

    /** Makes a row of the cells. */
    LogRow row(long number, Cells cells) throws BrokenRowException {
        if (cells.count() != names.size()) {
            throw new BrokenRowException(cells.count() + (cells.count() == 1 ? " cell" : " cells")
                    + " where the header has " + names.size() + ": write every cell, also the empty ones");
        }
        if (cells.isTooLarge()) {
            throw new BrokenRowException("the cells have more than " + Cells.LONGEST
                    + " characters together: is a quote missing that should end one?");
        }
        if (cells.hasStrayQuote()) {
            throw new BrokenRowException("a quote stands inside a cell that does not begin with one: put the whole"
                    + " cell in quotes and double the quote inside");
        }
        return new LogRow(
                number,
                filled(cells, order),
                filled(cells, event),
                filled(cells, at),
                time(cells.text(at)),
                actor(filled(cells, actor)),
                data(cells),
                quantities(cells, lines, Quantities::lines),
                quantities(cells, items, Quantities::items));
    }

    private <T> List<T> quantities(Cells cells, int column, Function<String, List<T>> read) throws BrokenRowException {
        if (column < 0) {
            return List.of();
        }
        try {
            return read.apply(cells.text(column));
        } catch (IllegalArgumentException e) {
            throw new BrokenRowException("the cell \"" + names.get(column) + "\" is wrong: " + e.getMessage()
                    + "; write a number, a blank and "
                    + (column == lines ? "a SKU" : "a line's id (1 for the first, where they have no other)")
                    + ", and a semicolon before the next");
        }
    }

    private String filled(Cells cells, int column) throws BrokenRowException {
        String text = cells.text(column);
        if (text.isBlank()) {
            throw new BrokenRowException("the cell \"" + names.get(column)
                    + "\" is blank: every row needs an order, an event, a time and an actor");
        }
        return text;
    }

    private static Instant time(String text) throws BrokenRowException {
        try {
            return EventTime.parse(text);
        } catch (DateTimeException e) {
            throw new BrokenRowException("\"" + text + "\" in \"at\" is no time with an offset: write"
                    + " 2026-05-31T10:15:30Z or 2026-05-31T12:15:30+02:00");
        }
    }

    private Actor actor(String text) throws BrokenRowException {
        try {
            return actors.read(text);
        } catch (IllegalArgumentException e) {
            throw new BrokenRowException("\"" + text
                    + "\" in \"actor\" is no role: write a role such as staff, or role:id such as staff:anna");
        }
    }

    private Data data(Cells cells) {
        Map<String, String> values = null;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith(DATA) && !cells.text(i).isEmpty()) {
                values = values == null ? new HashMap<>() : values;
                values.put(names.get(i).substring(DATA.length()), cells.text(i));
            }
        }
        return values == null ? Data.EMPTY : Data.of(values);
    }
}
