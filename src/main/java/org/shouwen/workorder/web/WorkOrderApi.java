package org.shouwen.workorder.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.Version;
import org.shouwen.workorder.OrderLine;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders for integrators, to be read. */
@RestController
@RequestMapping("/api/v1/work-orders")
class WorkOrderApi {
    private final WorkOrderBoard board;

    WorkOrderApi(WorkOrderBoard board) {
        this.board = board;
    }

    /** @param next pass as {@code after} for the next page; null on the last */
    record Page(List<OrderLine> items, @Nullable UUID next) {}

    @GetMapping
    Page list(
            @AuthenticationPrincipal CurrentUser by,
            @RequestParam(required = false) WorkOrder.@Nullable State state,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "50") int limit) {
        List<OrderLine> lines =
                new ArrayList<>(board.list(by, state, after, org.shouwen.problems.Page.limit(limit) + 1));
        boolean more = lines.size() > limit;
        if (more) lines.removeLast();
        return new Page(lines, more ? lines.getLast().id() : null);
    }

    @GetMapping("/{number}")
    ResponseEntity<OrderPage> get(@PathVariable String number, @AuthenticationPrincipal CurrentUser by) {
        OrderPage seen = board.page(number, by);
        OrderPage page = by.ofPlatform() ? seen : seen.forUnits();
        return ResponseEntity.ok().eTag(Version.etag(page.version())).body(page);
    }
}
