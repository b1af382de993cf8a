package org.shouwen.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.history.Recorded;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Nothing;
import org.shouwen.regulation.Result;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The appellant's own door, opened by number and look-up code: to see, to add, to rate. */
@Service
public class OwnAppeals {
    private final AppealStore store;
    private final AppealRows rows;
    private final AppealDigest digest;
    private final LookupCode codes;
    private final History history;
    private final Vault vault;
    private final WorkOrders orders;
    private final WorkOrderBoard board;
    private final AppealVisibility readable;
    private final Reviews reviews;
    private final CallerMeasures measures;
    private final JdbcClient jdbc;
    private final DangerAlarms alarms;
    private final Remarks remarks;
    private final Objections objections;
    private final InstantSource clock;

    OwnAppeals(
            AppealStore store,
            AppealRows rows,
            AppealDigest digest,
            LookupCode codes,
            History history,
            Vault vault,
            WorkOrders orders,
            WorkOrderBoard board,
            AppealVisibility readable,
            Reviews reviews,
            CallerMeasures measures,
            JdbcClient jdbc,
            DangerAlarms alarms,
            Remarks remarks,
            Objections objections,
            InstantSource clock) {
        this.store = store;
        this.rows = rows;
        this.digest = digest;
        this.codes = codes;
        this.history = history;
        this.vault = vault;
        this.orders = orders;
        this.board = board;
        this.readable = readable;
        this.reviews = reviews;
        this.measures = measures;
        this.jdbc = jdbc;
        this.alarms = alarms;
        this.remarks = remarks;
        this.objections = objections;
        this.clock = clock;
    }

    /** Something that the appellant added later. */
    public record Addition(UUID id, Instant at, String text) {}

    /** Empty when number and code don't fit together; whether there is such a number can't be told from it. */
    @Transactional(readOnly = true)
    public Optional<Appeal> find(WorkOrderNumber number, @Nullable String code) {
        return store.find(number.text()).filter(a -> codes.fits(a.id(), code == null ? "" : code));
    }

    /** What has been ruled for this person's calls, which they may object to once (Art. 20). */
    public Optional<CallerMeasures.Ruled> measure(Appeal appeal) {
        return measures.ofAppellant(appeal.appellant());
    }

    /** @throws NotFound when number and code don't fit together */
    public void object(WorkOrderNumber number, String code, String words) {
        Appeal appeal = find(number, code).orElseThrow(() -> new NotFound("appeal", number.text()));
        measures.object(appeal.appellant(), words);
    }

    @Transactional(readOnly = true)
    public List<Addition> additions(Appeal appeal) {
        return jdbc.sql("select id, at, text from intake.addition where appeal = :id order by id")
                .param("id", appeal.id())
                .query((rs, _) -> new Addition(
                        rs.getObject("id", UUID.class),
                        rs.getObject("at", OffsetDateTime.class).toInstant(),
                        rs.getString("text")))
                .list();
    }

    /** The order that the appeal became or reminded of; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<OrderPage> order(Appeal appeal) {
        Appeal.Decision d = appeal.decision();
        if (d == null) return Optional.empty();
        return switch (d.outcome()) {
            case Disposition.Ordered _, Disposition.Joined _ ->
                board.ofAppeal(appeal.id()).map(this::lead);
            case Disposition.Reminded r ->
                store.find(r.number()).flatMap(a -> board.ofAppeal(a.id())).map(this::lead);
            case Disposition.Answered _,
                    Disposition.Guided _,
                    Disposition.Declined _,
                    Disposition.Settled _,
                    Disposition.Pointed _ -> Optional.empty();
        };
    }

    /** A joined order goes where the one goes that leads it (ruling 10). */
    private OrderPage lead(OrderPage own) {
        return own.order() instanceof WorkOrder.Joined j
                ? board.ofNumber(j.lead()).orElse(own)
                : own;
    }

    /** Since when the appeal's own order has been joined under another; empty when it is not. */
    @Transactional(readOnly = true)
    public Optional<Instant> joinedSince(Appeal appeal) {
        return board.ofAppeal(appeal.id())
                .filter(o -> o.order() instanceof WorkOrder.Joined)
                .flatMap(o -> o.way().stream()
                        .filter(h -> h.event() instanceof Event.Joined)
                        .map(OrderPage.Happening::at)
                        .reduce((_, last) -> last));
    }

    /** Whether all is done: answered, guided or declined at the desk, or the order closed. */
    public boolean closed(Appeal appeal) {
        if (appeal.decision() == null) return false;
        return order(appeal)
                .map(o -> o.order().state() == WorkOrder.State.CLOSED)
                .orElse(true);
    }

    /** Whose order it is reads it without what leads to the person; of a kept appeal nobody else's unit reads words. */
    private String told(Appeal a, OrderPage order, String text) {
        boolean anothers = !order.appeal().equals(a.id());
        boolean kept = !readable.kept(List.of(a)).isEmpty();
        if (kept && anothers) return "诉求人有补充，由平台保管";
        return "诉求人补充：" + MaskRemover.of(vault.scrub(a.appellant()).of(text));
    }

    /**
     * Adds to the appeal, also after it was closed; whoever has an open order of it is told as by a reminder, and it waits
     * until named persons have read it (ruling 40). The same words within a few minutes are a page that was sent again: they
     * stand once, and danger in them is told anew.
     *
     * @throws NotFound when number and code don't fit
     */
    @Transactional
    public Result<Nothing> add(WorkOrderNumber number, String code, @Nullable String typed) {
        Appeal a = locked(number, code);
        String text = Text.required("text", typed, 2000);
        if (a.forgotten()) return Objections.no("forgotten-already");
        Instant now = now();
        alarms.added(a, text, now);
        if (AddedAgain.just(jdbc, a.id(), text, now)) return Result.done();
        var id = UuidCreator.getTimeOrderedEpoch();
        Chain chain = append(a, new AppealEvent.Added(id, digest.said(a.salt(), "addition", text)), now);
        store.add(a, id, text, now, chain);
        remarks.said(id, a.id(), Remark.Kind.ADDITION, now);
        Optional<OrderPage> order = order(a);
        if (order.isPresent() && order.get().order().state() != WorkOrder.State.CLOSED)
            orders.remind(order.get().number(), told(a, order.get(), text), Actor.APPELLANT)
                    .orThrow();
        return Result.done();
    }

    /** A file came without words: whoever reads what is added hears of it, once for a file that was left a moment ago. */
    @Transactional
    public Result<Nothing> addFile(WorkOrderNumber number, String code) {
        Appeal a = locked(number, code);
        return AddedAgain.lately(jdbc, a.id(), now()) ? Result.done() : add(number, code, "（补充了附件，没有文字）");
    }

    /** Says that it was no emergency: the desk reads it beside the alarm, which a person ends (Art. 8.3, ruling 16). */
    @Transactional
    public void denyDanger(WorkOrderNumber number, String code) {
        alarms.deny(locked(number, code));
    }

    /** {@link #told} for the words of a judgement, which may be empty. */
    private String judged(Appeal a, OrderPage order, String words) {
        if (words.isEmpty()) return "";
        return !readable.kept(List.of(a)).isEmpty() && !order.appeal().equals(a.id())
                ? "原话由平台保管"
                : MaskRemover.of(vault.scrub(a.appellant()).of(words));
    }

    /** Says what there is against the closing, once for each outcome (Art. 13.7, ruling 40). */
    @Transactional
    public Result<Nothing> objectToClosing(WorkOrderNumber number, String code, @Nullable String words) {
        Appeal a = locked(number, code);
        alarms.added(a, words, now());
        return objections.ask(a, order(a).orElse(null), words);
    }

    /** Whether the outcome that stands can still be objected to. */
    @Transactional(readOnly = true)
    public boolean mayObject(Appeal appeal) {
        return objections.open(appeal, order(appeal).orElse(null));
    }

    /** What was said against a closing, oldest first. */
    @Transactional(readOnly = true)
    public List<Objection> objections(Appeal appeal) {
        return objections.of(appeal);
    }

    /** When outcomes were judged, those that are none any more too. */
    @Transactional(readOnly = true)
    public List<Instant> judgedAt(Appeal appeal) {
        return history.of(appeal.subject()).stream()
                .filter(e -> e.type().equals("Rated"))
                .map(Recorded::at)
                .toList();
    }

    /** Rates the outcome that stands, once; an outcome after it is rated anew (ruling 40). */
    @Transactional
    public Result<Nothing> rate(
            WorkOrderNumber number, String code, boolean satisfied, @Nullable Boolean solved, String typed) {
        Appeal a = locked(number, code);
        String words = Text.optional("words", typed, 1000);
        if (!closed(a)) return Objections.no("not-closed-yet");
        if (a.rating() != null) return Objections.no("rated-already");
        if (a.forgotten()) return Objections.no("forgotten-already");
        boolean resolved = a.judged(solved, satisfied);
        Appeal.Rating rating = new Appeal.Rating(satisfied, resolved, words, now());
        AppealEvent event = new AppealEvent.Rated(satisfied, resolved, digest.said(a.salt(), "rating", words));
        store.rate(a, rating, append(a, event, rating.at()));
        alarms.added(a, words, rating.at());
        if (!satisfied || !resolved || !words.isEmpty())
            remarks.said(UuidCreator.getTimeOrderedEpoch(), a.id(), Remark.Kind.RATING, rating.at());
        order(a).ifPresent(o -> orders.rated(o.number(), satisfied, resolved, judged(a, o, words), Actor.APPELLANT));
        return Result.done();
    }

    /** Asks for the one review of a decline (Art. 12.3). */
    @Transactional
    public Result<Nothing> askReview(WorkOrderNumber number, String code, @Nullable String words) {
        Appeal a = locked(number, code);
        alarms.added(a, words, now());
        return reviews.ask(a.number(), words, Actor.APPELLANT);
    }

    private Appeal locked(WorkOrderNumber number, String code) {
        return find(number, code)
                .flatMap(a -> store.lock(a.number()))
                .orElseThrow(() -> new NotFound("appeal", number.text()));
    }

    private Chain append(Appeal a, AppealEvent event, Instant now) {
        return history.append(
                new Entry(a.subject(), a.chain(), now, Actor.APPELLANT, rows.name(event), rows.write(event)));
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
