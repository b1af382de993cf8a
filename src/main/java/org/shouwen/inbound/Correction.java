package org.shouwen.inbound;

/** What a person read in a message that the machine could not read. Stored encrypted as JSON. */
record Correction(String sender, String text, String number) {
    @Override
    public String toString() {
        return "Correction[…]";
    }
}
