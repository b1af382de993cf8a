package org.shouwen.workorder.web;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.Version;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Outcome;
import org.shouwen.workorder.WorkOrders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** An act through the API: 201 with the new version as ETag, or the problem. */
@Component
class Acting {
    private final WorkOrders orders;

    Acting(WorkOrders orders) {
        this.orders = orders;
    }

    /** @param match the version the caller saw, as If-Match carries it; null when any will do */
    ResponseEntity<Outcome.Done> act(String number, CurrentUser by, @Nullable String match, Command command) {
        Outcome.Done done = orders.act(number, command, by, Version.seen(match)).orThrow();
        return ResponseEntity.status(HttpStatus.CREATED)
                .eTag(Version.etag(done.version()))
                .body(done);
    }
}
