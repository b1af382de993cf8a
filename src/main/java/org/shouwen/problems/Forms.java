package org.shouwen.problems;

import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Runs the action of a submitted form. When it is refused, puts the reasons into the model and sets the HTTP status, so that the same page is shown again. */
@Component
public class Forms {
    private final MessageSource messages;

    Forms(MessageSource messages) {
        this.messages = messages;
    }

    /** @return whether it was refused; then the model holds {@code problem} and nothing was changed */
    public boolean refused(Model model, Runnable asked) {
        try {
            asked.run();
            return false;
        } catch (BadInput | Refusal | Stale e) {
            show(model, FormProblem.of(e, messages, LocaleContextHolder.getLocale()));
            return true;
        }
    }

    /**
     * As {@link #refused}, for an act on what somebody typed the number of: when nothing has that number, that is a word at
     * its field, and the rest of what was typed is not lost.
     *
     * @param noSuch message key of that word; its argument is the number
     */
    public boolean refused(Model model, String field, String noSuch, Runnable asked) {
        return refused(model, () -> {
            asTyped(field, noSuch, () -> {
                asked.run();
                return field;
            });
        });
    }

    /** What is not there under a typed number, as the fault of its field; for programs, which are answered as screens are. */
    public static <T> T asTyped(String field, String noSuch, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (NotFound e) {
            throw new BadInput(field, noSuch, e.key());
        }
    }

    /** Puts a problem on the page that is being made. */
    public void show(Model model, FormProblem problem) {
        model.addAttribute("problem", problem);
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            HttpServletResponse response = request.getResponse();
            if (response != null) response.setStatus(problem.status());
        }
    }
}
