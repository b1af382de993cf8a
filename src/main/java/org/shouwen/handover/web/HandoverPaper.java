package org.shouwen.handover.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.LastDay;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.WithinPlace;
import org.shouwen.documents.OfficialDocument;
import org.shouwen.handover.Handover;
import org.shouwen.identity.LetterWords;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.OrderSummaries;
import org.springframework.stereotype.Component;

/** The words of a 移交函 and a 专报, filled from the order; nobody who brought it is named (Art. 18, 19, 21). */
@Component
class HandoverPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private final Directory directory;
    private final Editions editions;
    private final OrderSummaries summaries;

    HandoverPaper(Directory directory, Editions editions, OrderSummaries summaries) {
        this.directory = directory;
        this.editions = editions;
        this.summaries = summaries;
    }

    OfficialDocument of(Handover h, CurrentUser reader) {
        UnitId unit = h.unit();
        String issuer = unit == null ? editions.city() + "8890政务便民服务平台" : directory.name(unit);
        boolean petition = h.kind() == Handover.Kind.PETITION;
        String[] parts = h.number().split("-");
        List<String> body = new ArrayList<>();
        OrderSummaries.Summary order = summaries.of(List.of(h.order()), reader).get(h.order());
        if (order != null) body.add(course(h, order));
        body.add((petition ? "移交理由：" : "需协调事项：") + LetterWords.masked(h.reason()));
        String until = LastDay.inPaper(h.due(), h.provisional());
        body.add("依据“首问责任制”管理办法" + h.ground().citation() + "，"
                + (petition ? "现将该事项移交你单位，请于" + until + "前函复办理情况。" : "现将有关情况专题报告，妥否，请于" + until + "前批示。"));
        return new OfficialDocument(
                issuer,
                (petition ? "移〔" : "专报〔") + parts[0] + "〕" + Integer.parseInt(parts[1]) + "号",
                petition ? "关于移交工单" + h.orderNumber() + "的函" : "关于工单" + h.orderNumber() + "有关情况的专报",
                h.recipient(),
                body,
                issuer,
                day(h.handedAt()));
    }

    /** What, where, who has it, since when, and how often the appellant asked again. */
    private String course(Handover h, OrderSummaries.Summary order) {
        OrderLine o = order.line();
        StringBuilder course = new StringBuilder("工单").append(h.orderNumber());
        if (!o.title().isBlank())
            course.append("（").append(LetterWords.masked(o.title())).append("）");
        course.append("，").append(day(o.registeredAt())).append("登记");
        String place = directory.place(o.place()).map(Place::fullName).orElse("");
        String where = (place + WithinPlace.of(place, o.location())).strip();
        if (!where.isEmpty()) course.append("，地点").append(LetterWords.masked(where));
        UnitId lead = o.lead();
        if (lead != null) course.append("，首问责任部门").append(directory.name(lead));
        if (o.handling() != null)
            course.append("，办理时限").append(day(o.handling().at().minusNanos(1)));
        if (o.handlingOverdue() != null) course.append("，已超期");
        if (order.reminders() > 0)
            course.append("，诉求人催办").append(order.reminders()).append("次");
        return course.append("。").toString();
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(Limits.ZONE));
    }
}
