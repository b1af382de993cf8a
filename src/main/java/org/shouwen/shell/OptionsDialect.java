package org.shouwen.shell;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * {@code sw:options} of an {@code option} element: one option for each {@link SelectOptions.Option} of a list, with its value and words
 * escaped, in one step. A city's hundred and fifty units in three forms of a page are as many elements as all the rest of
 * it, and {@code th:each} evaluates each of their attributes by itself. {@code sw:chosen} names the value that is chosen.
 */
@Component
class OptionsDialect extends AbstractProcessorDialect {
    private static final String PREFIX = "sw";

    /** Among those of the engine itself after {@code th:if} and {@code th:each}, before {@code th:with}. */
    private static final int PRECEDENCE = 500;

    OptionsDialect() {
        super("Shouwen options", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Options(dialectPrefix));
    }

    private static final class Options extends AbstractAttributeTagProcessor {
        private static final String CHOSEN = "sw:chosen";

        Options(String prefix) {
            super(TemplateMode.HTML, prefix, "option", false, "options", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName name,
                String expression,
                IElementTagStructureHandler handler) {
            Object chosen = evaluate(context, tag.getAttributeValue(CHOSEN));
            StringBuilder html = new StringBuilder();
            if (evaluate(context, expression) instanceof List<?> options)
                for (Object o : options) if (o instanceof SelectOptions.Option option) append(html, option, chosen);
            handler.replaceWith(html, false);
        }

        private static @Nullable Object evaluate(ITemplateContext context, @Nullable String expression) {
            return expression == null
                    ? null
                    : StandardExpressions.getExpressionParser(context.getConfiguration())
                            .parseExpression(context, expression)
                            .execute(context);
        }

        private static void append(StringBuilder html, SelectOptions.Option option, @Nullable Object chosen) {
            html.append("<option value=\"").append(HtmlEscape.escapeHtml4Xml(option.value()));
            html.append(option.value().equals(chosen) ? "\" selected=\"selected\">" : "\">");
            html.append(HtmlEscape.escapeHtml4Xml(option.words())).append("</option>");
        }
    }
}
