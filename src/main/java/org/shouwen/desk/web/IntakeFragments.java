package org.shouwen.desk.web;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.desk.Calls;
import org.shouwen.desk.Drafts;
import org.shouwen.desk.RingBell;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** What follows the agent's typing: drafts, who is calling, hints, places. */
@Controller
class IntakeFragments {
    private final Drafts drafts;
    private final Calls calls;
    private final RingBell bell;
    private final IntakePageModel desk;
    private final IntakeFormReader reader;
    private final InstantSource clock;

    IntakeFragments(
            Drafts drafts,
            Calls calls,
            RingBell bell,
            IntakePageModel desk,
            IntakeFormReader reader,
            InstantSource clock) {
        this.bell = bell;
        this.drafts = drafts;
        this.calls = calls;
        this.desk = desk;
        this.reader = reader;
        this.clock = clock;
    }

    @PostMapping("/desk/intake/draft")
    String draft(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        String key = drafts.save(me.account(), new IntakeForm(typed).kept()).toString();
        if (!key.equals(typed.get("key"))) model.addAttribute("key", key);
        model.addAttribute("saved", clock.instant());
        return "desk/parts :: saved";
    }

    /** Clears the form; what was in it can be taken back. */
    @PostMapping("/desk/intake/fresh")
    String fresh(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me) {
        drafts.put(me.account(), new IntakeForm(typed).kept(), Drafts.Place.CLEARED);
        return back(typed);
    }

    @PostMapping("/desk/intake/undo")
    String undo(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me) {
        drafts.takeBack(me.account(), new IntakeForm(typed).kept());
        return back(typed);
    }

    @PostMapping("/desk/intake/aside")
    String aside(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me) {
        drafts.takeUp(me.account(), new IntakeForm(typed).kept());
        return back(typed);
    }

    /**
     * What the agent's pages ask; nothing is drawn anew while the same call rings.
     *
     * @param wait given by the form for a call, which is answered when something rings
     */
    @GetMapping("/desk/intake/ringing")
    Object ringing(
            @RequestParam(required = false) @Nullable String shown,
            @RequestParam(required = false) @Nullable String wait,
            @RequestHeader(name = "HX-Current-URL", required = false) @Nullable String page,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        String before = IntakeScreens.or(shown);
        Optional<Calls.Ringing> ringing = wait == null ? calls.ringing(me.account()) : bell.next(me.account(), before);
        if (ringing.map(Calls.Ringing::id).orElse("").equals(before))
            return ResponseEntity.noContent().build();
        model.addAttribute("ringing", ringing.orElse(null));
        model.addAttribute("here", atIntake(page));
        return "desk/parts :: ringing";
    }

    @PostMapping("/desk/intake/ringing")
    String take(
            @RequestParam(defaultValue = "") String call,
            @RequestParam Map<String, String> typed,
            @AuthenticationPrincipal CurrentUser me) {
        calls.take(me.account(), call, typed.containsKey("content") ? new IntakeForm(typed).kept() : Map.of());
        return "redirect:/desk/intake";
    }

    /** Whether the form for a call is on the page that asks, so that what is in it can come along. */
    private static boolean atIntake(@Nullable String page) {
        return page != null && page.matches("https?://[^/]+(/[^?#]*)?/desk/intake([?#].*)?");
    }

    private static String back(Map<String, String> typed) {
        String subject = typed.getOrDefault("subject", Drafts.CALL);
        return subject.matches("[0-9-]{1,40}") ? "redirect:/desk/appeals/" + subject : "redirect:/desk/intake";
    }

    @PostMapping("/desk/intake/caller")
    String caller(
            @RequestParam(required = false) @Nullable String phone,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        desk.caller(model, phone, me);
        return "desk/parts :: caller";
    }

    @PostMapping("/desk/intake/hints")
    String hints(@RequestParam Map<String, String> typed, @AuthenticationPrincipal CurrentUser me, Model model) {
        IntakeForm form = new IntakeForm(typed);
        String content = form.text("content");
        desk.proposed(model, form.text("title") + "\n" + content, content, form, reader.place(form), null, me);
        return "desk/proposals :: all";
    }

    @GetMapping("/desk/intake/places")
    String places(@RequestParam(required = false) @Nullable String placeName, Model model) {
        model.addAttribute("places", desk.places(placeName));
        model.addAttribute(
                "placeRead",
                placeName == null || placeName.isBlank()
                        ? null
                        : reader.read(new IntakeForm(Map.of("placeName", placeName))));
        model.addAttribute("placeOob", "true");
        return "desk/parts :: placesAndSaid";
    }
}
