package org.shouwen.workorder;

import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.MaskRemover;

/**
 * What an order is about, as the unit may see it: no name, phone or address of the appellant. The appellant's own
 * words stay with the appeal.
 *
 * @param kind code of the edition's kinds: consultation, request, service, complaint, suggestion
 * @param matterClass code of the directory's matter classes; null while not known
 * @param place code of the county, town or village; null while not known
 * @param location where exactly, in words
 * @param happenedAt when, in words
 */
public record Matter(
        String title,
        String content,
        String kind,
        @Nullable String matterClass,
        @Nullable String place,
        String location,
        String happenedAt,
        @Nullable String urgentKind) {

    /** Without even the masks of what led to the appellant, nor the exact place, which may be theirs. */
    Matter blank() {
        return new Matter(
                MaskRemover.of(title),
                MaskRemover.of(content),
                kind,
                matterClass,
                place,
                "",
                MaskRemover.of(happenedAt),
                urgentKind);
    }
}
