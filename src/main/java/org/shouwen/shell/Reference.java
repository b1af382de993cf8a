package org.shouwen.shell;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What went wrong gets a number: shown to the person, and in the log beside what it was. */
@Component
class Reference extends DefaultErrorAttributes {
    private static final Logger LOG = LoggerFactory.getLogger(Reference.class);

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> attributes = super.getErrorAttributes(request, options);
        if (attributes.get("status") instanceof Integer status && status >= 500) {
            String reference = HexFormat.of()
                    .toHexDigits(ThreadLocalRandom.current().nextInt())
                    .toUpperCase(java.util.Locale.ROOT);
            LOG.error("reference {}: {}", reference, attributes.get("path"));
            attributes.put("reference", reference);
        }
        return attributes;
    }
}
