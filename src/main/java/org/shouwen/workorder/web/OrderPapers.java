package org.shouwen.workorder.web;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Photos;
import org.shouwen.attachments.Served;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/** Papers of an order, for whoever may see the order and for nobody else. */
@Controller
class OrderPapers {
    private final Papers papers;
    private final OrderFiles files;
    private final WorkOrderBoard board;

    OrderPapers(Papers papers, OrderFiles files, WorkOrderBoard board) {
        this.papers = papers;
        this.files = files;
        this.board = board;
    }

    /** Uploads a paper; an act of the order names it by its id afterwards. */
    @PostMapping("/api/v1/work-orders/{number}/papers")
    @ResponseBody
    ResponseEntity<PaperRef> upload(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String label,
            @RequestParam MultipartFile file,
            @AuthenticationPrincipal CurrentUser by)
            throws IOException {
        board.page(number, by);
        PaperRef paper = files.keep(
                        number,
                        "file",
                        Text.optional("label", label, 40),
                        List.of(new Papers.File(String.valueOf(file.getOriginalFilename()), file.getBytes())),
                        by.actor())
                .getFirst();
        return ResponseEntity.status(HttpStatus.CREATED).body(paper);
    }

    @GetMapping("/api/v1/work-orders/{number}/papers")
    @ResponseBody
    List<PaperRef> list(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        return board.files(board.page(number, by), by) ? papers.there(OrderFiles.subject(number)) : List.of();
    }

    /**
     * A download and never a page of ours, whatever is in it.
     *
     * @param view {@code small} or {@code large} for a picture to look at; else the original, of which units get no
     *     more than what is to be seen in it
     */
    @GetMapping({"/orders/{number}/papers/{id}", "/api/v1/work-orders/{number}/papers/{id}"})
    ResponseEntity<byte[]> get(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String view,
            @AuthenticationPrincipal CurrentUser by) {
        if (!board.files(board.page(number, by), by)) throw new NotFound("paper", id.toString());
        PaperRef paper =
                papers.find(OrderFiles.subject(number), id).orElseThrow(() -> new NotFound("paper", id.toString()));
        byte[] bytes = papers.bytes(paper);
        return Photos.is(paper) && (view != null || !by.ofPlatform())
                ? Served.picture(bytes, "small".equals(view) ? Photos.SMALL : Photos.LARGE)
                : Served.download(paper, bytes);
    }

    /**
     * What came with the appeal. A unit sees pictures without what the camera wrote beside them: the place where a
     * photo was taken tells who took it (Art. 21). Letters, documents and recordings say who it was and stay with the
     * platform, which attaches to the order what the unit needs of them.
     *
     * @param view {@code small} for a list
     */
    @GetMapping({"/orders/{number}/appeal-papers/{id}", "/api/v1/work-orders/{number}/appeal-papers/{id}"})
    ResponseEntity<byte[]> ofAppeal(
            @PathVariable String number,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String view,
            @AuthenticationPrincipal CurrentUser by) {
        // what a photo shows may tell who took it
        if (board.identityWithheld(board.page(number, by), by)) throw new NotFound("paper", id.toString());
        PaperRef paper = papers.find(appealSubject(number), id).orElseThrow(() -> new NotFound("paper", id.toString()));
        if (!shown(paper, by)) throw new NotFound("paper", id.toString());
        byte[] bytes = papers.bytes(paper);
        return Photos.is(paper)
                ? Served.picture(bytes, "small".equals(view) ? Photos.SMALL : Photos.LARGE)
                : Served.download(paper, bytes);
    }

    /** Whether somebody to whom the appellant is not closed may see it. */
    static boolean shown(PaperRef ofAppeal, CurrentUser by) {
        return by.ofPlatform() || Photos.is(ofAppeal);
    }

    /** An order bears the number of the appeal that it came from. */
    static String appealSubject(String number) {
        return "appeal/" + number;
    }
}
