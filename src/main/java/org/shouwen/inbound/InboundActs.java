package org.shouwen.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.ReadyAppeal;
import org.shouwen.appeal.Receipt;
import org.shouwen.history.Actor;
import org.shouwen.identity.Correspondents;
import org.shouwen.notification.Address;
import org.shouwen.notification.OptOuts;
import org.shouwen.notification.Threads;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what a message asks for. */
@Component
class InboundActs {
    /** A bare judgement is of an appeal whose sender was told of it so lately. */
    private static final Duration LATELY = Duration.ofDays(30);

    private final Intake intake;
    private final OwnAppeals own;
    private final Appeals appeals;
    private final AppealPapers papers;
    private final Correspondents correspondents;
    private final OptOuts optOuts;
    private final Threads threads;
    private final InboundStore store;
    private final InboundThreadStore tied;
    private final InboundMedia media;
    private final InboundReader reader;
    private final TransactionTemplate transaction;

    InboundActs(
            Intake intake,
            OwnAppeals own,
            Appeals appeals,
            AppealPapers papers,
            Correspondents correspondents,
            OptOuts optOuts,
            Threads threads,
            InboundStore store,
            InboundThreadStore tied,
            InboundMedia media,
            InboundReader reader,
            TransactionTemplate transaction) {
        this.intake = intake;
        this.own = own;
        this.appeals = appeals;
        this.papers = papers;
        this.correspondents = correspondents;
        this.optOuts = optOuts;
        this.threads = threads;
        this.store = store;
        this.tied = tied;
        this.media = media;
        this.reader = reader;
        this.transaction = transaction;
    }

    /** Everything but a new appeal. @return false when it is one */
    boolean act(InboundReader.Read read, Instant now) {
        return switch (read.reading()) {
            case null -> throw new IllegalArgumentException("was not read");
            case Reading.Nothing _ -> {
                done(read, new InboundResult(InboundResult.Kind.IGNORED, null), now);
                yield true;
            }
            case Reading.Part _ -> throw new IllegalArgumentException("parts are put together first");
            case Reading.Matter _ -> false;
            case Reading.Told told -> {
                transaction.executeWithoutResult(_ -> done(
                        read,
                        new InboundResult(InboundResult.Kind.TOLD, told.act().get()),
                        now));
                yield true;
            }
            case Reading.Said said -> act(read, said, now);
        };
    }

    private boolean act(InboundReader.Read read, Reading.Said said, Instant now) {
        Optional<Address> from = Address.of(said.sender());
        Optional<Appeal> named = named(said, from);
        // most say more than a judgement, and nobody has to look what they were told
        InboundDecision.Own last = from.filter(_ -> ShortWords.judgement(said.text()) != null)
                .flatMap(a -> threads.since(a, now.minus(LATELY)).stream().findFirst())
                .flatMap(appeals::find)
                .map(this::rateable)
                .orElse(null);
        return switch (InboundDecision.of(said.text(), named.map(this::rateable).orElse(null), last)) {
            case InboundDecision.Open _ -> false;
            case InboundDecision.OptOut _ -> {
                from.ifPresent(optOuts::out);
                done(read, new InboundResult(InboundResult.Kind.OPTED_OUT, null), now);
                yield true;
            }
            case InboundDecision.OptIn _ -> {
                from.ifPresent(optOuts::in);
                done(read, new InboundResult(InboundResult.Kind.OPTED_IN, null), now);
                yield true;
            }
            case InboundDecision.Add(String number) -> added(read, said, number, now);
            case InboundDecision.Rate rate -> rated(read, rate, now);
        };
    }

    /** The sender's own appeal that is named by an address of ours, by digits behind our number, or in the words. */
    private Optional<Appeal> named(Reading.Said said, Optional<Address> from) {
        String proved = said.number();
        if (proved != null) return appeals.find(proved).filter(a -> !a.forgotten());
        if (said.ordinal() > 0 && from.isPresent()) {
            Optional<Appeal> numbered =
                    threads.numbered(from.get(), said.ordinal()).flatMap(appeals::find);
            if (numbered.isPresent()) return numbered.filter(a -> !a.forgotten());
        }
        return WorkOrderNumber.read(said.title() + " " + said.text())
                .flatMap(n -> appeals.find(n.text()))
                .filter(a -> !a.forgotten() && correspondents.isFrom(a.appellant(), said.sender()));
    }

    private InboundDecision.Own rateable(Appeal a) {
        return new InboundDecision.Own(a.number(), a.rating() == null && own.closed(a));
    }

    /** The addition, its files and that it is done, in one transaction: neither twice nor without the other. */
    private boolean added(InboundReader.Read read, Reading.Said said, String number, Instant now) {
        Appeal a = appeals.get(number);
        String code = intake.code(a.id());
        InboundFiles files = InboundFiles.laid(said.files(), papers);
        transaction.executeWithoutResult(_ -> {
            for (String part : Parts.of(files.noted(said.text()), 2000))
                own.add(new WorkOrderNumber(number), code, part).orThrow();
            papers.attach(number, files.taken(), Actor.APPELLANT);
            kept(read, said, number);
            done(read, new InboundResult(InboundResult.Kind.ADDED, number), now);
        });
        return true;
    }

    /** One word answers both questions of a judgement: whoever is not satisfied has not got it solved. */
    private boolean rated(InboundReader.Read read, InboundDecision.Rate rate, Instant now) {
        Appeal a = appeals.get(rate.number());
        String code = intake.code(a.id());
        transaction.executeWithoutResult(_ -> {
            own.rate(new WorkOrderNumber(rate.number()), code, rate.satisfied(), rate.satisfied(), rate.words())
                    .orThrow();
            done(read, new InboundResult(InboundResult.Kind.RATED, rate.number()), now);
        });
        return true;
    }

    private void done(InboundReader.Read read, InboundResult result, Instant now) {
        store.done(List.of(new InboundStore.Done(read.received().id(), result)), now);
    }

    /** New appeals, all of them in one group; each is found again under its message's id when it is done twice. */
    void open(List<InboundReader.Read> group, Instant now) {
        List<ReadyAppeal> fresh = new ArrayList<>();
        for (InboundReader.Read r : group) fresh.add(intake.ready(NewAppeals.of(r, reader)));
        List<Receipt> receipts = intake.submitAll(fresh, NewAppeals.origins(group), Actor.APPELLANT);
        for (InboundReader.Read r : group)
            if (r.reading() instanceof Reading.Said s) InboundFiles.laid(s.files(), papers);
        transaction.executeWithoutResult(_ -> {
            List<InboundStore.Done> done = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                Receipt receipt = receipts.get(i);
                if (group.get(i).reading() instanceof Reading.Said s) {
                    papers.attach(receipt.number(), InboundFiles.of(s.files()).taken(), Actor.APPELLANT);
                    kept(group.get(i), s, receipt.number());
                }
                if (group.get(i).reading() instanceof Reading.Matter m)
                    m.opened().accept(receipt);
                done.add(new InboundStore.Done(
                        group.get(i).received().id(), new InboundResult(InboundResult.Kind.OPENED, receipt.number())));
            }
            store.done(done, now);
        });
    }

    private void kept(InboundReader.Read read, Reading.Said said, String number) {
        media.expect(read.received().source(), number, said.media());
        UUID id = read.received().id();
        if (!said.reference().isBlank()) tied.reference(id, reader.reference(id, said.reference()));
    }
}
