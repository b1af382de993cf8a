package org.shouwen.channels.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.Papers;

/** The words and files of a mail, however its parts lie in each other. */
final class MailParts {
    private static final int DEEPEST = 20;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Papers.File> files = new ArrayList<>();

    private MailParts() {}

    static MailParts of(Part mail) throws MessagingException, IOException {
        MailParts parts = new MailParts();
        parts.add(mail, 0);
        return parts;
    }

    String text() {
        return plain.toString().isBlank()
                ? MailWords.ofHtml(html.toString())
                : plain.toString().strip();
    }

    List<Papers.File> files() {
        return List.copyOf(files);
    }

    private void add(Part part, int depth) throws MessagingException, IOException {
        if (depth > DEEPEST) return;
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart each = many.getBodyPart(i);
                add(each, depth + 1);
            }
            return;
        }
        String name = Charsets.header(named(part));
        boolean attached = Part.ATTACHMENT.equalsIgnoreCase(disposition(part)) || !name.isEmpty();
        if (!attached && part.isMimeType("text/plain")) plain.append(text(part)).append('\n');
        else if (!attached && part.isMimeType("text/html"))
            html.append(text(part)).append('\n');
        else files.add(new Papers.File(name.isEmpty() ? "附件" : name, bytes(part)));
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException e) { // written against the rules
            return null;
        }
    }

    /** As it was written: some mailers encode a name as a header's word, which the library leaves as it is. */
    private static @Nullable String named(Part part) {
        try {
            return part.getFileName();
        } catch (MessagingException e) {
            return null;
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return Charsets.text(bytes(part), charset(part));
    }

    private static @Nullable String charset(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter("charset");
        } catch (ParseException e) {
            return null;
        }
    }

    /** Decoded from its transfer encoding; as it stands where that is wrong. */
    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (InputStream in = part.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            if (!(part instanceof jakarta.mail.internet.MimeBodyPart body)) throw e;
            try (InputStream raw = body.getRawInputStream()) {
                return raw.readAllBytes();
            }
        }
    }
}
