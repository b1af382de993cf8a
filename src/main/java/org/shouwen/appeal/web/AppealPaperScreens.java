package org.shouwen.appeal.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.AppealVisibility;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Photos;
import org.shouwen.attachments.Served;
import org.shouwen.problems.NotFound;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An appeal's photos and papers, for the platform's people. */
@Controller
class AppealPaperScreens {
    private final AppealPapers papers;
    private final AppealVisibility readable;

    AppealPaperScreens(AppealPapers papers, AppealVisibility readable) {
        this.papers = papers;
        this.readable = readable;
    }

    /** @param view {@code small} or {@code large} for a picture to look at; else the original */
    @GetMapping("/appeals/{number}/papers/{id}")
    ResponseEntity<byte[]> paper(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String view,
            @AuthenticationPrincipal CurrentUser me) {
        readable.get(number, me);
        PaperRef paper = papers.find(number, id).orElseThrow(() -> new NotFound("paper", id.toString()));
        byte[] bytes = papers.bytes(paper);
        return view == null || !Photos.is(paper)
                ? Served.download(paper, bytes)
                : Served.picture(bytes, view.equals("small") ? Photos.SMALL : Photos.LARGE);
    }
}
