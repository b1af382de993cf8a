package org.shouwen.identity;

import java.util.UUID;

/** An appellant as everyone at work may see them; parts that were not given are empty. */
public record Masked(UUID id, String name, String phone, String address) {}
