package org.shouwen.supervision.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.LastDay;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.directory.WithinPlace;
import org.shouwen.documents.OfficialDocument;
import org.shouwen.identity.LetterWords;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.supervision.Supervision;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.OrderSummaries;
import org.springframework.stereotype.Component;

/**
 * The words of a 督办单, filled from the order; no name, number or address of the appellant is in it, and no number of others
 * (Art. 21).
 */
@Component
class Letter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private final Directory directory;
    private final Editions editions;
    private final OrderSummaries summaries;

    Letter(Directory directory, Editions editions, OrderSummaries summaries) {
        this.directory = directory;
        this.editions = editions;
        this.summaries = summaries;
    }

    OfficialDocument of(Supervision s, CurrentUser reader) {
        String[] number = s.number().split("-");
        String due = LastDay.inPaper(s.due(), s.provisional());
        List<String> body = new ArrayList<>();
        OrderSummaries.Summary order = summaries.of(List.of(s.order()), reader).get(s.order());
        if (order != null) body.add(course(s, order));
        if (!s.words().isBlank()) body.add("督办事由：" + LetterWords.masked(s.words()));
        body.add("依据《" + editions.city() + "8890政务便民服务工作“首问责任制”管理办法》" + Clause.A16.citation() + "，现予督办。请于" + due
                + "前将办理结果经分管领导签批后反馈至平台。");
        body.add("分管领导签批：");
        return new OfficialDocument(
                editions.city() + "8890政务便民服务平台督办单",
                "督〔" + number[0] + "〕" + Integer.parseInt(number[1]) + "号",
                "关于工单" + s.orderNumber() + "办理情况的督办通知",
                directory.name(s.unit()),
                body,
                editions.city() + "8890政务便民服务平台",
                day(s.issuedAt()));
    }

    /** What, where, since when, until when, how late, and how often the appellant asked again. */
    private String course(Supervision s, OrderSummaries.Summary order) {
        OrderLine o = order.line();
        StringBuilder course = new StringBuilder("你单位承办的工单").append(s.orderNumber());
        if (!o.title().isBlank())
            course.append("（").append(LetterWords.masked(o.title())).append("）");
        String place = directory.place(o.place()).map(Place::fullName).orElse("");
        String where = (place + WithinPlace.of(place, o.location())).strip();
        if (!where.isEmpty()) course.append("，地点").append(LetterWords.masked(where));
        Instant dispatched = o.dispatchedAt();
        if (dispatched != null) course.append("，").append(day(dispatched)).append("派单");
        if (o.handling() != null)
            course.append("，办理时限").append(day(o.handling().at().minusNanos(1)));
        late(course, "接收", o.receiptOverdue());
        late(course, "办理", o.handlingOverdue());
        if (order.reminders() > 0)
            course.append("，诉求人催办").append(order.reminders()).append("次");
        return course.append("。").toString();
    }

    private static void late(StringBuilder course, String what, @Nullable Instant since) {
        if (since != null)
            course.append("，")
                    .append(day(since.minusNanos(1)))
                    .append("起")
                    .append(what)
                    .append("超期");
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(Limits.ZONE));
    }
}
