package org.shouwen.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.shell.SessionOver;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * A citizen's form that came after its session had ended. Words that tell of danger are taken at once (Art. 8.3); all
 * others come back on a page to be sent again. Nobody comes here by a link: only a form that was sent is handed on to it.
 */
@Controller
@Basis(Clause.A8_3)
class LateScreens {
    private final Urgencies urgencies;
    private final UrgentScreens urgent;

    LateScreens(Urgencies urgencies, UrgentScreens urgent) {
        this.urgencies = urgencies;
        this.urgent = urgent;
    }

    @PostMapping(SessionOver.CITIZENS)
    String late(
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpSession session,
            Model model) {
        if (!(request.getAttribute(SessionOver.FORM) instanceof SessionOver.Form form)) return "redirect:/";
        Urgency urgency =
                urgencies.judge(typed.get("content"), typed.get("wants"), typed.get("text"), typed.get("words"));
        if (!urgency.danger()) return "forward:" + SessionOver.PAGE;
        return urgent.take(urgency, kind(form.action()), words(typed), photo, request, response, session, model);
    }

    /** What a form asked for; a matter of livelihood where it says nothing. */
    private static String kind(String action) {
        int at = action.lastIndexOf("/ask/");
        return at < 0 ? "" : action.substring(at + "/ask/".length());
    }

    /** Of an addition or a judgement on an earlier appeal: its words are the matter. */
    private static Map<String, String> words(Map<String, String> typed) {
        Map<String, String> words = new HashMap<>(typed);
        for (String field : List.of("text", "words"))
            if (!typed.getOrDefault(field, "").isBlank()) words.putIfAbsent("content", typed.get(field));
        return words;
    }
}
