package org.shouwen.channels.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Inbox;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.problems.Busy;
import org.shouwen.problems.WrongSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The office's mailbox (IMAP, RFC 3501): each mail that is not seen is kept, and marked as seen only when it is on disk here; a
 * mail that was kept and not marked is found to be the same by its Message-ID. Off until a host is named.
 */
@Component
class Mailbox implements OwnThreadJob {
    /** More bytes than this are not fetched: the mail lies among the rejects with its first part. */
    static final int LARGEST = 30 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private final Inbox inbox;
    private final String host;
    private final int port;
    private final String security;
    private final String user;
    private final String password;
    private final String folder;
    private final String answerMillis;

    /** @param security {@code tls} from the first byte, {@code starttls}, or {@code none} for a server on the same machine */
    Mailbox(
            Inbox inbox,
            @Value("${shouwen.mailbox.host:}") String host,
            @Value("${shouwen.mailbox.port:993}") int port,
            @Value("${shouwen.mailbox.security:tls}") String security,
            @Value("${shouwen.mailbox.user:}") String user,
            @Value("${shouwen.mailbox.password:}") String password,
            @Value("${shouwen.mailbox.folder:INBOX}") String folder,
            @Value("${shouwen.mailbox.answer-millis:20000}") long answerMillis) {
        if (!security.matches("tls|starttls|none"))
            throw new WrongSetting(
                    "SHOUWEN_MAILBOX_SECURITY 应为 tls、starttls 或 none。",
                    "SHOUWEN_MAILBOX_SECURITY must be tls, starttls or none.");
        this.inbox = inbox;
        this.host = host.strip();
        this.port = port;
        this.security = security;
        this.user = user;
        this.password = password;
        this.folder = folder;
        this.answerMillis = Long.toString(answerMillis);
    }

    @Override
    public String name() {
        return "mailbox";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public void run() {
        if (host.isEmpty()) return;
        try (Store store = Session.getInstance(properties()).getStore("imap")) {
            store.connect(host, port, user, password);
            try (Folder box = store.getFolder(folder)) {
                box.open(Folder.READ_WRITE);
                for (Message mail : box.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false))) take(box, mail);
            }
        } catch (MessagingException | IOException e) {
            LOG.warn("the mailbox can not be read now: {}", why(e));
        } catch (Busy e) {
            LOG.warn("too much waits: the mailbox is read again later");
        }
    }

    /** The library tells a time-out as a cause, or in the words of a last answer that it made up itself. */
    private static String why(Exception e) {
        for (Throwable t = e; t != null; t = t.getCause())
            if (t.toString().contains("SocketTimeoutException")) return "it does not answer";
            else if (t instanceof FolderClosedException) return "it broke off";
        return e.getClass().getSimpleName();
    }

    private void take(Folder box, Message mail) throws MessagingException, IOException {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        boolean whole = mail.getSize() <= LARGEST;
        if (whole) mail.writeTo(raw);
        else head(mail, raw);
        Date received = mail.getReceivedDate();
        Instant at = Instants.orNull(received);
        InboundMessage message = new InboundMessage(MailFormat.SOURCE, id(box, mail), at, raw.toByteArray());
        if (whole) inbox.take(message);
        else inbox.reject(message, "too-large");
        mail.setFlag(Flags.Flag.SEEN, true);
    }

    private static void head(Message mail, OutputStream out) throws MessagingException, IOException {
        for (var all = mail.getAllHeaders(); all.hasMoreElements(); ) {
            var h = all.nextElement();
            out.write((h.getName() + ": " + h.getValue() + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    /** With sender and date, as some mailers give all their mails the same id; by its place in the mailbox where it has none. */
    private static String id(Folder box, Message mail) throws MessagingException {
        String id = first(mail, "Message-ID");
        if (id == null && box instanceof UIDFolder uids) return uids.getUIDValidity() + ":" + uids.getUID(mail);
        return id + "\n" + first(mail, "Date") + "\n" + first(mail, "From");
    }

    private static @Nullable String first(Message mail, String header) throws MessagingException {
        String[] all = mail.getHeader(header);
        return all == null || all.length == 0 ? null : all[0];
    }

    private Properties properties() {
        Properties p = new Properties();
        p.put("mail.imap.peek", "true");
        p.put("mail.imap.fetchsize", "1048576");
        p.put("mail.imap.connectiontimeout", "5000");
        p.put("mail.imap.timeout", answerMillis);
        p.put("mail.imap.writetimeout", answerMillis);
        p.put("mail.imap.ssl.checkserveridentity", "true");
        p.put("mail.imap.ssl.enable", Boolean.toString(security.equals("tls")));
        p.put("mail.imap.starttls.enable", Boolean.toString(security.equals("starttls")));
        p.put("mail.imap.starttls.required", Boolean.toString(security.equals("starttls")));
        return p;
    }
}
