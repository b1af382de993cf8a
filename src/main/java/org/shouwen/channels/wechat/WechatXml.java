package org.shouwen.channels.wechat;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.shouwen.inbound.InboundFormat;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The platform's flat XML: names and texts. Declares no document type, so that nothing outside is ever read for it. */
public final class WechatXml {
    private WechatXml() {}

    /** @throws InboundFormat.Unreadable when it is no XML, or declares a document type */
    public static Map<String, String> read(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
            Map<String, String> fields = new LinkedHashMap<>();
            for (Node n = root.getFirstChild(); n != null; n = n.getNextSibling())
                if (n instanceof Element e) fields.put(e.getTagName(), e.getTextContent());
            return fields;
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new InboundFormat.Unreadable("unreadable");
        }
    }

    /** A text within CDATA. */
    static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
