package org.shouwen.channels.sms;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.DeliveryReceipt;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.InvalidDeliveryReceiptException;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;

/** What a short message centre delivers over SMPP: a person's message, or a receipt of one of ours. */
final class SmppDelivery {
    private SmppDelivery() {}

    static void take(DeliverSm sm, OperatorMessages operator) {
        if (sm.isSmscDeliveryReceipt()) receipt(sm, operator);
        else
            operator.message(
                    "", sm.getSourceAddr(), sm.getDestAddress(), sm.getDataCoding() & 0xFF, sm.isUdhi(), data(sm));
    }

    private static void receipt(DeliverSm sm, OperatorMessages operator) {
        try {
            DeliveryReceipt r = sm.getShortMessageAsDeliveryReceipt();
            operator.report(r.getId(), String.valueOf(r.getFinalStatus()), instant(r.getDoneDate()));
        } catch (InvalidDeliveryReceiptException e) {
            operator.report("", new String(data(sm), StandardCharsets.ISO_8859_1), null);
        }
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return Instants.orNull(date);
    }

    /** A text of more than 254 bytes comes beside. */
    private static byte[] data(DeliverSm sm) {
        OptionalParameter payload = sm.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD);
        byte[] data = payload instanceof OptionalParameter.OctetString o ? o.getValue() : sm.getShortMessage();
        return data == null ? new byte[0] : data;
    }
}
