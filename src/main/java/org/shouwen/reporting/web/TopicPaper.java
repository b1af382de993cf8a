package org.shouwen.reporting.web;

import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.calendar.Limits;
import org.shouwen.documents.Block;
import org.shouwen.documents.Chart;
import org.shouwen.documents.OfficialBrief;
import org.shouwen.regulation.Editions;
import org.shouwen.reporting.facts.Dimension;
import org.shouwen.reporting.topics.Topic;
import org.springframework.stereotype.Component;

/** A topic report on paper: Chinese, as papers of the Bureau are. */
@Component
class TopicPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final int ROWS = 10;

    private final Editions editions;
    private final KeyNames names;
    private final InstantSource clock;

    TopicPaper(Editions editions, KeyNames names, InstantSource clock) {
        this.editions = editions;
        this.names = names;
        this.clock = clock;
    }

    byte[] docx(String asked, Topic t) {
        List<Block> body = new ArrayList<>();
        body.add(new Block.Paragraph(
                "检索条件：" + asked + "。共" + t.all() + "件" + (t.more() ? "（只统计最近的" + t.all() + "件）" : "") + "。"));
        if (t.all() > 0) parts(t, body);
        return new OfficialBrief(
                        "诉求专题报告",
                        "",
                        editions.city() + "营商环境建设局",
                        DAY.format(clock.instant().atZone(Limits.ZONE)),
                        "关于" + asked + "诉求的专题报告",
                        body,
                        "")
                .docx();
    }

    private void parts(Topic t, List<Block> body) {
        body.add(new Block.Heading(1, "一、趋势"));
        body.add(new Block.Picture(
                "图1 件数",
                t.steps().size() + "个时段，最多"
                        + t.steps().stream().mapToLong(Topic.Step::count).max().orElse(0) + "件",
                new Chart(
                        Chart.Form.LINE,
                        t.steps().stream().map(Topic.Step::name).toList(),
                        List.of(new Chart.Series(
                                "件数",
                                t.steps().stream().map(s -> (double) s.count()).toList())))));
        body.add(new Block.Heading(1, "二、分布"));
        grid("表1 地点", "地点", Dimension.PLACE, t.places(), body);
        grid("表2 单位", "单位", Dimension.UNIT, t.units(), body);
        grid("表3 类别", "类别", Dimension.CLASS, t.classes(), body);
        if (!t.words().isEmpty()) {
            body.add(new Block.Heading(1, "三、常见说法"));
            body.add(new Block.Paragraph(String.join(
                            "、",
                            t.words().stream()
                                    .map(w -> w.word() + "（" + w.in() + "件）")
                                    .toList())
                    + "。"));
        }
        if (t.examples().isEmpty()) return;
        body.add(new Block.Heading(1, t.words().isEmpty() ? "三、样例" : "四、样例"));
        for (Topic.Example e : t.examples()) body.add(new Block.Paragraph("（" + e.number() + "）" + e.words()));
    }

    private void grid(String caption, String head, Dimension by, List<Topic.Count> counts, List<Block> body) {
        body.add(new Block.Grid(
                counts.size() > ROWS ? caption + "（共" + counts.size() + "个，列出最多的" + ROWS + "个）" : caption,
                List.of(head, "件数"),
                counts.stream()
                        .limit(ROWS)
                        .map(c -> List.of(names.of(by, c.key()), String.valueOf(c.count())))
                        .toList()));
    }
}
