package org.shouwen.callback.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.callback.Callback;
import org.shouwen.problems.BadInput;

/** What a call heard, as a program sends it. */
record CallBody(
        @Nullable Boolean reached,
        @Nullable Boolean truthful,
        @Nullable Boolean resolved,
        @Nullable Boolean satisfied,
        @Nullable String words) {

    /** @throws BadInput naming the first question that was not answered though somebody was reached */
    Callback.Answer answer() {
        boolean there = need("reached", reached);
        return new Callback.Answer(
                there,
                !there || need("truthful", truthful),
                !there || need("resolved", resolved),
                !there || need("satisfied", satisfied),
                words == null ? "" : words);
    }

    private static boolean need(String field, @Nullable Boolean value) {
        if (value == null) throw new BadInput(field, "problems.field.missing");
        return value;
    }
}
