package org.shouwen.portal.web;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.FilesOfTaken;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Uploads;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** What came along with words of danger: photos as far as they are any; a wrong one keeps nothing else back. */
@Component
class FittingPhotos {
    private final FilesOfTaken files;

    FittingPhotos(FilesOfTaken files) {
        this.files = files;
    }

    /** Whether all of them were taken. */
    boolean attached(String number, @Nullable List<MultipartFile> photo) {
        boolean all = true;
        List<Papers.File> fit = new ArrayList<>();
        try {
            for (Papers.File f : Uploads.of(photo)) {
                try {
                    AppealPapers.check(List.of(f));
                    if (fit.size() < AppealPapers.AT_ONCE) fit.add(f);
                    else all = false;
                } catch (BadInput e) {
                    all = false;
                }
            }
            return files.attach(number, fit, Actor.APPELLANT).isEmpty() && all;
        } catch (BadInput | UncheckedIOException e) {
            return false;
        }
    }
}
