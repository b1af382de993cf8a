package org.shouwen.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** A page that is drawn within the frame. */
public final class FramedPage {
    private FramedPage() {}

    /** Whether a handler has named a page to be drawn; an answer of the API, a file and a redirect are none. */
    public static boolean is(@Nullable ModelAndView answer) {
        if (answer == null || !answer.hasView()) return false;
        String name = answer.getViewName();
        if (name == null) return !(answer.getView() instanceof RedirectView);
        return !(name.startsWith("redirect:") || name.startsWith("forward:"));
    }
}
