package dev.orderly.mail.inbound;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;

/** A mailbox with an open connection. */
final class OpenMailbox implements AutoCloseable {

    private final Store store;
    private final Folder folder;
    private final Map<ImapKeyword, String> targets;

    private OpenMailbox(Store store, Folder folder, Map<ImapKeyword, String> targets) {
        this.store = store;
        this.folder = folder;
        this.targets = targets;
    }

    /** Opens a folder of a connected store, which is closed with the mailbox, or at once if the folder is not there. */
    static OpenMailbox open(Store store, String name, Map<ImapKeyword, String> targets) throws MessagingException {
        try {
            Folder folder = store.getFolder(name);
            folder.open(Folder.READ_WRITE);
            return new OpenMailbox(store, folder, targets);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    /** The unseen mails, in the mailbox's order. */
    List<Message> unseen() throws MessagingException {
        return List.of(folder.search(new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false))));
    }

    /** Names a mail as long as the folder is the same. */
    MailId id(Message mail) throws MessagingException {
        IMAPFolder imap = (IMAPFolder) folder;
        return new MailId(imap.getUIDValidity(), imap.getUID(mail));
    }

    /** Whether the server still answers. */
    boolean isAlive() {
        return folder.isOpen();
    }

    /** Marks a mail as seen and with what was done, and moves it if it is to be and the server can. */
    void settle(Message mail, ImapKeyword mark) throws MessagingException {
        Flags flags = new Flags(Flags.Flag.SEEN);
        if (folder.getPermanentFlags().contains(Flags.Flag.USER)) {
            flags.add(mark.keyword());
        }
        mail.setFlags(flags, true);
        Optional<String> target = Optional.ofNullable(targets.get(mark));
        if (target.isPresent() && ((IMAPStore) store).hasCapability("MOVE")) {
            Folder into = store.getFolder(target.get());
            if (!into.exists()) {
                into.create(Folder.HOLDS_MESSAGES);
            }
            ((IMAPFolder) folder).moveMessages(new Message[] {mail}, into);
        }
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (folder.isOpen()) {
                // without removing what others marked as deleted
                folder.close(false);
            }
        } finally {
            store.close();
        }
    }
}
