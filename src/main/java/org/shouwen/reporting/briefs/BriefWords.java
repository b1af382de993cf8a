package org.shouwen.reporting.briefs;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.shouwen.regulation.Pure;
import org.shouwen.reporting.Period;

/** The first version of a brief's words, made of its figures; whoever sends it says more. */
@Pure
final class BriefWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int NAMED = 3;

    /** Figures of the second part by their name in a sentence, in its order. */
    private static final List<Map.Entry<String, String>> QUALITY = List.of(
            Map.entry("received-in-time", "按时接收率"),
            Map.entry("handled-in-time", "按时办理率"),
            Map.entry("first-dispatch-right", "首次派单准确率"),
            Map.entry("solved", "回访解决率"),
            Map.entry("satisfied-final", "满意率"));

    private BriefWords() {}

    /** @param promised of the brief before, with what came of it as far as orders tell */
    static BriefText first(BriefKind kind, Period period, BriefData data, List<BriefText.Promise> promised) {
        return new BriefText(
                time(kind, period) + "诉求情况",
                overview(kind, data),
                quality(data),
                data.risings().stream().map(BriefWords::rise).toList(),
                promised,
                List.of(),
                List.of());
    }

    private static String overview(BriefKind kind, BriefData data) {
        long now = data.over("taken");
        StringBuilder text = new StringBuilder(
                "本" + kind.word() + "共受理诉求" + now + "件，" + against("上" + kind.word(), now, data.takenBefore()) + "。");
        text.append("其中当场答复").append(data.over("answered-at-desk")).append("件，形成工单");
        text.append(data.over("made-orders"))
                .append("件；办结")
                .append(data.over("closed"))
                .append("件。");
        List<String> most = new ArrayList<>();
        for (BriefData.Bar b : data.classes().stream().limit(NAMED).toList()) most.add(b.name() + b.now() + "件");
        if (!most.isEmpty())
            text.append("\n诉求最多的类别依次为：").append(String.join("、", most)).append("。");
        return text.toString();
    }

    private static String against(String when, long now, long before) {
        if (before == 0) return when + "没有可比的数据";
        if (now == before) return "与" + when + "持平";
        String share = "%.1f%%".formatted(Math.abs(now - before) * 100.0 / before);
        return "比" + when + (now > before ? "增加" : "减少") + Math.abs(now - before) + "件（" + share + "）";
    }

    /** Figures without a case are named at the end of the sentence, and not with a dash in the midst of it. */
    private static String quality(BriefData data) {
        List<String> measured = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Map.Entry<String, String> figure : QUALITY) {
            if (data.measured(figure.getKey())) measured.add(figure.getValue() + data.shown(figure.getKey()));
            else others.add(figure.getValue());
        }
        List<String> sentence = new ArrayList<>();
        if (!measured.isEmpty()) sentence.add(String.join("，", measured));
        if (!others.isEmpty()) sentence.add(String.join("、", others) + "本期没有数据");
        String text = String.join("；", sentence) + "。";
        if (data.late().isEmpty()) return text + "目前没有超期未办的工单。";
        return text + "目前有超期工单的单位：" + data.late().stream().map(BriefWords::late).collect(Collectors.joining("；")) + "。";
    }

    private static String late(BriefData.Late l) {
        List<String> parts = new ArrayList<>();
        if (l.handling() > 0) parts.add("办理超期" + l.handling() + "件");
        if (l.receipt() > 0) parts.add("未接收" + l.receipt() + "件");
        return l.unit() + String.join("、", parts);
    }

    private static String rise(BriefData.Rise r) {
        return "本期" + r.seen() + "件，按前八周平均应为" + "%.1f".formatted(r.expected()) + "件。";
    }

    /** Such as 2026年11月16日至22日; of a month 2026年11月. */
    static String time(BriefKind kind, Period period) {
        LocalDate from = period.from();
        LocalDate to = period.to();
        if (kind == BriefKind.MONTHLY) return from.getYear() + "年" + from.getMonthValue() + "月";
        if (from.getYear() != to.getYear()) return day(from) + "至" + day(to);
        return day(from) + "至" + (from.getMonthValue() == to.getMonthValue() ? "" : to.getMonthValue() + "月")
                + to.getDayOfMonth() + "日";
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
