package dev.orderly.spring.page;

/** The workflow does not allow it. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String code) {
        super(code);
    }
}
