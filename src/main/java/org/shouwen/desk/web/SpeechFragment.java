package org.shouwen.desk.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.Speech;
import org.shouwen.desk.Transcripts;
import org.shouwen.suggestion.Urgencies;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is being said in the agent's call; the caller's settled words fill the form as a proposal (ruling 16). */
@Controller("speechFragment")
class SpeechFragment {
    private final Speech speech;
    private final Transcripts transcripts;
    private final Urgencies urgencies;

    SpeechFragment(Speech speech, Transcripts transcripts, Urgencies urgencies) {
        this.speech = speech;
        this.transcripts = transcripts;
        this.urgencies = urgencies;
    }

    /** Whether the form asks at all. */
    public boolean there() {
        return speech.there();
    }

    /**
     * @param key of the form, which for a call is the call's id
     * @param shown what the page has already; nothing is drawn anew while that is all
     */
    @GetMapping("/desk/intake/speech")
    Object said(
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(defaultValue = "") String shown,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        List<Transcripts.Said> said = key == null || !key.matches("[0-9a-fA-F-]{36}")
                ? List.of()
                : transcripts.of(UUID.fromString(key), me.account());
        String now = said.size() + "-" + Integer.toHexString(said.hashCode());
        if (said.isEmpty() || now.equals(shown))
            return ResponseEntity.noContent().build();
        model.addAttribute("said", said);
        model.addAttribute("shown", now);
        String callerSaid = said.stream()
                .filter(s -> s.side() == Speech.Side.CALLER && s.what().settled())
                .map(s -> s.what().words())
                .collect(Collectors.joining());
        model.addAttribute("callerSaid", callerSaid);
        // whoever types something else in the form still sees it
        model.addAttribute("heard", urgencies.judge(callerSaid));
        return "desk/speech :: said";
    }
}
