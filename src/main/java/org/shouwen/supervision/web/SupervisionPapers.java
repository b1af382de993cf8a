package org.shouwen.supervision.web;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Served;
import org.shouwen.problems.NotFound;
import org.shouwen.supervision.Supervisions;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The 督办单 that goes out, and the signed outcome that came back. */
@Controller
@RequestMapping("/supervisions/{number}")
class SupervisionPapers {
    private final Supervisions supervisions;
    private final Letter letter;
    private final Papers papers;

    SupervisionPapers(Supervisions supervisions, Letter letter, Papers papers) {
        this.supervisions = supervisions;
        this.letter = letter;
        this.papers = papers;
    }

    /** The 督办单 in the official layout. */
    @GetMapping("/document")
    ResponseEntity<byte[]> document(@PathVariable String number, @AuthenticationPrincipal CurrentUser me) {
        return Served.document(letter.of(supervisions.get(number, me), me).docx(), "督办单-" + number + ".docx");
    }

    @GetMapping("/signed")
    ResponseEntity<byte[]> signed(@PathVariable String number, @AuthenticationPrincipal CurrentUser me) {
        PaperRef paper = supervisions.get(number, me).signed();
        if (paper == null) throw new NotFound("paper", number);
        return Served.download(paper, papers.bytes(paper));
    }
}
