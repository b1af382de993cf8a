package org.shouwen.channels.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mails that no person wrote: answering them would make two machines write to each other (RFC 3834). Pure. */
final class AutomaticMail {
    private static final List<String> OF_LISTS =
            List.of("List-Id", "List-Unsubscribe", "List-Post", "X-Autoreply", "X-Autorespond", "X-Auto-Reply");
    private static final List<String> BULK = List.of("bulk", "list", "junk", "auto_reply");

    private AutomaticMail() {}

    /** Why it is one; empty when a person wrote it. */
    static Optional<String> why(MimeMessage mail) throws MessagingException {
        String submitted = first(mail, "Auto-Submitted");
        if (submitted != null && !submitted.toLowerCase(Locale.ROOT).startsWith("no"))
            return Optional.of("auto-submitted");
        String precedence = first(mail, "Precedence");
        if (precedence != null && BULK.contains(precedence.strip().toLowerCase(Locale.ROOT)))
            return Optional.of("precedence");
        for (String header : OF_LISTS) if (mail.getHeader(header) != null) return Optional.of("list");
        String path = first(mail, "Return-Path");
        if (path != null && path.replaceAll("\\s", "").equals("<>")) return Optional.of("empty-return-path");
        return mail.isMimeType("multipart/report") ? Optional.of("report") : Optional.empty();
    }

    private static @Nullable String first(MimeMessage mail, String header) throws MessagingException {
        String[] all = mail.getHeader(header);
        return all == null || all.length == 0 ? null : all[0];
    }
}
