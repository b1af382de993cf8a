package org.shouwen.accountability.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwen.accountability.Breach;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.documents.OfficialDocument;
import org.shouwen.identity.LetterWords;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;

/**
 * The words of a 移送函 (Art. 23), drafted from the case for a person to sign; no appellant's identity and no third person's
 * number is in it (Art. 21).
 */
@Component
class ReferralLetter {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private final Directory directory;
    private final Editions editions;
    private final InstantSource clock;

    ReferralLetter(Directory directory, Editions editions, InstantSource clock) {
        this.directory = directory;
        this.editions = editions;
        this.clock = clock;
    }

    OfficialDocument of(Breach b) {
        String to = b.referredTo();
        Clause lead = b.referral();
        String unit = directory.name(b.unit());
        String[] number = b.number().split("-");
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add("经查，" + unit + (b.person().isEmpty() ? "" : b.person()) + "存在《" + editions.city()
                + "8890政务便民服务工作“首问责任制”管理办法》" + b.ground().citation() + "所列情形：" + LetterWords.masked(b.words()));
        if (!b.steps().answer().isEmpty() || !b.hearing().isEmpty())
            paragraphs.add("该单位陈述、申辩："
                    + LetterWords.masked(b.hearing().isEmpty() ? b.steps().answer() : b.hearing()));
        Instant found = b.foundAt();
        if (found != null)
            paragraphs.add(DAY.format(found.atZone(Limits.ZONE)) + "认定属实：" + LetterWords.masked(b.finding()) + "处理："
                    + LetterWords.masked(b.sanction()) + "。");
        if (b.second()) paragraphs.add("该单位十二个月内被追究责任两次以上（" + Clause.A23_4.citation() + "）。");
        paragraphs.add("依据《办法》" + (lead == null ? Clause.A23_4 : lead).citation() + "，现将线索移送你单位，请依规依纪处理。"
                + (b.orderNumber() == null
                        ? ""
                        : "所涉工单 " + b.orderNumber() + "，立案时固定的经过摘要（SHA-256）：" + b.evidenceSha() + "。"));
        return new OfficialDocument(
                editions.city() + "营商环境建设局",
                "移〔" + number[0] + "〕" + Integer.parseInt(number[1]) + "号",
                "关于移送" + unit + "问题线索的函",
                to == null ? "市纪委监委" : to,
                paragraphs,
                editions.city() + "营商环境建设局",
                DAY.format(clock.instant().atZone(Limits.ZONE)));
    }
}
