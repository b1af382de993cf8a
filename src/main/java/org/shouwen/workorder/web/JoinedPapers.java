package org.shouwen.workorder.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Photos;
import org.shouwen.attachments.Served;
import org.shouwen.problems.NotFound;
import org.shouwen.workorder.JoinedMatters;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Photos and papers of those whose order goes under another one, for whoever handles the lead (ruling 10). */
@Controller
class JoinedPapers {
    private final Papers papers;
    private final JoinedMatters joined;
    private final WorkOrderBoard board;

    JoinedPapers(Papers papers, JoinedMatters joined, WorkOrderBoard board) {
        this.papers = papers;
        this.joined = joined;
        this.board = board;
    }

    /** @param view {@code small} for a list; units get no more of a picture than what is to be seen in it */
    @GetMapping({
        "/orders/{number}/joined/{under}/papers/{id}",
        "/api/v1/work-orders/{number}/joined/{under}/papers/{id}"
    })
    ResponseEntity<byte[]> get(
            @PathVariable String number,
            @PathVariable String under,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String view,
            @AuthenticationPrincipal CurrentUser by) {
        PaperRef paper = joined.paper(board.page(number, by), under, id, by)
                .orElseThrow(() -> new NotFound("paper", id.toString()));
        byte[] bytes = papers.bytes(paper);
        return Photos.is(paper)
                ? Served.picture(bytes, "small".equals(view) ? Photos.SMALL : Photos.LARGE)
                : Served.download(paper, bytes);
    }
}
