package dev.orderly.mail.inbound;

import java.time.Duration;
import java.util.Map;

/**
 * The settings of a poller.
 *
 * @param targets the folders that mails are moved to
 * @param maxTries after how many failures a mail is given up
 */
record MailboxSettings(
        String user,
        String password,
        String folder,
        Map<ImapKeyword, String> targets,
        int maxTries,
        Duration interval) {

    /** Nothing secret. */
    @Override
    public String toString() {
        return "MailboxSettings[" + folder + "]";
    }
}
