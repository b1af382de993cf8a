package org.shouwen.portal;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.TooMany;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.throttle.Throttle;
import org.springframework.stereotype.Component;

/** Stands before everything that a number and a look-up code open: whoever guesses waits, by number and by address. */
@Component
public class LookupCodeThrottle {
    private static final int FREE_BY_NUMBER = 10;
    private static final int FREE_BY_ADDRESS = 30;
    private static final int FREE_ADDITIONS = 20;
    private final Throttle throttle;

    LookupCodeThrottle(Throttle throttle) {
        this.throttle = throttle;
    }

    /**
     * One more addition by whoever has opened the appeal; after some it takes longer and longer until the next.
     *
     * @throws BadInput when it is too soon
     */
    public void addition(String number) {
        if (throttle.take("addition", number, FREE_ADDITIONS).isPositive())
            throw new BadInput("text", "portal.bad.additions");
    }

    /**
     * @param typed the number as it came, read here once: no spelling of it gives another try
     * @param opening what is done with the number, and with the code that came with it
     * @throws TooMany when this number or this address has failed too often lately; nothing is tried then
     * @throws NotFound as the opening throws it, when number and code don't fit
     */
    public <T> T guarded(String typed, String address, Function<WorkOrderNumber, T> opening) {
        Optional<WorkOrderNumber> read = WorkOrderNumber.read(typed);
        String number = read.map(WorkOrderNumber::text).orElse(typed);
        Duration wait = throttle.wait("look-up", number);
        if (wait.isZero()) wait = throttle.wait("look-up-address", address);
        if (wait.isPositive()) throw new TooMany(wait);
        try {
            return opening.apply(read.orElseThrow(() -> new NotFound("appeal", typed)));
        } catch (NotFound e) {
            throttle.failed("look-up", number, FREE_BY_NUMBER);
            throttle.failed("look-up-address", address, FREE_BY_ADDRESS);
            throw e;
        }
    }
}
