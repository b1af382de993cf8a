package org.shouwen.desk.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AppealPapers;
import org.shouwen.appeal.FilesOfTaken;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.attachments.Uploads;
import org.shouwen.problems.FormProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files that an agent sends with a form: looked at before the appeal is taken, kept after it. */
@Component
class FilesOfForm {
    private final AppealPapers papers;
    private final FilesOfTaken taken;
    private final MessageSource messages;

    FilesOfForm(AppealPapers papers, FilesOfTaken taken, MessageSource messages) {
        this.papers = papers;
        this.taken = taken;
        this.messages = messages;
    }

    /** @throws org.shouwen.problems.BadInput naming {@code photo} */
    List<Papers.File> read(@Nullable List<MultipartFile> photo) {
        List<Papers.File> files = Uploads.of(photo);
        AppealPapers.check(files);
        return files;
    }

    /** The next page names those that could not be stored ({@code filesLeft}). */
    void keep(String number, List<Papers.File> files, CurrentUser me, RedirectAttributes redirect, Locale locale) {
        List<String> left = taken.attach(number, files, me.actor()).stream()
                .flatMap(bad -> FormProblem.of(bad, messages, locale).fields().values().stream())
                .toList();
        if (!left.isEmpty()) redirect.addFlashAttribute("filesLeft", left);
    }

    List<PaperRef> of(String number) {
        return papers.of(number);
    }
}
