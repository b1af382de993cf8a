package org.shouwen.workorder.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.SortedFiles;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrders;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The order's page: its whole way, and what the person may do next. */
@Controller
@RequestMapping("/orders/{number}")
class OrderScreens {
    private static final int LONG = 10_000;
    /** Field of the files that may come with any act. */
    private static final String ATTACHED = "attached";

    private static final Set<String> NAMES_FIELDS =
            Set.of("workorder.refused.report-incomplete", "workorder.refused.return-papers-missing");
    private final WorkOrders orders;
    private final OrderView view;
    private final OrderFiles orderFiles;
    private final Corrections corrections;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    OrderScreens(
            WorkOrders orders,
            OrderView view,
            OrderFiles orderFiles,
            Corrections corrections,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.orderFiles = orderFiles;
        this.corrections = corrections;
        this.orders = orders;
        this.view = view;
        this.messages = messages;
        this.transaction = transaction;
    }

    @GetMapping
    String show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String joinedAfter,
            @AuthenticationPrincipal CurrentUser me,
            Model model) {
        model.addAttribute("joinedFrom", After.parse(joinedAfter));
        view.fill(model, number, me);
        return "workorder/order";
    }

    @PostMapping("/{act}")
    String act(
            @PathVariable String number,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<String> assisting,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Map<String, List<MultipartFile>> files =
                request instanceof MultipartHttpServletRequest m ? m.getMultiFileMap() : Map.of();
        OrderForm f = new OrderForm(number, me, typed, files, new ArrayList<>());
        Supplier<Command> command = command(act, f, assisting == null ? List.of() : assisting);
        try {
            // what was handed in with an act that is refused does not stay
            transaction.executeWithoutResult(_ -> {
                Command asked = command.get();
                List<PaperRef> attached = asked instanceof Command.Attach ? List.of() : f.attached(orderFiles);
                orders.act(number, asked, attached, me, f.version()).orThrow();
            });
            redirect.addFlashAttribute("told", "workorder.told." + act);
            redirect.addFlashAttribute("leftOut", new SortedFiles(List.of(), f.leftOut()).told(messages, locale));
            return "redirect:/orders/" + number;
        } catch (BadInput | Refusal | Stale e) {
            FormProblem problem = problem(e, locale);
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            model.addAttribute("act", act);
            model.addAttribute("typed", typed);
            view.fill(model, number, me);
            return "workorder/order";
        }
    }

    /** A report that lacks parts names them in the person's language, and marks each field. */
    private FormProblem problem(RuntimeException e, Locale locale) {
        if (!(e instanceof Refusal r) || !NAMES_FIELDS.contains(r.key())) return FormProblem.of(e, messages, locale);
        Map<String, String> fields = new LinkedHashMap<>();
        for (String part : String.valueOf(r.args().getFirst()).split(", ")) {
            fields.put(part, messages.getMessage("workorder.report." + part, null, locale));
        }
        String text = messages.getMessage(r.key(), new Object[] {String.join("、", fields.values())}, locale);
        fields.replaceAll((_, _) -> messages.getMessage("problems.field.missing", null, locale));
        return new FormProblem(409, text, r.citation(), fields);
    }

    private Supplier<Command> command(String act, OrderForm f, List<String> assisting) {
        return switch (act) {
            case "dispatches" ->
                () -> new Command.Dispatch(
                        new UnitId(f.text("lead", 40)),
                        assisting.stream()
                                .filter(u -> !u.isBlank())
                                .map(UnitId::new)
                                .toList(),
                        f.text("limitClass", 40));
            case "receipts" -> Command.Receive::new;
            case "assignments" -> () -> new Command.Assign(f.id("section"), f.id("officer"));
            case "attachments" -> () -> new Command.Attach(need(f.attached(orderFiles)));
            case "notes" -> () -> new Command.Note(f.text("text", LONG));
            case "contacts" ->
                () -> new Command.Contact(f.needTime("contactedAt"), f.text("how", 40), f.text("said", LONG));
            case "contributions" -> () -> new Command.Contribute(f.text("text", LONG));
            case "reports" -> () -> new Command.ReportOutcome(report(f), f.optional("withoutParts", 500));
            case "part-reminders" -> () -> new Command.RemindPart(new UnitId(f.text("unit", 40)), f.text("text", LONG));
            case "extensions" ->
                () -> new Command.AskExtension(
                        f.number("days"),
                        f.optional("reason", LONG),
                        f.optional("basis", LONG),
                        f.needTime("toldAt"),
                        f.optional("toldHow", 100));
            case "extension-grants" -> () -> new Command.GrantExtension(f.optional("text", LONG));
            case "extension-refusals" -> () -> new Command.RefuseExtension(f.text("reason", LONG));
            case "returns" ->
                () -> new Command.AskReturn(
                        f.text("statement", LONG), f.optional("rulingNumber", 100), f.papers(orderFiles));
            case "return-grants" ->
                () -> new Command.GrantReturn(
                        new UnitId(f.text("lead", 40)), f.text("limitClass", 40), f.optional("text", LONG));
            case "return-refusals" -> () -> new Command.RefuseReturn(f.text("reason", LONG));
            case "urgencies" -> () -> new Command.RaiseUrgency(f.text("urgentKind", 40), f.text("reason", LONG));
            case "calls" ->
                () -> new Command.Phone(f.text("called", 100), f.needTime("calledAt"), f.optional("answeredBy", 100));
            case "arrivals" -> () -> new Command.ArriveOnSite(f.needTime("at"), f.text("who", 100));
            case "restorations" -> () -> new Command.RestoreNormal(f.needTime("at"), f.optional("text", LONG));
            case "acceptances" -> () -> new Command.Accept(f.optional("text", LONG));
            case "reworks" -> () -> new Command.SendBack(f.text("reason", LONG));
            case "reclassifications" -> () -> new Command.Reclassify(f.text("limitClass", 40), f.text("reason", LONG));
            case "accusations" ->
                () -> new Command.NameAccused(
                        f.optional("unit", 40).isEmpty() ? null : new UnitId(f.optional("unit", 40)),
                        f.optional("accused", 100),
                        f.optional("outside", 10).equals("true"));
            case "secrecy-requests" -> () -> new Command.KeepSecret(f.optional("how", 100));
            case "permissions" -> () -> new Command.Permit(f.needTime("permittedAt"), f.optional("how", 100));
            case "joins" -> () -> new Command.Join(f.text("lead", 40));
            case "separations" -> () -> new Command.Separate(f.text("reason", LONG));
            case "recalls" -> () -> new Command.Recall(f.text("reason", LONG));
            case "redispatches" ->
                () -> new Command.DispatchElsewhere(
                        new UnitId(f.text("lead", 40)), f.text("limitClass", 40), f.text("reason", LONG));
            case "corrections" -> () -> corrections.typed(f.typed());
            case "intake-questions" -> () -> new Command.AskIntake(f.text("text", LONG));
            case "intake-answers" -> () -> new Command.AnswerIntake(f.text("text", LONG));
            case "reminders" -> () -> new Command.Remind(f.text("text", LONG));
            default -> throw new org.shouwen.problems.NotFound("act", act);
        };
    }

    private static List<PaperRef> need(List<PaperRef> attached) {
        if (attached.isEmpty()) throw new BadInput(ATTACHED, "problems.field.missing");
        return attached;
    }

    private static Report report(OrderForm f) {
        boolean policy = f.ticked("policyAnswer");
        return new Report(
                f.optional("leaderActed", LONG),
                f.optional("investigation", LONG),
                f.optional("resolution", LONG),
                f.optional("appellantSaid", LONG),
                f.time("answeredAt"),
                f.optional("answeredHow", 40),
                f.ticked("done"),
                policy,
                policy
                        ? new Report.Citation(
                                f.optional("citation.documentNumber", 100),
                                f.optional("citation.title", 300),
                                f.optional("citation.provision", 300))
                        : null);
    }
}
