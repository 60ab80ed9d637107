package dev.orderly.spring;

/** Spring's transactions in H2, the database of those who start. */
class TransactionInH2Test extends TransactionLaws {

    @Override
    String newDatabase() {
        return StarterFixture.emptyDatabase();
    }
}
