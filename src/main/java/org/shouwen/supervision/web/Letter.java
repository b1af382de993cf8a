package org.shouwen.supervision.web;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.documents.OfficialDocument;
import org.shouwen.identity.LetterWords;
import org.shouwen.regulation.Editions;
import org.shouwen.supervision.Supervision;
import org.springframework.stereotype.Component;

/** The words of a 督办单; no name, number or address of the appellant is in it, and no number of others (Art. 21). */
@Component
class Letter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private final Directory directory;
    private final Editions editions;

    Letter(Directory directory, Editions editions) {
        this.directory = directory;
        this.editions = editions;
    }

    OfficialDocument of(Supervision s) {
        ZonedDateTime issued = s.issuedAt().atZone(Limits.ZONE);
        String[] number = s.number().split("-");
        String due = DAY.format(s.due().minusNanos(1).atZone(Limits.ZONE)) + (s.provisional() ? "（暂定）" : "");
        return new OfficialDocument(
                editions.city() + "8890政务便民服务平台督办单",
                "督〔" + number[0] + "〕" + Integer.parseInt(number[1]) + "号",
                "关于工单 " + s.orderNumber() + " 办理情况的督办通知",
                directory.name(s.unit()),
                List.of(
                        "你单位承办的第 " + s.orderNumber() + " 号工单，" + LetterWords.masked(s.words()),
                        "依据《" + editions.city() + "8890政务便民服务工作“首问责任制”管理办法》第十六条，现予督办。请于 " + due
                                + " 前将办理结果经分管领导签批后反馈至平台。",
                        "分管领导签批："),
                editions.city() + "8890政务便民服务平台",
                DAY.format(issued));
    }
}
