package org.shouwen.channels.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.inbound.InboundFormat;
import org.shouwen.inbound.InboundMessage;
import org.shouwen.inbound.Reading;
import org.shouwen.notification.MailGateway;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A mail (RFC 5322) as it lies in the mailbox. */
@Component
class MailFormat implements InboundFormat {
    static final String SOURCE = "mail";
    private static final Pattern OURS = Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s<>]{1,64}@[^@\\s<>]{1,60}");

    private final ReplyAddress replies;
    private final Outbox outbox;
    private final MailGateway gateway;
    private final String channel;

    /** @param channel code of the edition's channel for mails, which no edition names by itself */
    MailFormat(
            ReplyAddress replies,
            Outbox outbox,
            MailGateway gateway,
            @Value("${shouwen.mailbox.channel:letter}") String channel) {
        this.replies = replies;
        this.outbox = outbox;
        this.gateway = gateway;
        this.channel = channel;
    }

    @Override
    public String source() {
        return SOURCE;
    }

    @Override
    public String channel() {
        return channel;
    }

    @Override
    public Identity sender(String typed) {
        return identity("", typed).orElseThrow(() -> new BadInput("sender", "messages.bad.mail"));
    }

    private static Optional<Identity> identity(String name, String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(lower).matches()) return Optional.empty();
        String called = Text.clean(name);
        return Optional.of(new Identity(
                called.length() > 60 || called.contains("@") ? "" : called, null, "", "", "mailto:" + lower));
    }

    @Override
    public Reading read(InboundMessage message) {
        try {
            return read(
                    new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message.raw())));
        } catch (MessagingException | IOException e) {
            throw new Unreadable("unreadable");
        }
    }

    private Reading read(MimeMessage mail) throws MessagingException, IOException {
        Optional<String> automatic = AutomaticMail.why(mail);
        if (automatic.isPresent()) return new Reading.Nothing(automatic.get());
        InternetAddress from = from(mail);
        Identity sender = identity(
                        Charsets.header(
                                from == null ? "" : String.valueOf(from.getPersonal() == null ? "" : personal(mail))),
                        from == null ? "" : String.valueOf(from.getAddress()))
                .orElseThrow(() -> new Unreadable("no-sender"));
        if (!gateway.from().isEmpty()
                && sender.channelAccount().equals("mailto:" + gateway.from().toLowerCase(Locale.ROOT)))
            return new Reading.Nothing("own");
        MailParts parts = MailParts.of(mail);
        String number = number(mail);
        String subject = Charsets.header(header(mail, "Subject"));
        String text = number == null ? parts.text() : MailWords.answered(parts.text());
        String id = header(mail, "Message-ID").strip();
        return new Reading.Said(
                sender, subject, text.isBlank() ? subject : text, 0, number, parts.files(), "", id + "\n" + subject);
    }

    /** The name before the address, as it was written. */
    private static String personal(MimeMessage mail) throws MessagingException {
        return header(mail, "From").replaceFirst("(?s)<[^<>]*>\\s*$", "").replace("\"", "");
    }

    private static @Nullable InternetAddress from(MimeMessage mail) throws MessagingException {
        InternetAddress[] all = InternetAddress.parseHeader(header(mail, "From"), false);
        for (Address a : all) if (a instanceof InternetAddress i && i.getAddress() != null) return i;
        return null;
    }

    /** The appeal that it answers: by the address that it was sent to, or by a mail of ours that it answers. */
    private @Nullable String number(MimeMessage mail) throws MessagingException {
        String to = Stream.of("To", "Cc", "Delivered-To", "X-Original-To")
                .map(h -> String.join(",", all(mail, h)))
                .collect(Collectors.joining(","));
        Optional<String> addressed = replies.number(to);
        if (addressed.isPresent()) return addressed.get();
        Matcher m =
                OURS.matcher((header(mail, "In-Reply-To") + " " + header(mail, "References")).toLowerCase(Locale.ROOT));
        while (m.find()) {
            Optional<String> told = outbox.numberOf(UUID.fromString(m.group(1)));
            if (told.isPresent()) return told.get();
        }
        return null;
    }

    private static List<String> all(MimeMessage mail, String header) {
        try {
            String[] values = mail.getHeader(header);
            return values == null ? List.of() : List.of(values);
        } catch (MessagingException e) {
            return List.of();
        }
    }

    private static String header(MimeMessage mail, String header) {
        List<String> values = all(mail, header);
        return values.isEmpty() ? "" : values.getFirst();
    }
}
