package org.shouwen.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.identity.Identity;
import org.shouwen.directory.Directory;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.history.Verification;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Receipt;
import org.shouwen.jobs.Job;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Result;
import org.shouwen.callback.Callback;
import org.shouwen.callback.Callbacks;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.shouwen.supervision.Trigger;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The year 2026 of a city, hour by hour: people call, the desk answers or dispatches, units receive and report, some of
 * them late; they ask for more time across 国庆 and 春节, send back what is not theirs; the next year's calendar is
 * published late. All of it goes through the product's doors, and every day all open orders are held against
 * {@link Expected}. A refusal counts as right only where the rulings call for it.
 */
public final class Year {
    /** @param seed the same seed makes the same year */
    public record Size(int appeals, int units, long seed) {}

    /** @param findings everything that was not as the rulings say; empty when all was */
    public record Outcomes(Map<String, Long> figures, List<String> findings) {}

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate PUBLISHED_LATE = LocalDate.of(2026, 12, 21);
    private static final int MOST_FINDINGS = 200;
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
                    .getBytes(StandardCharsets.US_ASCII));

    private interface Act {
        void at(Instant now);
    }

    /** What happens to one order is done one after the other. */
    private record Planned(Instant at, long no, Expected order, Act act) {}

    private final Size size;
    private final Consumer<Instant> clock;
    private final Consumer<String> say;
    private final Random random;
    private final Intake intake;
    private final WorkOrders orders;
    private final Units units;
    private final Directory directory;
    private final WorkCalendar calendar;
    private final Papers papers;
    private final Supervisions supervisions;
    private final Callbacks callbacks;
    private final Verification verification;
    private final Map<String, Job> jobs = new HashMap<>();
    private final DailyCheck check;
    private final Expected.Published published = new Expected.Published();
    private final Map<String, Expected> open = new ConcurrentHashMap<>();
    private final Map<String, Expected> closed = new ConcurrentHashMap<>();
    private final Map<String, List<String>> joinedUnder = new ConcurrentHashMap<>();
    private final PriorityQueue<Planned> plan =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparingLong(Planned::no));
    private final Map<String, AtomicLong> figures = new ConcurrentHashMap<>();
    private final List<String> findings = java.util.Collections.synchronizedList(new ArrayList<>());
    private final CurrentUser agent = person("坐席", null, Role.AGENT);
    private final CurrentUser dispatcher = person("派单员", null, Role.DISPATCHER);
    private final CurrentUser supervisor = person("督办员", null, Role.SUPERVISOR);
    private final CurrentUser bureau = person("营商局", null, Role.BUREAU);
    private final Map<String, CurrentUser> desks = new HashMap<>();
    private final List<String> codes = new ArrayList<>();
    private final List<MatterClass> classes;
    private long planned;

    /** @param clock sets the clock that the product asks */
    public Year(Size size, ListableBeanFactory beans, Consumer<Instant> clock, Consumer<String> say) {
        this.size = size;
        this.clock = clock;
        this.say = say;
        this.random = new Random(size.seed());
        intake = bean(beans, Intake.class);
        orders = bean(beans, WorkOrders.class);
        units = bean(beans, Units.class);
        directory = bean(beans, Directory.class);
        calendar = bean(beans, WorkCalendar.class);
        papers = bean(beans, Papers.class);
        supervisions = bean(beans, Supervisions.class);
        callbacks = bean(beans, Callbacks.class);
        verification = bean(beans, Verification.class);
        for (Job job : beans.getBeansOfType(Job.class).values()) jobs.put(job.name(), job);
        check = new DailyCheck(bean(beans, JdbcClient.class));
        classes = directory.matterClasses().stream()
                .filter(c -> c.parent() != null)
                .toList();
    }

    private static <T> T bean(BeanFactory beans, Class<T> type) {
        return beans.getBean(type);
    }

    private static CurrentUser person(String name, @Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), name, name, unit, null, Set.of(role));
    }

    /** Runs the whole year. */
    public Outcomes run() throws Exception {
        city();
        calendar.years().forEach(this::published);
        long started = System.nanoTime();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (LocalDate day = FIRST; day.getYear() == 2026; day = day.plusDays(1)) {
                if (day.equals(PUBLISHED_LATE)) publishLate(day);
                day(day, many);
                if (day.getDayOfMonth() == day.lengthOfMonth()) month(day.getMonth(), started);
                if (findings.size() > MOST_FINDINGS) break;
            }
        }
        job("history-sealing");
        Verification.Result verified = verification.verify(_ -> {});
        verified.findings().forEach(this::wrong);
        count("historyEntries", verified.entries());
        count("rowsVerified", verified.rows());
        Map<String, Long> totals = new HashMap<>();
        figures.forEach((k, v) -> totals.put(k, v.get()));
        return new Outcomes(totals, List.copyOf(findings));
    }

    private void city() {
        clock.accept(FIRST.atStartOfDay(SHANGHAI).toInstant());
        for (Unit u : directory.units()) codes.add(u.id().code());
        for (int i = codes.size(); i < size.units(); i++) {
            String code = "year-" + i;
            units.create(
                    new Unit(new UnitId(code), "示例单位" + i, UnitKind.BUREAU, "甲", "乙", "受理室", "", true, 0),
                    Actor.SYSTEM);
            codes.add(code);
        }
        for (String code : codes) desks.put(code, person("受理员 " + code, code, Role.UNIT_DESK));
    }

    private void published(YearCalendar year) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        for (SpecialDay d : year.days()) days.put(d.date(), d.working());
        published.publish(year.year(), days);
    }

    /** Ruling 2: open limits that run into the new year move, and only they. */
    private void publishLate(LocalDate day) {
        Instant now = day.atTime(0, 10).atZone(SHANGHAI).toInstant();
        clock.accept(now);
        job("workorder-overdue");
        open.values().forEach(e -> e.timePasses(now));
        List<SpecialDay> days = new ArrayList<>();
        for (int d = 1; d <= 3; d++) days.add(new SpecialDay(LocalDate.of(2027, 1, d), false, "元旦"));
        days.add(new SpecialDay(LocalDate.of(2027, 1, 9), true, "元旦"));
        YearCalendar next = new YearCalendar(2027, "演练", days);
        long before = open.values().stream()
                .filter(e -> e.receiptLimit != null && !e.closed && e.provisional())
                .count();
        long moved = calendar.load(next, dispatcher.actor()).stream()
                .filter(m -> m.kind().equals("order") && !m.limit().equals("part"))
                .filter(m -> !m.before().equals(m.after()))
                .map(m -> m.number())
                .distinct()
                .count();
        published(next);
        long must = open.values().stream().filter(e -> e.recalculated(now)).count();
        count("provisionalBefore2027", before);
        count("limitsMovedByCalendar", moved);
        if (must == 0 && size.appeals() > 50_000) wrong("the late calendar moved nothing");
        if (moved != must) wrong("the late calendar moved %d limits, must move %d".formatted(moved, must));
    }

    private void day(LocalDate day, ExecutorService many) throws Exception {
        int today = appealsOn(day);
        Semaphore atOnce = new Semaphore(48);
        for (int hour = 0; hour < 24; hour++) {
            Instant now = day.atTime(hour, 20).atZone(SHANGHAI).toInstant();
            clock.accept(now);
            job("workorder-overdue");
            List<Future<?>> running = new ArrayList<>();
            int share = share(today, hour);
            for (int i = 0; i < share; i++) {
                long seed = random.nextLong();
                running.add(run(many, atOnce, () -> appeal(new Random(seed), now)));
            }
            for (Planned next : due(now))
                running.add(run(many, atOnce, () -> {
                    synchronized (next.order()) {
                        next.act().at(now);
                    }
                }));
            for (Future<?> f : running) f.get();
            if (hour == 10) desk(day, now);
        }
        Instant night = day.plusDays(1).atTime(0, 5).atZone(SHANGHAI).toInstant();
        clock.accept(night);
        for (String name :
                List.of("workorder-overdue", "supervision-escalation", "supervision-callback-draw", "nuisance-terms"))
            job(name);
        open.values().forEach(e -> e.timePasses(night));
        check.check(open, night.minus(Duration.ofDays(1)), night).forEach(this::wrong);
        count("ordersChecked", open.size());
        open.values().forEach(e -> {
            if (e.closed) closed.put(e.number, e);
        });
        open.values().removeIf(e -> e.closed || e.joined);
    }

    private synchronized List<Planned> due(Instant now) {
        List<Planned> due = new ArrayList<>();
        while (!plan.isEmpty() && !plan.peek().at().isAfter(now)) due.add(plan.poll());
        return due;
    }

    private static Future<?> run(ExecutorService many, Semaphore atOnce, Runnable what) throws InterruptedException {
        atOnce.acquire();
        return many.submit(() -> {
            try {
                what.run();
            } finally {
                atOnce.release();
            }
        });
    }

    /** More when it is cold, fewer on days off. */
    private int appealsOn(LocalDate day) {
        boolean cold = day.getMonthValue() <= 3 || day.getMonthValue() >= 11;
        double weight = (cold ? 1.25 : 0.85) * (published.working(day) ? 1.1 : 0.75);
        return (int) Math.round(size.appeals() / 365.0 * weight);
    }

    private static int share(int today, int hour) {
        boolean busy = hour >= 8 && hour < 20;
        int upTo = busy ? (hour - 7) * today * 8 / 120 : 0;
        int before = busy ? (hour - 8) * today * 8 / 120 : 0;
        int night = today - 12 * today * 8 / 120;
        int quiet = hour < 8 ? hour : hour - 12;
        return busy ? upTo - before : (quiet + 1) * night / 12 - quiet * night / 12;
    }

    private void appeal(Random r, Instant now) {
        MatterClass matter = classes.get(r.nextInt(classes.size()));
        double what = r.nextDouble();
        boolean order = what < 0.20;
        NewAppeal a = new NewAppeal(
                r.nextInt(10) < 7 ? "phone" : "wechat",
                null,
                order ? "livelihood" : "consultation",
                matter.code(),
                "210603",
                "示例路" + r.nextInt(500) + "号",
                "昨天",
                matter.name(),
                matter.name() + "的事，请尽快处理，情况如前所述。",
                "",
                false,
                false,
                Identity.of("", "138%08d".formatted(r.nextInt(100_000)), "", null),
                null,
                null);
        Disposition outcome = order
                ? new Disposition.Ordered(null, null, r.nextInt(50) == 0 ? "sewage" : null)
                : what < 0.85
                        ? new Disposition.Answered("可到市政务服务中心办理，周一至周五九点到十七点。")
                        : what < 0.95
                                ? new Disposition.Guided("civil-dispute", "")
                                : new Disposition.Declined("concluded", "此前已有结论，并已告知。");
        Receipt receipt = intake.take(a, outcome, Origin.of(agent, null), agent).orThrow();
        count("appeals", 1);
        count(outcome.type(), 1);
        if (order) {
            Expected e = new Expected(receipt.number(), published);
            open.put(e.number, e);
            later(e, r, now, 1, 4, at -> dispatch(e, new Random(r.nextLong()), at));
        }
    }

    private void later(Expected e, Random r, Instant now, int fromHours, int toHours, Act act) {
        Instant at = now.plus(Duration.ofHours(fromHours + r.nextInt(Math.max(1, toHours - fromHours + 1))));
        at(e, at, act);
    }

    private synchronized void at(Expected e, Instant when, Act act) {
        plan.add(new Planned(when, ++planned, e, act));
    }

    private void dispatch(Expected e, Random r, Instant now) {
        if (e.joined) return;
        if (r.nextInt(100) < 3 && join(e, r)) return;
        String lead = codes.get(r.nextInt(codes.size()));
        String cls = r.nextInt(100) < 20 ? "consultation" : r.nextInt(100) < 80 ? "ordinary" : "difficult";
        if (!act(e, dispatcher, new Command.Dispatch(new UnitId(lead), List.of(), cls), null)) return;
        e.dispatched(lead, cls, now);
        count("dispatched", 1);
        handedOver(e, r, now);
    }

    private boolean join(Expected e, Random r) {
        Expected lead = open.values().stream()
                .skip(r.nextInt(1 + open.size() / 4))
                .filter(x -> x != e && !x.joined && !x.closed && x.receiptLimit != null)
                .findFirst()
                .orElse(null);
        if (lead == null || joinedUnder.containsKey(e.number)) return false;
        if (!(orders.act(e.number, new Command.Join(lead.number), dispatcher, null) instanceof Result.Done))
            return false; // urgent, or just closed: goes its own way
        e.joined = true;
        joinedUnder.computeIfAbsent(lead.number, _ -> new ArrayList<>()).add(e.number);
        count("joined", 1);
        return true;
    }

    /** What the unit will do with it, by its habits. One unit in eight is slow. */
    private void handedOver(Expected e, Random r, Instant now) {
        boolean slow = Math.floorMod(e.lead.hashCode(), 8) == 0;
        int days = switch (e.limitClass) {
            case "consultation" -> 3;
            case "ordinary" -> 7;
            default -> 15;
        };
        boolean late = r.nextInt(100) < (slow ? 40 : 6);
        later(
                e,
                r,
                now,
                late ? 30 : 1,
                late ? 80 : 16,
                at -> receive(e, new Random(r.nextLong()), late ? slow : false, days, at));
    }

    private void receive(Expected e, Random r, boolean slow, int days, Instant now) {
        if (e.received != null || e.closed) return;
        if (!act(e, desk(e), new Command.Receive(), null)) return;
        e.timePasses(now);
        e.received = now;
        count("received", 1);
        int what = r.nextInt(1000);
        if (what < 30) later(e, r, now, 2, 24 * 11, at -> askReturn(e, new Random(r.nextLong()), at));
        else if (what < 110) later(e, r, now, 24, days * 30, at -> askExtension(e, new Random(r.nextLong()), at));
        if (what < 150) later(e, r, now, 5, 60, at -> remind(e));
        boolean late = r.nextInt(100) < (slow ? 35 : 5);
        later(e, r, now, 8, late ? days * 48 : days * 20, at -> report(e, new Random(r.nextLong()), at));
    }

    private void remind(Expected e) {
        if (e.closed) return;
        if (act(e, agent, new Command.Remind("怎么还没有办"), null)) count("reminders", 1);
    }

    private void askExtension(Expected e, Random r, Instant now) {
        if (e.closed || e.reported != null || e.received == null || e.extensionAsked > 0) return;
        int days = 1 + r.nextInt(9);
        boolean tooLate = e.handlingLimit != null && !now.isBefore(e.handlingLimit);
        boolean tooMuch = e.extended + days > 15;
        Clause must = tooLate || tooMuch ? Clause.A13_3 : null;
        if (!act(e, desk(e), new Command.AskExtension(days, "管线老化", "须停水施工", now, "电话"), must)) return;
        e.timePasses(now);
        e.extensionAsked = days;
        count("extensionsAsked", 1);
        later(e, r, now, 2, 72, at -> decideExtension(e, new Random(r.nextLong()), at));
    }

    private void decideExtension(Expected e, Random r, Instant now) {
        if (e.extensionAsked == 0) return;
        boolean granted = r.nextInt(10) < 7;
        Command c = granted ? new Command.GrantExtension("") : new Command.RefuseExtension("理由不足");
        if (!act(e, dispatcher, c, null)) return;
        if (granted) e.extended();
        else e.extensionAsked = 0;
        e.timePasses(now);
        count(granted ? "extensionsGranted" : "extensionsRefused", 1);
        if (r.nextInt(5) == 0) later(e, r, now, 1, 48, at -> askExtension(e, new Random(r.nextLong()), at));
    }

    private void askReturn(Expected e, Random r, Instant now) {
        if (e.closed || e.reported != null || e.returnAsked) return;
        boolean tooLate = !now.isBefore(published.end(e.dispatched, 7));
        Clause must = tooLate || e.returns >= 2 || e.returnRefusals >= 2 ? Clause.A13_6 : null;
        String subject = OrderFiles.subject(e.number);
        CurrentUser by = desk(e);
        List<PaperRef> three = new ArrayList<>();
        for (String label : List.of("duty-ruling", "leader-signature", "unit-statement"))
            three.add(papers.keep(subject, label, label, label + ".png", PNG, by.actor()));
        if (!act(e, by, new Command.AskReturn("不属于本单位职责", "丹编办〔2026〕" + r.nextInt(900) + "号", three), must)) return;
        e.timePasses(now);
        e.returnAsked = true;
        count("returnsAsked", 1);
        later(e, r, now, 2, 40, at -> decideReturn(e, new Random(r.nextLong()), at));
    }

    private void decideReturn(Expected e, Random r, Instant now) {
        if (!e.returnAsked) return;
        CurrentUser by = e.returns + e.returnRefusals == 0 ? dispatcher : bureau;
        String next = codes.get(r.nextInt(codes.size()));
        boolean granted = r.nextInt(10) < 6 && !next.equals(e.lead);
        if (!act(
                e,
                by,
                granted
                        ? new Command.GrantReturn(new UnitId(next), e.limitClass, "")
                        : new Command.RefuseReturn("确属该单位"),
                null)) return;
        if (!granted) {
            e.timePasses(now);
            e.returnAsked = false;
            e.returnRefusals++;
            count("returnsRefused", 1);
            return;
        }
        int before = e.returns;
        e.dispatched(next, e.limitClass, now);
        e.returns = before + 1;
        count("returnsGranted", 1);
        if (r.nextBoolean()) later(e, r, now, 20, 60, at -> bounce(e, new Random(r.nextLong()), at));
        handedOver(e, r, now);
    }

    private void bounce(Expected e, Random r, Instant now) {
        askReturn(e, r, now);
    }

    private void report(Expected e, Random r, Instant now) {
        if (e.closed || e.reported != null || e.received == null) return;
        boolean incomplete = r.nextInt(100) < 2;
        boolean undone = e.limitClass.equals("difficult") && r.nextInt(100) < 3;
        Clause must = incomplete ? Clause.A13_4 : undone ? Clause.A13_2 : null;
        Report report = new Report("分管领导到场", "现场核实", incomplete ? "" : "已办妥", "满意", now, "电话", !undone, false, null);
        if (!act(e, desk(e), new Command.ReportOutcome(report), must)) {
            later(e, r, now, 2, 20, at -> report(e, new Random(r.nextLong()), at));
            return;
        }
        e.timePasses(now);
        e.reported = now;
        e.returnAsked = false;
        count("reported", 1);
        later(e, r, now, 1, 20, at -> decide(e, new Random(r.nextLong()), at));
    }

    private void decide(Expected e, Random r, Instant now) {
        if (e.reported == null || e.closed) return;
        if (e.extensionAsked > 0) {
            later(e, r, now, 4, 24, at -> decide(e, new Random(r.nextLong()), at));
            return;
        }
        if (r.nextInt(100) < 5) {
            if (!act(e, dispatcher, new Command.SendBack("没有答复关键问题"), null)) return;
            e.sentBack();
            e.timePasses(now);
            count("reworks", 1);
            later(e, r, now, 4, 40, at -> report(e, new Random(r.nextLong()), at));
            return;
        }
        if (!act(e, dispatcher, new Command.Accept(""), null)) return;
        e.timePasses(now);
        e.closed = true;
        count("closed", 1);
        if (e.handlingOverdue != null) count("closedLate", 1);
        if (e.receiptOverdue != null) count("receivedLate", 1);
    }

    /** The supervisor's morning: what calls for supervision, what was answered, whom to call back. */
    private void desk(LocalDate day, Instant now) {
        int n = 0;
        Set<UUID> settled = new java.util.HashSet<>(); // one supervision settles all of an order's triggers
        for (Trigger t : supervisions.triggers(supervisor, null, 200).items()) {
            if (settled.contains(t.order())) continue;
            List<Supervision> before = supervisions.ofOrder(t.order());
            if (n++ % 3 == 0 && before.isEmpty()) {
                settled.add(t.order());
                supervisions.issue(
                        t.orderNumber(), Supervision.Level.FIRST, Supervision.How.PHONE, "请尽快办理并说明原因", supervisor);
                count("supervisionsFirst", 1);
            } else supervisions.dismiss(t.id(), "单位已说明", supervisor);
        }
        for (Supervision s : supervisions.list(supervisor, null, 400).items()) {
            if (!s.open() || s.level() != Supervision.Level.FIRST || s.escalatedAt() != null) continue;
            if (Math.floorMod(s.number().hashCode(), 5) > 0 && s.issuedAt().isBefore(now.minus(Duration.ofHours(20)))) {
                supervisions.answer(s.number(), "已安排专人", null, supervisor);
                count("supervisionsAnswered", 1);
            }
        }
        if (!published.working(day)) return;
        for (Callback c : callbacks.waiting(supervisor, null, 60).items()) {
            Random r = new Random(c.id().getLeastSignificantBits());
            boolean reached = r.nextInt(100) < 85;
            boolean truthful = !closed.containsKey(c.orderNumber()) /* the demonstration's */ || !reached || r.nextInt(100) < 97;
            callbacks.answer(
                    c.id(),
                    new Callback.Answer(reached, truthful, truthful, truthful, reached ? "说说" : ""),
                    supervisor);
            count(reached ? "calledBack" : "notReached", 1);
            if (!truthful) reopened(c.orderNumber(), now);
        }
    }

    /** Ruling 8: the order is open again with the same unit, and its old limit stands. */
    private void reopened(String number, Instant now) {
        count("reopened", 1);
        Expected e = java.util.Objects.requireNonNull(closed.remove(number), number);
        open.put(number, e);
        e.closed = false;
        e.sentBack();
        e.timePasses(now);
        at(e, now.plus(Duration.ofHours(30)), at -> report(e, new Random(number.hashCode()), at));
    }

    private CurrentUser desk(Expected e) {
        return java.util.Objects.requireNonNull(desks.get(e.lead), e.lead);
    }

    /** Acts, and holds the answer against what it must be: done, or refused under a clause. */
    private boolean act(Expected e, CurrentUser by, Command command, @Nullable Clause must) {
        var outcome = orders.act(e.number, command, by, null);
        String what = command.getClass().getSimpleName();
        return switch (outcome) {
            case Result.Done<?> _ -> {
                if (must != null) wrong("%s: %s was done, must be refused under %s".formatted(e.number, what, must));
                count("acts", 1);
                yield true;
            }
            case Result.No<?>(var refused) -> {
                if (must != refused.under())
                    wrong("%s: %s was refused under %s (%s), must be %s"
                            .formatted(e.number, what, refused.under(), refused.key(), must == null ? "done" : must));
                count("refused " + refused.under(), 1);
                yield false;
            }
        };
    }

    private void job(String name) {
        java.util.Objects.requireNonNull(jobs.get(name), name).run();
    }

    private void count(String what, long by) {
        figures.computeIfAbsent(what, _ -> new AtomicLong()).addAndGet(by);
    }

    private void wrong(String what) {
        if (findings.size() > MOST_FINDINGS) return;
        findings.add(what);
        say.accept("! " + what);
    }

    private long figure(String what) {
        AtomicLong n = figures.get(what);
        return n == null ? 0 : n.get();
    }

    private void month(Month month, long started) {
        say.accept(
                "%02d: %,d appeals, %,d orders dispatched, %,d closed (%,d late, %,d received late), %,d extensions, %,d returns, %,d reworks, %,d supervisions, %,d called back; %,d checks, %d findings; %d s"
                        .formatted(
                                month.getValue(),
                                figure("appeals"),
                                figure("dispatched"),
                                figure("closed"),
                                figure("closedLate"),
                                figure("receivedLate"),
                                figure("extensionsGranted"),
                                figure("returnsGranted"),
                                figure("reworks"),
                                figure("supervisionsFirst"),
                                figure("calledBack"),
                                figure("ordersChecked"),
                                findings.size(),
                                Duration.ofNanos(System.nanoTime() - started).toSeconds()));
    }
}
