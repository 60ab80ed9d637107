package dev.orderly.benchmarks.store;

import java.util.ArrayList;
import java.util.List;

/** The tables of {@link HandWrittenMover}, with as many guards as its care asks for. */
final class HandWrittenSchema {

    private static final String BACK =
            "new.number <> old.number or new.sequence not in (old.sequence, old.sequence + 1)";

    private final String database;
    private final Care care;

    HandWrittenSchema(String database, Care care) {
        this.database = database;
        this.care = care;
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>(tables());
        if (care == Care.SAME) {
            statements.add("create index same_placed on same_order (placed_at desc, number)");
            statements.add("create index same_listed on same_order (status, placed_at desc, number)");
            statements.add("create index same_customer on same_order (customer, placed_at desc, number)");
            statements.add("create index same_deadline on same_order (deadline_at, number)");
            statements.addAll(guards());
        }
        return statements;
    }

    private List<String> tables() {
        String prefix = care.prefix();
        return List.of(
                "create table " + prefix + "_transition (from_status varchar(64) not null, event varchar(64) not null,"
                        + " to_status varchar(64) not null, primary key (from_status, event, to_status))",
                "insert into " + prefix + "_transition values ('', 'place', 'new'),"
                        + " ('new', 'submit', 'awaiting-payment'), ('awaiting-payment', 'pay', 'processing'),"
                        + " ('processing', 'release', 'awaiting-packing'), ('awaiting-packing', 'ship', 'shipped'),"
                        + " ('shipped', 'deliver', 'delivered'), ('new', 'cancel', 'cancelled'),"
                        + " ('awaiting-payment', 'cancel', 'cancelled'), ('processing', 'cancel', 'cancelled'),"
                        + " ('awaiting-packing', 'cancel', 'cancelled')",
                "create table " + prefix + "_history (number varchar(100) not null, sequence bigint not null,"
                        + " previous bigint, from_status varchar(64) not null, event varchar(64) not null,"
                        + " to_status varchar(64) not null, actor varchar(64) not null, data varchar(4000), at_time bigint"
                        + " not null, salt varchar(64) not null, hash varchar(64) not null, primary key (number, sequence),"
                        + " unique (number, sequence, to_status)" + lawfulness() + ")",
                "create table " + prefix + "_order (number varchar(100) not null primary key, sequence bigint not null,"
                        + " status varchar(64) not null, since bigint not null, placed varchar(4000) not null,"
                        + " state varchar(4000) not null" + latest() + ")");
    }

    private String lawfulness() {
        String prefix = care.prefix();
        String keys = ", foreign key (from_status, event, to_status) references " + prefix
                + "_transition (from_status, event, to_status)"
                + ", foreign key (number, previous, from_status) references " + prefix
                + "_history (number, sequence, to_status)";
        String link = ", check ((case when sequence = 1 then previous is null and from_status = ''"
                + " else previous = sequence - 1 end) is true)";
        return care == Care.SAME ? keys + link : care == Care.KEYED ? keys : "";
    }

    private String latest() {
        String key = ", foreign key (number, sequence, status) references " + care.prefix()
                + "_history (number, sequence, to_status)";
        String lists = ", placed_at bigint not null, deadline_at bigint, customer varchar(64) not null";
        return care == Care.SAME ? lists + key : care == Care.KEYED ? key : "";
    }

    private List<String> guards() {
        return switch (database) {
            case "PostgreSQL" ->
                List.of(
                        "create function same_refuse() returns trigger language plpgsql as"
                                + " $$ begin raise exception using errcode = '23000'; end $$",
                        "create function same_refuse_leap() returns trigger language plpgsql as $$ begin if " + BACK
                                + " then raise exception using errcode = '23000'; end if; return new; end $$",
                        "create trigger same_forward before update on same_order for each row"
                                + " execute function same_refuse_leap()",
                        "create trigger same_stays before delete on same_order for each row"
                                + " execute function same_refuse()",
                        "create trigger same_fixed before update or delete on same_history for each row"
                                + " execute function same_refuse()");
            case "MariaDB" ->
                List.of(
                        "create trigger same_forward before update on same_order for each row begin if " + BACK
                                + " then signal sqlstate '23000'; end if; end",
                        "create trigger same_stays before delete on same_order for each row signal sqlstate '23000'",
                        "create trigger same_fixed before update on same_history for each row signal sqlstate '23000'",
                        "create trigger same_kept before delete on same_history for each row signal sqlstate '23000'");
            default ->
                List.of(
                        "create trigger same_forward before update, delete on same_order for each row call '"
                                + OrderRowGuard.class.getName() + "'",
                        "create trigger same_fixed before update, delete on same_history for each row call '"
                                + HistoryRowGuard.class.getName() + "'");
        };
    }
}
