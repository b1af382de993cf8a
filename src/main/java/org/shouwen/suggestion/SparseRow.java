package org.shouwen.suggestion;

/**
 * A text as a vector of length 1 (or 0 when nothing in it is known).
 *
 * @param features numbers of its features
 * @param values their weights, in the same order
 */
record SparseRow(int[] features, float[] values) {}
