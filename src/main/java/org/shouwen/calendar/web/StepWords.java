package org.shouwen.calendar.web;

import java.util.Locale;
import org.shouwen.calendar.Limits;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A step of a limit's explanation in words. */
@Component("stepWords")
public class StepWords {
    private final MessageSource messages;

    StepWords(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Limits.Step s, Locale locale) {
        String dates = s.from().equals(s.to())
                ? s.from().toString()
                : messages.getMessage(
                        "calendar.step.range", new Object[] {s.from().toString(), s.to().toString()}, locale);
        String key =
                "calendar.step." + s.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = messages.getMessage(key, new Object[] {dates, s.day(), holiday(s.name(), locale)}, locale);
        return s.provisional() ? text + messages.getMessage("calendar.step.provisional", null, locale) : text;
    }

    /** In the reader's language where it is one of the holidays fixed by law; else as the notice has it. */
    private String holiday(String name, Locale locale) {
        return name.isEmpty()
                ? name
                : String.valueOf(messages.getMessage("calendar.holiday." + name, null, name, locale));
    }
}
