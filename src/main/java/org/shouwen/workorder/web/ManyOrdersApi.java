package org.shouwen.workorder.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.acts.Raw;
import org.shouwen.problems.BadInput;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Acts on many orders, for integrators: 200 with what became of each, in the order in which they were named. */
@RestController
@RequestMapping("/api/v1/work-orders")
class ManyOrdersApi {
    private final WorkOrders orders;
    private final ManyOrders many;
    private final WorkOrderActs acts;

    ManyOrdersApi(WorkOrders orders, ManyOrders many, WorkOrderActs acts) {
        this.orders = orders;
        this.many = many;
        this.acts = acts;
    }

    /** @param numbers of orders, 200 at most */
    record ManyBody(@Nullable List<String> numbers) {}

    @PostMapping("/receipts")
    List<ManyOrders.Result> receive(
            @AuthenticationPrincipal CurrentUser by, @RequestBody ManyBody body, Locale locale) {
        return each(body, acts.read("receipts", Raw.NOTHING, ""), by, locale);
    }

    @PostMapping("/acceptances")
    List<ManyOrders.Result> accept(@AuthenticationPrincipal CurrentUser by, @RequestBody ManyBody body, Locale locale) {
        return each(body, acts.read("acceptances", Raw.NOTHING, ""), by, locale);
    }

    private List<ManyOrders.Result> each(ManyBody body, Command command, CurrentUser by, Locale locale) {
        if (body.numbers() == null) throw new BadInput("numbers", "problems.field.missing");
        List<String> numbers = body.numbers().stream().filter(Objects::nonNull).toList();
        return many.each(numbers, n -> orders.act(n, command, by, null).orThrow(), by, locale);
    }
}
