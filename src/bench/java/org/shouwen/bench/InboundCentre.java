package org.shouwen.bench;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** An operator's short message centre (SMPP 3.4): delivers people's messages to whoever is bound, and takes the answers. */
final class InboundCentre implements InboundDoors.Door, AutoCloseable {
    private final SMPPServerSessionListener listener;
    private final AtomicLong answers = new AtomicLong();
    private volatile @Nullable SMPPServerSession bound;

    InboundCentre(int port) throws IOException {
        listener = new SMPPServerSessionListener(port);
        listener.setMessageReceiverListener((ServerMessageReceiverListener) Proxy.newProxyInstance(
                InboundCentre.class.getClassLoader(),
                new Class<?>[] {ServerMessageReceiverListener.class},
                (_, method, _) -> method.getName().equals("onAcceptSubmitSm") ? taken() : null));
        Thread.ofVirtual().start(this::accept);
    }

    private void accept() {
        try {
            while (true) {
                SMPPServerSession session = listener.accept();
                session.waitForBind(5_000).accept("bench");
                bound = session;
            }
        } catch (Exception e) {
            // the bench is over
        }
    }

    private SubmitSmResult taken() throws Exception {
        return new SubmitSmResult(new MessageId("b" + answers.incrementAndGet()), new OptionalParameter[0]);
    }

    /** Delivered and answered; not, while nobody is bound. The wire of HTTP is not used. */
    @Override
    public boolean send(Wire wire, long n) {
        SMPPServerSession to = bound;
        if (to == null || !to.getSessionState().isBound()) return false;
        try {
            to.deliverShortMessage(
                    "",
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    "134%08d".formatted(n),
                    TypeOfNumber.UNKNOWN,
                    NumberingPlanIndicator.UNKNOWN,
                    "10690012345",
                    new ESMClass(0),
                    (byte) 0,
                    (byte) 0,
                    new RegisteredDelivery(0),
                    new GeneralDataCoding(Alphabet.ALPHA_UCS2),
                    InboundDoors.text(n).getBytes(StandardCharsets.UTF_16BE));
            return true;
        } catch (Exception e) { // killed under it, or no answer: the same message again
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
