package org.shouwen.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.WrongSetting;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The office's mail server (SMTP, RFC 5321), for what staff are told; off until a host is named. The Message-ID is made of
 * the outbox's id and the same at each try, so that a mailbox can drop what it has already. A refusal for good (5xx, also of
 * the address alone) is not tried again; everything else is. Passwords go over TLS alone.
 */
@Component
public class MailGateway {
    private final String from;
    private final @Nullable JavaMailSenderImpl sender;

    /**
     * @param security {@code starttls} (required, not merely offered), {@code tls} from the first byte, or {@code none} for a
     *     server on the same machine
     * @param from the address that stands as the sender
     * @throws IllegalArgumentException when a host is named without a sender, or the security is none of these
     */
    MailGateway(
            @Value("${shouwen.mail.host:}") String host,
            @Value("${shouwen.mail.port:587}") int port,
            @Value("${shouwen.mail.security:starttls}") String security,
            @Value("${shouwen.mail.user:}") String user,
            @Value("${shouwen.mail.password:}") String password,
            @Value("${shouwen.mail.from:}") String from,
            @Value("${shouwen.mail.answer-millis:10000}") long answerMillis) {
        this.from = from;
        this.sender = host.isBlank() ? null : sender(host, port, security, user, password, answerMillis);
        if (!host.isBlank() && from.isBlank())
            throw new WrongSetting(
                    "设置了 SHOUWEN_MAIL_HOST，还需要 SHOUWEN_MAIL_FROM（发件地址）。",
                    "SHOUWEN_MAIL_HOST is set; SHOUWEN_MAIL_FROM, the address that mail comes from, is missing.");
    }

    public boolean there() {
        return sender != null;
    }

    /** The address that stands as the sender; empty while it is off. */
    public String from() {
        return from;
    }

    /** @param to a mail address, which is checked where it is typed */
    Tried send(UUID id, String to, String subject, String text) {
        return send(id, to, subject, text, Map.of("Auto-Submitted", "auto-generated"));
    }

    /**
     * @param to a mail address, as it was typed or as a mail came from it
     * @param headers beside those of every mail, such as {@code In-Reply-To}; {@code Auto-Submitted} (RFC 3834) is among them, so
     *     that nobody's absence is answered
     */
    public Tried send(UUID id, String to, String subject, String text, Map<String, String> headers) {
        JavaMailSenderImpl server = sender;
        if (server == null) return new Tried(false, true, "NO_SERVER");
        try {
            MimeMessage message = new Numbered(server.getSession(), id, from);
            MimeMessageHelper words = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            words.setFrom(from);
            words.setTo(to);
            words.setSubject(subject);
            words.setText(text);
            for (Map.Entry<String, String> h : headers.entrySet()) message.setHeader(h.getKey(), h.getValue());
            server.send(message);
            return new Tried(true, false, "");
        } catch (MailException e) {
            Integer code = code(e);
            boolean refused = code != null && code >= 500;
            return new Tried(false, !refused, code == null ? why(e) : "SMTP " + code);
        } catch (MessagingException e) {
            return new Tried(false, false, e.getClass().getSimpleName());
        }
    }

    private static JavaMailSenderImpl sender(
            String host, int port, String security, String user, String password, long answerMillis) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        boolean tls = security.equals("tls");
        sender.setProtocol(tls ? "smtps" : "smtp");
        sender.setHost(host);
        sender.setPort(port);
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!user.isBlank()) {
            sender.setUsername(user);
            sender.setPassword(password);
        }
        Properties p = sender.getJavaMailProperties();
        String of = "mail." + sender.getProtocol() + ".";
        p.put(of + "auth", Boolean.toString(!user.isBlank()));
        p.put(of + "connectiontimeout", "5000");
        p.put(of + "timeout", Long.toString(answerMillis));
        p.put(of + "writetimeout", Long.toString(answerMillis));
        p.put(of + "ssl.checkserveridentity", "true");
        switch (security) {
            case "starttls" -> {
                p.put(of + "starttls.enable", "true");
                p.put(of + "starttls.required", "true");
            }
            case "tls" -> {}
            case "none" -> {
                if (!user.isBlank())
                    throw new WrongSetting(
                            "SHOUWEN_MAIL_SECURITY=none 不发送密码：请改用 starttls 或 tls，或去掉 SHOUWEN_MAIL_USER。",
                            "SHOUWEN_MAIL_SECURITY=none sends no password: use starttls or tls, or leave out SHOUWEN_MAIL_USER.");
            }
            default ->
                throw new WrongSetting(
                        "SHOUWEN_MAIL_SECURITY 应为 starttls、tls 或 none。",
                        "SHOUWEN_MAIL_SECURITY must be starttls, tls or none.");
        }
        return sender;
    }

    private static String why(MailException e) {
        return e.toString().contains("SocketTimeoutException")
                ? "NO_ANSWER"
                : e.getClass().getSimpleName();
    }

    /** The reply of the server, three digits; null when it gave none. */
    private static @Nullable Integer code(MailException e) {
        Deque<Exception> open = new ArrayDeque<>();
        if (e instanceof MailSendException sending) {
            for (Exception each : sending.getMessageExceptions()) open.add(each);
        }
        Integer found = null;
        while (!open.isEmpty()) {
            Exception next = open.poll();
            if (next instanceof SMTPAddressFailedException address) return address.getReturnCode();
            if (next instanceof SMTPSendFailedException whole) found = whole.getReturnCode();
            if (next instanceof MessagingException m && m.getNextException() != null) open.add(m.getNextException());
        }
        return found;
    }

    /** Keeps the Message-ID that it is given. */
    private static final class Numbered extends MimeMessage {
        private final String number;

        Numbered(Session session, UUID id, String from) {
            super(session);
            number = "<" + id + "@" + from.replaceAll(".*@", "") + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", number);
        }
    }
}
