package dev.orderly.cli.demo;

import dev.orderly.order.Customer;
import dev.orderly.workflow.Workflow;
import java.util.Map;

/** The people of the stories: each shop with its customer, and the seller where the shop is a marketplace. */
final class People {

    private record Names(String shop, String customer, String seller) {}

    private static final Map<String, Names> BY_PRESET = Map.of(
            "bookstore", new Names("Księgarnia Nadrzeczna", "Anna Nowak", ""),
            "bookstore-items", new Names("Księgarnia Nadrzeczna", "Anna Nowak", ""),
            "ip-store", new Names("IP Store", "Μαρία Παππά", ""),
            "marketplace-seller", new Names("Пазар под тепето", "Георги Петров", "Иван Колев"),
            "marketplace-seller-items", new Names("Пазар под тепето", "Георги Петров", "Иван Колев"),
            "marketplace-acceptance", new Names("Targ Miejski", "Jan Wójcik", "Ewa Zając"),
            "marketplace-acceptance-items", new Names("Targ Miejski", "Jan Wójcik", "Ewa Zając"),
            "pickup-point", new Names("Рядом с домом", "Ольга Иванова", ""),
            "pickup-point-items", new Names("Рядом с домом", "Ольга Иванова", ""));

    private People() {}

    static String shopOf(Workflow workflow) {
        return names(workflow).shop();
    }

    static String sellerOf(Workflow workflow) {
        return names(workflow).seller();
    }

    static Customer customerOf(Workflow workflow) {
        return Customer.of("customer@example.org")
                .withName(names(workflow).customer())
                .withLanguage(workflow.languages().get(0));
    }

    private static Names names(Workflow workflow) {
        Names names = BY_PRESET.get(workflow.name());
        if (names == null) {
            throw new IllegalArgumentException("no story has the workflow " + workflow.name());
        }
        return names;
    }
}
