package org.shouwen.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.notification.StaffNotices;
import org.shouwen.problems.ApiRequests;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The number beside 提醒 in the frame of every page of a unit's people. */
@ControllerAdvice(annotations = Controller.class)
class NoticeCounter {
    private final StaffNotices notices;

    NoticeCounter(StaffNotices notices) {
        this.notices = notices;
    }

    /** @return null for people of the platform and who is not signed in, "99+" for many */
    @ModelAttribute("noticesNew")
    @Nullable
    String fresh(@AuthenticationPrincipal @Nullable CurrentUser person, HttpServletRequest request) {
        // every handler is asked, and an API's answer has no frame
        if (person == null || person.ofPlatform() || ApiRequests.is(request)) return null;
        int fresh = notices.fresh(person);
        return fresh >= StaffNotices.MOST ? StaffNotices.MOST - 1 + "+" : String.valueOf(fresh);
    }
}
