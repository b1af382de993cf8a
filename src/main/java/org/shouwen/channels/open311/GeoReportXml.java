package org.shouwen.channels.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the specification's records as XML: no namespaces, an element a field, what is empty as an empty element. */
public final class GeoReportXml {
    private static final byte[] DECLARATION =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8);
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    /** What the elements of a list are called. */
    private static final Map<String, String> ONE = Map.of(
            "services", "service",
            "service_requests", "request",
            "errors", "error",
            "attributes", "attribute",
            "values", "value",
            "endpoints", "endpoint",
            "formats", "format");

    private GeoReportXml() {}

    /** @param value a record by its fields, or a list of them */
    public static byte[] of(String root, Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(DECLARATION);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, "UTF-8");
            write(xml, root, value);
            xml.flush();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static void write(XMLStreamWriter xml, String name, @Nullable Object value) throws XMLStreamException {
        if (value == null) {
            xml.writeEmptyElement(name);
            return;
        }
        xml.writeStartElement(name);
        if (value instanceof Map<?, ?> fields)
            for (Map.Entry<?, ?> f : fields.entrySet()) write(xml, String.valueOf(f.getKey()), f.getValue());
        else if (value instanceof List<?> list)
            for (Object each : list) write(xml, ONE.getOrDefault(name, "item"), each);
        else xml.writeCharacters(allowed(String.valueOf(value)));
        xml.writeEndElement();
    }

    /** XML 1.0 has no way to write most control characters and halves of pairs. */
    private static String allowed(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> c == '\n'
                        || c == '\t'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c > 0xFFFF)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
