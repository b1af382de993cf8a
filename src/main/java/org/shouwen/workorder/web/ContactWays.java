package org.shouwen.workorder.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * How somebody was spoken to, in the reader's language: what a program or an officer wrote as {@code phone} or 电话 is one
 * of the ways of the list; anything else stays as it was written. Templates call it {@code @contactWays}.
 */
@Component
public class ContactWays {
    private static final List<Locale> WRITTEN_IN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private final MessageSource messages;

    ContactWays(MessageSource messages) {
        this.messages = messages;
    }

    public String of(String written) {
        return of(written, LocaleContextHolder.getLocale());
    }

    String of(String written, Locale reader) {
        for (Locale language : WRITTEN_IN) {
            List<String> ways = ways(language);
            for (int i = 0; i < ways.size(); i++)
                if (ways.get(i).equalsIgnoreCase(written.strip()))
                    return ways(reader).get(i);
        }
        return written;
    }

    private List<String> ways(Locale language) {
        return List.of(messages.getMessage("workorder.hows", null, language).split(",", -1));
    }
}
