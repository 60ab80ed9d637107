package dev.orderly.spring.shop;

/** The workflow does not allow it. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String code) {
        super(code);
    }
}
