package org.shouwen.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.TypedDay;
import org.shouwen.tables.Columns;
import org.shouwen.tables.Columns.Column;
import org.shouwen.tables.Moments;
import org.shouwen.tables.Table;

/** A table of articles or of convenience enterprises, one a row. */
final class ArticleTable {
    static final Columns COLUMNS = new Columns(
            List.of(
                    Column.of("title", "停水后多久恢复", "标题", "名称", "问题", "企业名称"),
                    Column.of("text", "计划停水一般不超过24小时……", "内容", "答复", "答案", "服务内容"),
                    Column.of("kind", "政策答复", "类型", "种类"),
                    Column.of("unit", "heating", "单位", "责任单位"),
                    Column.of("sourceNumber", "×政发〔2026〕3号", "文号"),
                    Column.of("sourceTitle", "城市供水条例", "文件名称", "依据"),
                    Column.of("sourceClause", "第八条", "条款"),
                    Column.of("sourceDate", "2026-01-05", "文件日期", "发文日期"),
                    Column.of("place", "某区某路1号", "地址", "地点"),
                    Column.of("hours", "周一至周五 8:30-17:00", "时间", "营业时间"),
                    Column.of("licence", "营业执照编号", "资质", "许可证"),
                    Column.of("phone", "3123456", "电话", "联系电话"),
                    Column.of("validFrom", "2026-01-01", "生效日期"),
                    Column.of("validTo", "2027-12-31", "失效日期", "有效期至"),
                    Column.of("open", "TRUE", "公开")),
            List.of(List.of("title"), List.of("text")));

    private static final Map<String, ArticleKind> KINDS = Map.of(
            "政策答复", ArticleKind.POLICY,
            "办事流程", ArticleKind.PROCEDURE,
            "便民服务企业", ArticleKind.SERVICE,
            "便民企业", ArticleKind.SERVICE);

    private ArticleTable() {}

    /**
     * A row as an article.
     *
     * @param unit whose articles they are where a row names none
     * @throws BadInput naming the column
     */
    static ArticleContent content(Table.Line line, ArticleKind kind, UnitId unit) {
        if (line.problem() != null)
            throw new BadInput(
                    line.problem().field(),
                    line.problem().key(),
                    line.problem().args().toArray());
        return new ArticleContent(
                        kind(line.get("kind"), kind),
                        line.get("unit").isEmpty() ? unit : new UnitId(line.get("unit")),
                        line.get("title"),
                        line.get("text"),
                        new ArticleContent.Source(
                                line.get("sourceNumber"),
                                line.get("sourceTitle"),
                                line.get("sourceClause"),
                                day("sourceDate", line.get("sourceDate"))),
                        new ArticleContent.Enterprise(
                                line.get("place"), line.get("hours"), line.get("licence"), line.get("phone")),
                        day("validFrom", line.get("validFrom")),
                        day("validTo", line.get("validTo")),
                        List.of("TRUE", "true", "是", "1").contains(line.get("open")))
                .checked();
    }

    private static ArticleKind kind(String typed, ArticleKind otherwise) {
        if (typed.isEmpty()) return otherwise;
        ArticleKind named = KINDS.get(typed);
        if (named != null) return named;
        for (ArticleKind kind : ArticleKind.values()) if (kind.name().equalsIgnoreCase(typed)) return kind;
        throw new BadInput("kind", "problems.field.unknown", typed);
    }

    /** A day as a form or a table has it; empty is none. */
    static @Nullable LocalDate day(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        LocalDate day = Moments.date(typed).orElseThrow(() -> new BadInput(field, "problems.field.day"));
        return TypedDay.held(field, day);
    }
}
