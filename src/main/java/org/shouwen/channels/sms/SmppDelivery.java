package org.shouwen.channels.sms;

import java.nio.charset.StandardCharsets;
import org.jsmpp.bean.DeliverSm;

/** What a short message centre delivers over SMPP: a person's message, or a receipt of one of ours. */
final class SmppDelivery {
    private SmppDelivery() {}

    static void take(DeliverSm sm, OperatorMessages operator) {
        if (sm.isSmscDeliveryReceipt()) {
            Receipt receipt = Receipt.of(sm);
            if (receipt.id().isEmpty() || receipt.word().isEmpty())
                operator.report("", new String(Receipt.data(sm), StandardCharsets.ISO_8859_1), null);
            else operator.report(receipt.id(), receipt.word(), receipt.at());
        } else
            operator.message(
                    "",
                    sm.getSourceAddr(),
                    sm.getDestAddress(),
                    sm.getDataCoding() & 0xFF,
                    sm.isUdhi(),
                    Receipt.data(sm));
    }
}
