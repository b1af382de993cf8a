package org.shouwen.problems;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** A page of a list as a bare array; where the next page is stands in the header {@code Link} (RFC 8288). */
public final class LinkedItems {
    private LinkedItems() {}

    /** @param path of the list, to which {@code after} and {@code limit} are added */
    public static <T> ResponseEntity<List<T>> of(Page<T> page, String path, int limit) {
        ResponseEntity.BodyBuilder ok = ResponseEntity.ok();
        String link = page.link(path, limit);
        if (link != null) ok.header(HttpHeaders.LINK, link);
        return ok.body(page.items());
    }
}
