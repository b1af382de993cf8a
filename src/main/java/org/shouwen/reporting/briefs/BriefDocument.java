package org.shouwen.reporting.briefs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.shouwen.calendar.Limits;
import org.shouwen.documents.Block;
import org.shouwen.documents.Chart;
import org.shouwen.documents.OfficialBrief;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;

/** A version of a brief on paper: Chinese, as papers of the Bureau are. */
@Component
public class BriefDocument {
    private final Editions editions;
    private final BriefPlans plans;

    BriefDocument(Editions editions, BriefPlans plans) {
        this.editions = editions;
        this.plans = plans;
    }

    public byte[] docx(Brief b, Brief.Version v) {
        boolean weekly = b.kind() == BriefKind.WEEKLY;
        return new OfficialBrief(
                        "政务便民服务诉求" + (weekly ? "周报" : "月报"),
                        b.kind().year(b.period()) + "年第" + b.kind().issue(b.period()) + "期",
                        editions.city() + "营商环境建设局",
                        BriefWords.day(v.at().atZone(Limits.ZONE).toLocalDate()),
                        v.text().title(),
                        body(b, v.text()),
                        plans.of(b.kind()).recipients())
                .docx();
    }

    private static List<Block> body(Brief b, BriefText text) {
        String period = "本" + b.kind().word();
        String before = "上" + b.kind().word();
        BriefData data = b.data();
        List<Block> body = new ArrayList<>();
        body.add(new Block.Heading(1, "一、基本情况"));
        body.add(new Block.Paragraph(text.overview()));
        body.add(picture("图1 每日受理量", Chart.Form.LINE, data.days(), period, before));
        if (!data.classes().isEmpty()) body.add(picture("图2 诉求最多的类别", Chart.Form.BARS, data.classes(), period, before));
        body.add(new Block.Heading(1, "二、办理质效"));
        body.add(new Block.Paragraph(text.quality()));
        body.add(new Block.Grid(
                "表1 主要指标",
                List.of("指标", period, before, "分子", "分母"),
                data.figures().stream()
                        .map(r -> List.of(
                                r.name(), r.now(), r.before(), String.valueOf(r.over()), String.valueOf(r.cases())))
                        .toList()));
        rising(b, text, body);
        promises("四、上期事项落实情况", "上期没有约定事项。", text.promised(), true, body);
        promises("五、下步工作", "", text.next(), false, body);
        return body;
    }

    private static void rising(Brief b, BriefText text, List<Block> body) {
        body.add(new Block.Heading(1, "三、上升明显的事项"));
        if (b.data().risings().isEmpty()) body.add(new Block.Paragraph("本期没有明显上升的事项。"));
        for (int i = 0; i < b.data().risings().size(); i++) {
            BriefData.Rise r = b.data().risings().get(i);
            body.add(new Block.Heading(2, "（" + "一二三四五六七八九".charAt(i) + "）" + r.where()));
            body.add(new Block.Paragraph(text.rises().get(i)));
            for (Brief.Sample s : b.of(i + 1)) {
                if (text.dropped().contains(s.key())) continue;
                body.add(new Block.Paragraph(
                        s.gone() ? "样例的诉求人信息已到期销毁，内容随之删除。" : "样例（" + s.number() + "）：" + s.words()));
            }
        }
    }

    private static void promises(
            String heading, String none, List<BriefText.Promise> all, boolean came, List<Block> body) {
        if (all.isEmpty() && none.isEmpty()) return;
        body.add(new Block.Heading(1, heading));
        if (all.isEmpty()) body.add(new Block.Paragraph(none));
        for (int i = 0; i < all.size(); i++) {
            BriefText.Promise p = all.get(i);
            StringBuilder line = new StringBuilder(i + 1 + "．" + p.what());
            List<String> who = new ArrayList<>();
            if (!p.unit().isEmpty()) who.add("责任单位：" + p.unit());
            if (!p.by().isEmpty()) who.add("时限：" + p.by());
            if (!p.order().isEmpty()) who.add("工单" + p.order());
            if (!who.isEmpty()) line.append("（").append(String.join("，", who)).append("）");
            if (came) line.append("——").append(p.came().isEmpty() ? "未填写落实情况。" : p.came());
            body.add(new Block.Paragraph(line.toString()));
        }
    }

    private static Block picture(
            String caption, Chart.Form form, List<BriefData.Bar> bars, String period, String before) {
        List<String> says = new ArrayList<>();
        for (BriefData.Bar bar : bars) says.add(bar.name() + " " + bar.now() + "件（" + before + bar.before() + "件）");
        return new Block.Picture(
                caption,
                String.join("，", says),
                new Chart(
                        form,
                        bars.stream().map(BriefData.Bar::name).toList(),
                        List.of(
                                series(period, bars, BriefData.Bar::now),
                                series(before, bars, BriefData.Bar::before))));
    }

    private static Chart.Series series(String name, List<BriefData.Bar> bars, ToLongFunction<BriefData.Bar> value) {
        return new Chart.Series(
                name, bars.stream().map(b -> (double) value.applyAsLong(b)).toList());
    }
}
