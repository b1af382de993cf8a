package org.shouwen.handover;

import java.util.UUID;
import org.shouwen.accounts.CurrentUser;

/**
 * A matter is handed to the petition office (Art. 18); told within the transaction that hands it over.
 *
 * @param number of the handover
 * @param order its id, and {@code orderNumber} the order's and the appeal's number
 * @param recipient the office as the person wrote it
 */
public record PetitionHandedOver(
        String number, UUID order, String orderNumber, String recipient, String reason, CurrentUser by) {}
