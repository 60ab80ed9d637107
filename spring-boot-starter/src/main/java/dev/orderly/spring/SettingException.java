package dev.orderly.spring;

/** A setting without which, or with which, an application cannot start. */
final class SettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    SettingException(String problem, String action) {
        super(problem);
        this.action = action;
    }

    SettingException(String problem, String action, Throwable cause) {
        super(problem, cause);
        this.action = action;
    }

    /** What to do about it. */
    String action() {
        return action;
    }
}
