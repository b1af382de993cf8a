package org.shouwen.inbound;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;

/** Makes a message an appeal as it will be taken. */
final class NewAppeals {
    private NewAppeals() {}

    static NewAppeal of(InboundReader.Read read, InboundReader reader) {
        if (read.reading() instanceof Reading.Matter m) return m.appeal();
        if (!(read.reading() instanceof Reading.Said said)) throw new IllegalArgumentException("says nothing");
        Received r = read.received();
        String channel = reader.format(r.source()).map(InboundFormat::channel).orElse("");
        InboundFiles files = InboundFiles.of(said.files());
        List<String> parts = Parts.of(files.noted(said.text()), NewAppeal.CONTENT);
        String rest = parts.size() > 1 ? "原文续：" + String.join("", parts.subList(1, parts.size())) + "\n" : "";
        return new NewAppeal(
                channel,
                null,
                "livelihood",
                null,
                null,
                null,
                null,
                Parts.head(said.title(), 100),
                parts.getFirst(),
                null,
                false,
                false,
                said.sender(),
                written(r),
                (rest + said.note()).strip());
    }

    /** Each is found again under its message's id when it is taken twice. */
    static List<Origin> origins(List<InboundReader.Read> group) {
        return group.stream()
                .map(r -> new Origin(
                        "channel:" + r.received().source(), r.received().id().toString()))
                .toList();
    }

    /** The source's time where it is one: not after ours, and not many years before. */
    private static @Nullable Instant written(Received r) {
        Instant at = r.sourceAt();
        boolean known = at != null && !at.isAfter(r.at()) && at.isAfter(r.at().minus(Duration.ofDays(3650)));
        return known ? at : null;
    }
}
