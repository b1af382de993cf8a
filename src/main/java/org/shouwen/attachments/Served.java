package org.shouwen.attachments;

import java.nio.charset.StandardCharsets;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Papers on their way out: never a page of ours, whatever is in them, and kept by no cache. */
public final class Served {
    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    private Served() {}

    /** As it was handed in, to be kept under its own name. */
    public static ResponseEntity<byte[]> download(PaperRef paper, byte[] bytes) {
        return safely(MediaType.parseMediaType(paper.type()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    /** A document that we have made. */
    public static ResponseEntity<byte[]> document(byte[] docx, String name) {
        return safely(DOCX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(docx);
    }

    /**
     * A picture to look at, without what the camera wrote beside it. One that was damaged, or that is coded in a way we
     * can not draw, is answered with a picture that says so.
     */
    public static ResponseEntity<byte[]> picture(byte[] original, int longest) {
        return Photos.view(original, longest)
                .map(jpeg -> safely(MediaType.IMAGE_JPEG).body(jpeg))
                .orElseGet(() -> safely(SVG).body(NoPreview.svg(LocaleContextHolder.getLocale())));
    }

    private static ResponseEntity.BodyBuilder safely(MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'");
    }
}
