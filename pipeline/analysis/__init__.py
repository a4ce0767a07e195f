"""Readings of a text that several rules share; they know facts, never rules."""
