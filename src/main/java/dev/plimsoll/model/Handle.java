package dev.plimsoll.model;

/**
 * What a reader read a value from: a node, a flag. With it the writer of the same syntax finds its way back without a
 * search. Rules can do nothing with it, and it takes no part in what makes two values equal.
 */
public interface Handle {}
