package org.shouwen.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/**
 * Texts that stand in their cells with a reading above them (拼音, an rPh element). The reader of sheets hands the reading
 * on as part of the text: 区ōu for 区.
 */
final class InlineReadings {
    private InlineReadings() {}

    /**
     * Per sheet, in the workbook's order: by the cell's address, such as B1, the text without its reading. Empty where the
     * file can not be read: whoever reads the cells says what is wrong with it.
     */
    static List<Map<String, String>> without(OPCPackage book) throws IOException {
        List<Map<String, String>> sheets = new ArrayList<>();
        try {
            for (Iterator<InputStream> each = new XSSFReader(book).getSheetsData(); each.hasNext(); )
                try (InputStream sheet = each.next()) {
                    sheets.add(texts(sheet));
                }
        } catch (OpenXML4JException | XMLStreamException | RuntimeException e) {
            return List.of();
        }
        return sheets;
    }

    private static Map<String, String> texts(InputStream sheet) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        Map<String, String> found = new HashMap<>();
        XMLStreamReader in = factory.createXMLStreamReader(sheet);
        String at = null;
        while (in.hasNext()) {
            if (in.next() != XMLStreamConstants.START_ELEMENT) continue;
            if (in.getLocalName().equals("c")) at = in.getAttributeValue(null, "r");
            else if (in.getLocalName().equals("is")) text(in, at, found);
        }
        in.close();
        return found;
    }

    /** Reads to the end of the text. */
    private static void text(XMLStreamReader in, @Nullable String at, Map<String, String> found)
            throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean reading = false;
        boolean some = false;
        boolean words = false;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (in.getLocalName().equals("rPh")) some = reading = true;
                    words = in.getLocalName().equals("t") && !reading;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (words) text.append(in.getText());
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    words = false;
                    if (in.getLocalName().equals("rPh")) reading = false;
                    if (!in.getLocalName().equals("is")) continue;
                    if (some && at != null) found.put(at, text.toString());
                    return;
                }
                default -> {}
            }
        }
    }
}
