package org.shouwen.channels.sms;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jspecify.annotations.Nullable;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.notification.SmsTransport;
import org.shouwen.notification.Tried;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Short messages over SMPP 3.4, bound as transceiver, so that answers and reports come over the same connection. Bound anew when
 * it was lost. A message of a person is answered only when it is on disk here. Off until a host is named.
 */
@Component
class SmppLink implements SmsTransport, OwnThreadJob, DisposableBean, MessageReceiverListener {
    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);

    private final OperatorMessages operator;
    private final String host;
    private final int port;
    private final BindParameter bind;
    private final String number;
    private final long answerMillis;
    private volatile @Nullable SMPPSession session;

    /** @param answerMillis so long an answer is waited for; a centre that gives none is left, and bound anew */
    SmppLink(
            OperatorMessages operator,
            @Value("${shouwen.smpp.host:}") String host,
            @Value("${shouwen.smpp.port:2775}") int port,
            @Value("${shouwen.smpp.system-id:}") String systemId,
            @Value("${shouwen.smpp.password:}") String password,
            @Value("${shouwen.smpp.system-type:}") String systemType,
            @Value("${shouwen.sms.number:}") String number,
            @Value("${shouwen.smpp.answer-millis:10000}") long answerMillis) {
        this.answerMillis = answerMillis;
        this.operator = operator;
        this.host = host.strip();
        this.port = port;
        this.number = number.strip();
        this.bind = new BindParameter(
                BindType.BIND_TRX,
                systemId,
                password,
                systemType,
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                null);
    }

    @Override
    public boolean there() {
        return !host.isEmpty();
    }

    @Override
    public String name() {
        return "sms-smpp";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** Binds where nothing is bound. */
    @Override
    public void run() {
        if (!there() || bound() != null) return;
        SMPPSession fresh = new SMPPSession(new SmppSocket());
        fresh.setTransactionTimer(answerMillis);
        fresh.setEnquireLinkTimer(15_000);
        fresh.setMessageReceiverListener(this);
        try {
            fresh.connectAndBind(host, port, bind, answerMillis);
            session = fresh;
        } catch (IOException e) {
            fresh.unbindAndClose();
            LOG.warn("the short message centre can not be bound: {}", e.toString());
        }
    }

    private @Nullable SMPPSession bound() {
        SMPPSession s = session;
        return s != null && s.getSessionState().isBound() ? s : null;
    }

    @Override
    public Tried send(UUID id, String to, String extension, String text) {
        SMPPSession s = bound();
        if (s == null) return Tried.later("NOT_BOUND");
        List<byte[]> parts = Segments.of(text, (int) id.getLeastSignificantBits());
        List<String> ids = new ArrayList<>();
        try {
            for (byte[] part : parts) ids.add(submit(s, to, extension, part, parts.size() > 1));
            return Tried.sent(ids);
        } catch (NegativeResponseException e) {
            int status = e.getCommandStatus();
            boolean later = status == SMPPConstant.STAT_ESME_RTHROTTLED || status == SMPPConstant.STAT_ESME_RMSGQFUL;
            return new Tried(false, later, "SMPP " + status);
        } catch (ResponseTimeoutException e) { // the next would wait as long for the same centre
            s.close();
            LOG.warn("the short message centre did not answer in {} ms: it is bound anew", answerMillis);
            return Tried.later("NO_ANSWER");
        } catch (IOException e) {
            return Tried.later(e.getClass().getSimpleName());
        } catch (PDUException | InvalidResponseException e) {
            return Tried.refused(e.getClass().getSimpleName());
        }
    }

    private String submit(SMPPSession s, String to, String extension, byte[] part, boolean header)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        return s.submitShortMessage(
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        number + extension,
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.ISDN,
                        to,
                        new ESMClass(header ? 0x40 : 0),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                        (byte) 0,
                        new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                        (byte) 0,
                        part)
                .getMessageId();
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm sm) throws ProcessRequestException {
        try {
            SmppDelivery.take(sm, operator);
        } catch (RuntimeException e) { // not on disk: the centre keeps it and sends it again
            throw new ProcessRequestException("busy", SMPPConstant.STAT_ESME_RX_T_APPN, e);
        }
    }

    /** A telephone is there again: the centre sends what waits by itself. */
    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {}

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("no data_sm", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    public void destroy() {
        SMPPSession s = session;
        session = null;
        if (s != null) s.unbindAndClose();
    }
}
