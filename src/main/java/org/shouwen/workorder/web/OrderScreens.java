package org.shouwen.workorder.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Act;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.SortedFiles;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.FormProblem;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.WorkOrders;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
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
    private static final Set<String> NAMES_FIELDS =
            Set.of("workorder.refused.report-incomplete", "workorder.refused.return-papers-missing");
    private final WorkOrders orders;
    private final OrderView view;
    private final OrderFiles orderFiles;
    private final WorkOrderActs acts;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    OrderScreens(
            WorkOrders orders,
            OrderView view,
            OrderFiles orderFiles,
            WorkOrderActs acts,
            MessageSource messages,
            TransactionTemplate transaction) {
        this.orderFiles = orderFiles;
        this.acts = acts;
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
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal CurrentUser me,
            Model model,
            RedirectAttributes redirect,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        Map<String, List<MultipartFile>> files =
                request instanceof MultipartHttpServletRequest m ? m.getMultiFileMap() : Map.of();
        OrderForm f = new OrderForm(number, me, typed, files, new ArrayList<>());
        Act<Command> asked = acts.table().get(act);
        try {
            // what was handed in with an act that is refused does not stay
            transaction.executeWithoutResult(_ -> {
                Command command = asked.read(f.raw(asked, orderFiles), number);
                List<PaperRef> attached = f.attached(asked, orderFiles);
                orders.act(number, command, attached, me, f.version()).orThrow();
            });
            redirect.addFlashAttribute("told", "workorder.told." + act);
            redirect.addFlashAttribute("leftOut", new SortedFiles(List.of(), f.leftOut()).told(messages, locale));
            return "redirect:/orders/" + number;
        } catch (BadInput | Refusal | Stale e) {
            FormProblem problem = problem(e, locale);
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            model.addAttribute("act", act);
            model.addAttribute("typed", typed.toSingleValueMap());
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
}
