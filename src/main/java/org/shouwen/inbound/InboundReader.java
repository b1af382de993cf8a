package org.shouwen.inbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.identity.Vault;
import org.shouwen.problems.Text;
import org.shouwen.suggestion.Urgencies;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads kept messages by the format of their source, or as a person has read them. */
@Component
class InboundReader {
    private static final int SHOWN = 10_000;

    /** Of fields for machines: a text as long as one may be, with what stands around it. */
    static final int FIELDS = 20_000;

    private final Map<String, InboundFormat> formats;
    private final Inbox inbox;
    private final Vault vault;
    private final Urgencies urgencies;
    private final JsonMapper json;

    InboundReader(List<InboundFormat> formats, Inbox inbox, Vault vault, Urgencies urgencies, JsonMapper json) {
        this.formats = formats.stream().collect(Collectors.toMap(InboundFormat::source, Function.identity()));
        this.inbox = inbox;
        this.vault = vault;
        this.urgencies = urgencies;
        this.json = json;
    }

    /**
     * What came of reading one.
     *
     * @param reading null when it could not be read
     * @param reason why not
     */
    record Read(Received received, @Nullable Reading reading, String reason, boolean danger) {}

    Read read(Received r) {
        try {
            Reading reading = r.corrected() == null ? reading(r) : corrected(r, r.corrected());
            return new Read(r, reading, "", danger(reading));
        } catch (InboundFormat.Unreadable e) {
            return unreadable(r, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) { // whatever a stranger's bytes make of a parser
            return unreadable(r, "unreadable");
        }
    }

    private boolean danger(Reading reading) {
        return switch (reading) {
            case Reading.Said s -> urgencies.judge(s.title(), s.text()).danger();
            case Reading.Matter m ->
                urgencies.judge(m.appeal().title(), m.appeal().content()).danger();
            case Reading.Told _, Reading.Nothing _, Reading.Part _ -> false;
        };
    }

    /** Words that tell of danger go to the desk, however badly the rest of the message is made (Art. 8.3). */
    private Read unreadable(Received r, String reason) {
        String text = lenient(r);
        // quotes, names of fields and digits are the machine's, and no words
        if (!urgencies.judge(text.replaceAll("[\\x00-\\x7F]+", " ")).danger()) return new Read(r, null, reason, false);
        return new Read(r, inDanger(r, text), reason, true);
    }

    /** What a message says, as far as it can be read. */
    String words(Received r) {
        return switch (read(r).reading()) {
            case Reading.Said s -> s.title() + "\n" + s.text();
            case Reading.Part p -> p.text();
            case Reading.Matter m -> m.appeal().title() + "\n" + m.appeal().content();
            case Reading.Told _, Reading.Nothing _ -> "";
            case null -> lenient(r).replaceAll("[\\x00-\\x7F]+", " ");
        };
    }

    /** Null where nothing reads its source. */
    private @Nullable Reading inDanger(Received r, String text) {
        InboundFormat format = formats.get(r.source());
        if (format == null) return null;
        Reading found = format.fields() ? found(format, r) : null;
        if (found != null) return found;
        String words = format.fields() ? PersonalDataDetector.mask(text, Identity.UNNAMED) : text;
        return new Reading.Said(Identity.UNNAMED, "", words, 0, null, List.of(), "原始报文不能完全读出，以上为其中可读的文字。");
    }

    private @Nullable Reading found(InboundFormat format, Received r) {
        try {
            return format.inDanger(
                            new InboundMessage(r.source(), r.id().toString(), r.event(), r.sourceAt(), inbox.raw(r)))
                    .orElse(null);
        } catch (RuntimeException e) { // it could not be read before either
            return null;
        }
    }

    private Reading reading(Received r) {
        InboundFormat format = format(r.source()).orElseThrow(() -> new InboundFormat.Unreadable("no-connector"));
        return format.read(new InboundMessage(r.source(), r.id().toString(), r.event(), r.sourceAt(), inbox.raw(r)));
    }

    private Reading corrected(Received r, byte[] hidden) {
        Correction c = correction(r.id(), hidden);
        InboundFormat format = format(r.source()).orElseThrow(() -> new InboundFormat.Unreadable("no-connector"));
        if (format.fields())
            return format.read(new InboundMessage(
                    r.source(),
                    r.id().toString(),
                    r.event(),
                    r.sourceAt(),
                    c.text().getBytes(StandardCharsets.UTF_8)));
        Identity sender = c.sender().isEmpty() ? Identity.UNNAMED : format.sender(c.sender());
        return new Reading.Said(
                sender, "", c.text(), 0, c.number().isEmpty() ? null : c.number(), List.of(), "由工作人员从原始报文中读出。");
    }

    Correction correction(UUID id, byte[] hidden) {
        return json.readValue(vault.unhide(id, Inbox.CORRECTED, hidden), Correction.class);
    }

    /** What a message's channel needs for an answer, as it is kept. */
    byte[] reference(UUID id, String reference) {
        return vault.hide(id, Inbox.REFERENCE, reference);
    }

    byte[] hidden(UUID id, Correction correction) {
        return vault.hide(id, Inbox.CORRECTED, json.writeValueAsString(correction));
    }

    Optional<InboundFormat> format(String source) {
        return Optional.ofNullable(formats.get(source));
    }

    /** What can be read of the bytes as text, as UTF-8 or else GB18030, its beginning. */
    String lenient(Received r) {
        byte[] raw = inbox.raw(r);
        String text = new String(raw, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            String chinese = new String(raw, java.nio.charset.Charset.forName("GB18030"));
            if (count(chinese) < count(text)) text = chinese;
        }
        String clean = Text.clean(text.replace('\u0000', ' '));
        int most = format(r.source()).map(InboundFormat::fields).orElse(false) ? FIELDS : SHOWN;
        return clean.length() > most ? clean.substring(0, most) : clean;
    }

    private static long count(String text) {
        return text.chars().filter(c -> c == '\uFFFD').count();
    }
}
