package org.shouwen.search;

/** What can be found. An appeal that became an order is found as the order, under the same number. */
public enum ThingKind {
    /** 诉求 that is no order: waits at the desk, or was answered, guided, declined or joined there. */
    APPEAL,
    /** 工单. */
    ORDER,
    /** 知识条目: the published version of an article, and answers that everybody may read. */
    ARTICLE,
    /** 承办单位. */
    UNIT,
    /** 单位人员: an officer in the directory. */
    PERSON
}
