package org.shouwen.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.shouwen.notification.Address;
import org.shouwen.suggestion.Urgencies;
import org.springframework.stereotype.Component;

/** Puts long messages together, whose parts come in any order and may come twice. */
@Component
class InboundParts {
    /** So long a part waits for the others; then what is there is read. */
    static final Duration WAITS = Duration.ofMinutes(5);

    private final InboundThreadStore store;
    private final InboundReader reader;
    private final Urgencies urgencies;
    private final WaitingInDanger dangers;
    private final Hmac hmac;

    InboundParts(
            InboundThreadStore store, InboundReader reader, Urgencies urgencies, WaitingInDanger dangers, Keys keys) {
        this.store = store;
        this.reader = reader;
        this.urgencies = urgencies;
        this.dangers = dangers;
        this.hmac = new Hmac(keys.key("throttle"));
    }

    /** What was read as it is, or the whole of which it is the last part; empty while others are waited for. */
    Optional<InboundReader.Read> whole(InboundReader.Read read, Instant now) {
        if (!(read.reading() instanceof Reading.Part p)) return Optional.of(read);
        String sender = Address.of(p.sender()).map(Address::uri).orElse("");
        byte[] of = hmac.ofParts("part", sender, p.reference(), Integer.toString(p.total()));
        Instant until = read.received().at().plus(WAITS);
        store.part(read.received().id(), of, p.index(), until.isAfter(now) ? until : now.plus(WAITS));
        List<Received> there = store.parts(of);
        if (there.size() < p.total() && until.isAfter(now)) {
            if (urgencies.judge(p.text()).danger())
                dangers.noted(read.received().id());
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (Received r : there) if (reader.read(r).reading() instanceof Reading.Part each) text.append(each.text());
        String note = there.size() < p.total() ? "长短信共 " + p.total() + " 段，只收到 " + there.size() + " 段。" : "";
        Reading.Said said =
                new Reading.Said(p.sender(), "", text.toString().strip(), p.ordinal(), null, List.of(), note);
        boolean danger = urgencies.judge(said.text()).danger();
        // the first part stands for all, whichever came last: done twice, it is found again
        return Optional.of(new InboundReader.Read(there.getFirst(), said, "", danger));
    }
}
