package dev.orderly.spring.shop;

/** There is no copy left. */
public class SoldOutException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SoldOutException(String sku) {
        super("there is no copy of " + sku + " left");
    }
}
