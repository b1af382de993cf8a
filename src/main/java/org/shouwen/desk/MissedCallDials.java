package org.shouwen.desk;

import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.CallingNumber;
import org.shouwen.identity.Phone;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls a person back whom nobody lifted for; the agent never sees the number. */
@Service
@Transactional
public class MissedCallDials {
    private final MissedCalls tasks;
    private final Dials dials;

    MissedCallDials(MissedCalls tasks, Dials dials) {
        this.tasks = tasks;
        this.dials = dials;
    }

    /** The task is the agent's from now on, and ends when the person lifts. */
    public void dial(UUID task, CurrentUser by) {
        tasks.takeOn(task, by);
        Phone number = CallingNumber.of(tasks.number(task)).phone();
        if (number == null) throw new BadInput("dial", "desk.bad.no-exchange");
        dials.dial(number, Dials.Purpose.MISSED, task.toString(), by);
        tasks.tried(task, by);
    }
}
