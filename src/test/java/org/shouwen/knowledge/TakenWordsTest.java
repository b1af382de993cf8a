package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.shouwen.directory.UnitId;

class TakenWordsTest {
    private static final String TAKEN = "居民报停供热的，应当在每年九月三十日前到供热单位营业厅办理，交纳基础热费的百分之三十。";
    private static final ArticleContent POLICY = article(ArticleKind.POLICY, "供热报停", ArticleContent.Enterprise.NONE);
    private static final ArticleContent PLUMBER = article(
            ArticleKind.SERVICE, "江城管道疏通服务部", new ArticleContent.Enterprise("振兴区某路1号", "8:30-17:00", "", "3125678"));

    private static ArticleContent article(ArticleKind kind, String title, ArticleContent.Enterprise e) {
        ArticleContent.Source source = new ArticleContent.Source("丹政发〔2026〕3号", "丹东市城市供热条例", "", null);
        return new ArticleContent(kind, new UnitId("heating"), title, TAKEN, source, e, null, null, false);
    }

    @Test
    void an_answer_that_was_gone_over_or_shortened_still_stands() {
        assertThat(TakenWords.stand(POLICY, TAKEN, TAKEN)).isTrue();
        assertThat(TakenWords.stand(POLICY, TAKEN, "您好！居民报停供热的, 应当在每年九月三十日前\n到供热单位营业厅办理"))
                .isTrue();
    }

    @Test
    void one_that_was_deleted_does_not_though_another_is_about_the_same() {
        assertThat(TakenWords.stand(POLICY, TAKEN, "恢复供热的，到供热单位营业厅办理，十月二十日前交清热费。"))
                .isFalse();
        assertThat(TakenWords.stand(POLICY, TAKEN, "")).isFalse();
        assertThat(TakenWords.stand(POLICY, "", "别的话")).isFalse();
    }

    /** A published answer is longer than a passage. */
    @Test
    void the_end_of_a_long_answer_counts_as_its_beginning_does() {
        String end = IntStream.range(0, 600).mapToObj(i -> "第" + i + "条").collect(Collectors.joining("，"));
        assertThat(TakenWords.stand(TAKEN.repeat(20) + end, end)).isTrue();
    }

    @Test
    void an_enterprise_is_referred_by_its_name_or_number() {
        String told = "江城管道疏通服务部，振兴区某路1号，8:30-17:00，3125678";
        assertThat(TakenWords.stand(PLUMBER, told, "可以找江城管道疏通服务部")).isTrue();
        assertThat(TakenWords.stand(PLUMBER, told, "请拨打 312 5678")).isTrue();
        assertThat(TakenWords.stand(PLUMBER, told, "振兴区家电维修中心，振兴区某路1号，8:30-17:00，3124000"))
                .as("the same street and hours")
                .isFalse();
    }
}
