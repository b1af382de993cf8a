package org.shouwen.inbound;

import java.util.List;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.attachments.Papers;

/** Files that are taken, and how many are not. */
record InboundFiles(List<Papers.File> taken, int left) {
    static InboundFiles of(List<Papers.File> files) {
        if (files.isEmpty()) return new InboundFiles(List.of(), 0);
        List<Papers.File> first = files.subList(0, Math.min(files.size(), AppealPapers.AT_ONCE));
        int over = files.size() - first.size();
        try {
            AppealPapers.Sorted sorted = AppealPapers.sort(first);
            return new InboundFiles(sorted.taken(), over + sorted.left().size());
        } catch (org.shouwen.problems.BadInput e) { // none of them
            return new InboundFiles(List.of(), files.size());
        }
    }

    /** The same, those that are taken laid in the store before any transaction: a slow one holds no row. */
    static InboundFiles laid(List<Papers.File> files, AppealPapers papers) {
        InboundFiles sorted = of(files);
        papers.lay(sorted.taken);
        return sorted;
    }

    String noted(String text) {
        String words = text.isBlank() ? "（没有文字）" : text;
        return left == 0 ? words : words + "\n（另有 " + left + " 个附件的格式或大小不能收存）";
    }
}
