package org.shouwen.knowledge;

/** What an article is about, and after how many days its owner has to look at it again (Art. 4). */
public enum ArticleKind {
    /** 政策答复: what a policy says. */
    POLICY(180),
    /** 办事流程: how something is done, where and with which papers. */
    PROCEDURE(180),
    /** 便民服务企业: a convenience enterprise of the directory (Art. 4). */
    SERVICE(90);

    private final int reviewDays;

    ArticleKind(int reviewDays) {
        this.reviewDays = reviewDays;
    }

    /** Calendar days from publication or review to the next review. */
    public int reviewDays() {
        return reviewDays;
    }
}
