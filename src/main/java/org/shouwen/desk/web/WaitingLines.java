package org.shouwen.desk.web;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.DangerInWaiting;
import org.shouwen.regulation.Edition;
import org.shouwen.suggestion.Urgencies;
import org.springframework.stereotype.Component;

/** On the alarm list: what tells of danger and is no appeal yet, of all doors, longest waiting first (Art. 8.3). */
@Component
class WaitingLines {
    private final List<DangerInWaiting> doors;
    private final Urgencies urgencies;

    WaitingLines(List<DangerInWaiting> doors, Urgencies urgencies) {
        this.doors = List.copyOf(doors);
        this.urgencies = urgencies;
    }

    /**
     * @param call whom to call, the one that fits first
     * @param open whether the reader may open the page where it is ended
     */
    record Line(DangerInWaiting.Waiting at, List<Edition.Target> call, boolean open) {}

    List<Line> of(CurrentUser me) {
        return doors.stream()
                .flatMap(d -> d.inDanger().stream())
                .sorted(Comparator.comparing(DangerInWaiting.Waiting::since))
                .map(w -> new Line(w, urgencies.call(w.guidance()), !Collections.disjoint(w.openTo(), me.roles())))
                .toList();
    }
}
