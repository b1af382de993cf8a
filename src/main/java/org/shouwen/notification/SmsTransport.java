package org.shouwen.notification;

import java.util.UUID;

/** A protocol by which short messages go to the city's gateway or operator. */
public interface SmsTransport {
    boolean there();

    /**
     * @param id the same at each try
     * @param to digits of a mobile number
     * @param extension digits behind our own number, to which an answer is sent; empty for none
     */
    Tried send(UUID id, String to, String extension, String text);
}
