package org.shouwen.notification.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.notification.StaffNotice;
import org.shouwen.notification.StaffNotices;
import org.shouwen.notification.StaffWays;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person is told about the unit's orders and the knowledge base, and where else they want to be told. */
@Controller
class NoticeScreens {
    private static final int PAGE = 50;
    private final StaffNotices notices;
    private final StaffWays ways;
    private final MessageSource messages;

    NoticeScreens(StaffNotices notices, StaffWays ways, MessageSource messages) {
        this.notices = notices;
        this.ways = ways;
        this.messages = messages;
    }

    @GetMapping("/notices")
    String list(
            @RequestParam(required = false) @Nullable String after,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        fill(model, after, me);
        return "notification/notices";
    }

    @PostMapping("/notices/seen")
    String seen(@RequestParam UUID upto, @AuthenticationPrincipal CurrentUser me) {
        notices.seen(me, upto);
        return "redirect:/notices";
    }

    @PostMapping("/notices/ways")
    Object ways(
            @RequestParam(defaultValue = "") String mobile,
            @RequestParam(defaultValue = "") String mail,
            @RequestParam(required = false) @Nullable List<StaffNotice.Group> group,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            Locale locale) {
        Set<StaffNotice.Group> groups = EnumSet.noneOf(StaffNotice.Group.class);
        if (group != null) groups.addAll(group);
        try {
            ways.set(me, mobile, mail, groups);
            return "redirect:/notices";
        } catch (BadInput e) {
            fill(model, null, me);
            model.addAttribute("problem", FormProblem.of(e, messages, locale));
            model.addAttribute("ways", new StaffWays.Ways(mobile, mail, groups));
            return new org.springframework.web.servlet.ModelAndView(
                    "notification/notices", model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void fill(Model model, @Nullable String after, CurrentUser me) {
        model.addAttribute("page", notices.of(me, After.parse(after), PAGE));
        model.addAttribute("ways", ways.of(me));
        model.addAttribute("mailCarried", ways.mailIsCarried());
        model.addAttribute("groups", StaffNotice.Group.values());
    }
}
