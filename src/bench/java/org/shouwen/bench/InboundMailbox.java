package org.shouwen.bench;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Set;

/** The office's mailbox on a mail server (IMAP): a mail is acknowledged when the platform has marked it as seen. */
final class InboundMailbox implements AutoCloseable {
    /** So many lie there unseen at most, as the platform comes for them every twenty seconds. */
    private static final int UNSEEN = 600;

    private final GreenMail server;
    private final GreenMailUser user;

    InboundMailbox(int port) {
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        user = server.setUser("hotline@city.invalid", "hotline", "secret");
    }

    /** Whether another has room. */
    boolean room() throws FolderException {
        return inbox().getUnseenCount() < UNSEEN;
    }

    void deliver(long n) throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + InboundDoors.word(n) + "@example.invalid>");
            }
        };
        mail.setFrom(new InternetAddress("w%d@example.invalid".formatted(n)));
        mail.setRecipients(MimeMessage.RecipientType.TO, "hotline@city.invalid");
        mail.setSubject("路灯不亮", StandardCharsets.UTF_8.name());
        mail.setText(InboundDoors.text(n), StandardCharsets.UTF_8.name());
        mail.setSentDate(Date.from(Instant.now()));
        mail.saveChanges();
        user.deliver(mail);
    }

    /** Moves the numbers of the mails that the platform has seen since to those that are acknowledged. */
    void seen(Set<Long> acknowledged) throws FolderException, MessagingException {
        for (StoredMessage m : inbox().getMessages()) {
            if (!m.isSet(Flags.Flag.SEEN) || m.isSet(Flags.Flag.DELETED)) continue;
            String id = m.getMimeMessage().getMessageID();
            acknowledged.add(Long.parseLong(id.replaceAll("\\D", "")));
            m.setFlag(Flags.Flag.DELETED, true);
        }
    }

    private MailFolder inbox() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(user);
    }

    @Override
    public void close() {
        server.stop();
    }
}
