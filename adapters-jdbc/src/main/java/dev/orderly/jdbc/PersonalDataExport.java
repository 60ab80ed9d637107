package dev.orderly.jdbc;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * All that a store knows of a customer: each of his orders, those that were retired included, with everything that was done, said
 * and uploaded. It is for the shop to look through before it is handed over: comments that staff wrote for each other, and the ids
 * of those who acted, are in it as well. An order that was erased has no customer any more, and is not exported.
 */
public final class PersonalDataExport {

    private static final String ORDERS = "select number from orderly_order where customer_key = ?"
            + " union select number from orderly_archived_order where customer_key = ? order by number";

    private PersonalDataExport() {}

    /**
     * Writes all orders of an e-mail address, each as a line of JSON, while the store is in use; each is written as it is at one
     * moment.
     *
     * @param email the address, compared as lists of a customer's orders compare it
     * @return how many orders there are
     * @throws IOException if the writer fails
     */
    public static int write(JdbcOrderStore store, String email, Writer target) throws IOException {
        int count = 0;
        for (String number : numbers(store.session(), email)) {
            OrderDocument document = store.session()
                    .consistently("reading order " + number, connection -> OrderDocument.read(connection, number));
            target.write(document.text() + "\n");
            count++;
        }
        target.flush();
        return count;
    }

    private static List<String> numbers(Session session, String email) {
        String key = KeyLimits.customer(email);
        SqlCommand command = new SqlCommand()
                .add(ORDERS, new SqlValues().text("customer_key", key).text("customer_key", key));
        return session.read(
                "looking for the orders of a customer",
                connection -> command.list(connection, row -> row.getString("number")));
    }
}
