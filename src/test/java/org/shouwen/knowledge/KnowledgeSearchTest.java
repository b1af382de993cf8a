package org.shouwen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeSearchTest {
    private static final KnowledgeDocument HEATING = new KnowledgeDocument(
            "heating",
            "关于丹东市城区供暖期的通知 各供热企业：本供暖期自11月1日零时起至次年3月31日24时止。室内温度不得低于18摄氏度。"
                    + "用户对温度有异议的，可拨打热线12345申请免费测温，供热企业应在24小时内上门。");
    private static final KnowledgeDocument HEATING_ELSEWHERE = new KnowledgeDocument(
            "heating elsewhere",
            "关于长春市城区供暖期的通知 各供热企业：本供暖期自10月20日零时起至次年4月6日24时止。室内温度不得低于18摄氏度。"
                    + "用户对温度有异议的，可拨打热线12345申请免费测温，供热企业应在24小时内上门。");
    private static final KnowledgeDocument BUS =
            new KnowledgeDocument("bus", "老年人公交卡办理须知 年满65周岁的市民持身份证到公交公司窗口办理，免收工本费，每年审验一次。办理地点：锦山大街5号。");
    private static final KnowledgeDocument SCHOOL =
            new KnowledgeDocument("school", "小学入学登记办法 适龄儿童由监护人于6月15日至20日在网上登记，学校于7月公布名单。");

    private final KnowledgeSearch search = KnowledgeSearch.of(List.of(SCHOOL, HEATING_ELSEWHERE, BUS, HEATING));

    @Test
    void the_notice_of_the_place_that_is_asked_about_comes_before_the_same_notice_of_another_place() {
        assertThat(first("丹东市供暖期什么时候开始？")).isEqualTo(HEATING);
        assertThat(first("长春市供暖期什么时候开始？")).isEqualTo(HEATING_ELSEWHERE);
    }

    @Test
    void the_passage_holds_the_answer_and_stands_in_the_document_where_it_says() {
        Passage passage = search.find("老年人公交卡在哪里办理？", 10).passages().getFirst();
        assertThat(passage.documentId()).isEqualTo("bus");
        assertThat(passage.text()).contains("锦山大街5号").hasSizeLessThanOrEqualTo(200);
        assertThat(BUS.text().substring(passage.from(), passage.to())).isEqualTo(passage.text());
    }

    @Test
    void width_of_characters_and_white_space_make_no_difference() {
        assertThat(first("老 年 人 公 交 卡")).isEqualTo(BUS);
        assertThat(first("热线１２３４５测温 丹东")).isEqualTo(HEATING);
    }

    @Test
    void every_document_has_a_place_even_when_nothing_of_the_question_stands_in_it() {
        assertThat(search.find("小学入学", 10).documents()).hasSize(4).startsWith(SCHOOL);
        assertThat(search.find("小学入学", 2).documents()).hasSize(2);
    }

    @Test
    void each_of_two_documents_with_the_same_text_keeps_a_place_of_its_own() {
        KnowledgeSearch twice = KnowledgeSearch.of(List.of(BUS, SCHOOL, new KnowledgeDocument("again", BUS.text())));
        assertThat(twice.find("老年人公交卡", 10).documents())
                .extracting(KnowledgeDocument::id)
                .containsExactly("bus", "again", "school");
    }

    @Test
    void a_question_of_nothing_or_of_signs_finds_no_passage() {
        for (String nothing : List.of("", " ", "？！", "请问是什么", "zzz", "\uD842"))
            assertThat(search.find(nothing, 10).passages()).as(nothing).isEmpty();
    }

    @Test
    void a_question_of_one_character_is_answered() {
        assertThat(first("卡")).isEqualTo(BUS);
    }

    @Test
    void a_question_of_ten_thousand_characters_is_answered_by_its_beginning() {
        assertThat(first("老年人公交卡怎么办理？" + "很着急".repeat(3330))).isEqualTo(BUS);
    }

    @Test
    void no_documents_answer_nothing() {
        KnowledgeSearch empty = KnowledgeSearch.of(List.of());
        assertThat(empty.find("供暖", 10).documents()).isEmpty();
        assertThat(empty.find("供暖", 10).passages()).isEmpty();
        KnowledgeSearch blank = KnowledgeSearch.of(List.of(new KnowledgeDocument("blank", "")));
        assertThat(blank.find("供暖", 10).documents()).hasSize(1);
        assertThat(blank.find("供暖", 10).passages()).isEmpty();
    }

    @Test
    void the_passage_is_found_in_a_document_of_five_hundred_pages() {
        StringBuilder pages = new StringBuilder("城市管理规定汇编 ");
        for (int i = 0; pages.length() < 500_000; i++)
            pages.append("第").append(i).append("条 单位和个人应当遵守市容环境卫生的规定，违反者责令改正。");
        pages.insert(300_000, "养犬登记证每年3月办理年检，逾期未检的犬只由公安机关收容。");
        KnowledgeSearch collection = KnowledgeSearch.of(List.of(BUS, new KnowledgeDocument("long", pages.toString())));
        KnowledgeSearch.Found found = collection.find("养犬登记证每年什么时候年检？", 10);
        assertThat(found.documents().getFirst().id()).isEqualTo("long");
        assertThat(found.passages().getFirst().text()).contains("3月办理年检");
    }

    private KnowledgeDocument first(String question) {
        return search.find(question, 10).documents().getFirst();
    }
}
