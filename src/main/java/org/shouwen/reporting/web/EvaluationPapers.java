package org.shouwen.reporting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.documents.OfficialDocument;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.reporting.evaluation.EvaluationView;
import org.shouwen.reporting.evaluation.Publication;
import org.shouwen.reporting.evaluation.Scheme;
import org.shouwen.reporting.evaluation.Scores;
import org.shouwen.reporting.figures.FigureRegistry;
import org.shouwen.tables.SheetWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The notice of an evaluation as an official document, and its annex as xlsx: Chinese, as papers of the Bureau are. */
@Controller
class EvaluationPapers {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final EvaluationView view;
    private final Directory directory;
    private final Editions editions;
    private final FigureRegistry figures;
    private final InstantSource clock;

    EvaluationPapers(
            EvaluationView view, Directory directory, Editions editions, FigureRegistry figures, InstantSource clock) {
        this.view = view;
        this.directory = directory;
        this.editions = editions;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/evaluations/{id}/notice.docx")
    ResponseEntity<byte[]> notice(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me) {
        EvaluationView.Shown e = view.get(id, me);
        Publication p = e.latest();
        List<String> body = new ArrayList<>();
        body.add("依据《" + editions.city() + "8890政务便民服务工作“首问责任制”管理办法》" + Clause.A3.citation() + "，现将"
                + day(e.read().period().from()) + "至" + day(e.read().period().to()) + "承办单位考核结果"
                + (p == null ? "（草案）" : "") + "通报如下。");
        if (p != null && p.revision() > 1) body.add("本次为第" + p.revision() + "次公布，修订原因：" + p.why());
        for (Scheme.Group g : e.read().groups()) group(g, e.scores(), body);
        body.add("各项指标、分子分母及所计工单见附件。");
        byte[] docx = new OfficialDocument(
                        editions.city() + "营商环境建设局",
                        "",
                        e.read().title() + "通报",
                        "各承办单位",
                        body,
                        editions.city() + "营商环境建设局",
                        day(p == null ? clock.instant() : p.publishedAt()))
                .docx();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"notice.docx\"")
                .body(docx);
    }

    private void group(Scheme.Group g, Scores scores, List<String> body) {
        List<String> ranked = new ArrayList<>();
        List<String> not = new ArrayList<>();
        for (Scores.UnitScore u : scores.units()) {
            if (!u.group().equals(g.id())) continue;
            String name = directory.name(new UnitId(u.unit()));
            if (u.rank() != null)
                ranked.add("第" + u.rank() + "名" + name + "，" + u.score().toPlainString() + "分");
            else not.add(name + (u.closed() ? "（期间撤并）" : "（件数少，" + u.cases() + "件）"));
        }
        if (!ranked.isEmpty()) body.add(g.name() + "：" + String.join("；", ranked) + "。");
        if (!not.isEmpty()) body.add(g.name() + "不参加排名的单位：" + String.join("、", not) + "。");
    }

    @GetMapping("/evaluations/{id}/annex.xlsx")
    void annex(@PathVariable UUID id, @AuthenticationPrincipal CurrentUser me, HttpServletResponse answer)
            throws IOException {
        EvaluationView.Shown e = view.get(id, me);
        answer.setContentType(XLSX);
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"annex.xlsx\"");
        List<String> about = List.of(
                e.read().title(),
                "期间 " + e.read().period().from() + " 至 " + e.read().period().to(),
                e.latest() == null
                        ? "草案"
                        : "第 " + e.latest().revision() + " 次公布，摘要 " + e.latest().digest(),
                "生成时间 " + MINUTE.format(clock.instant().atZone(Limits.ZONE)));
        List<String> heads =
                List.of("组别", "单位", "名次", "总分", "指标", "定义编号", "版本", "数值", "原始值", "分子", "分母", "权重", "得分率", "得分", "失分");
        try (SheetWriter sheet = new SheetWriter(answer.getOutputStream(), "附件", about, heads)) {
            for (Scores.UnitScore u : e.scores().units()) {
                for (Scores.Share s : u.shares()) {
                    List<Object> row = new ArrayList<>();
                    row.add(e.read().groups().stream()
                            .filter(g -> g.id().equals(u.group()))
                            .findFirst()
                            .map(Scheme.Group::name)
                            .orElse(u.group()));
                    row.add(directory.name(new UnitId(u.unit())));
                    row.add(u.rank() == null ? "不排名" : u.rank());
                    row.add(u.score());
                    row.add(figures.get(s.figure()).zh().name());
                    row.add(s.figure());
                    row.add(s.version());
                    row.add(s.value());
                    row.add(s.raw());
                    row.add(s.over());
                    row.add(s.cases());
                    row.add(s.weight());
                    row.add(s.points());
                    row.add(s.share());
                    row.add(s.lost());
                    sheet.row(row);
                }
            }
        }
    }

    private static String day(LocalDate day) {
        return DAY.format(day);
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(Limits.ZONE));
    }
}
