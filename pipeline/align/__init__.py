"""A source text beside its translation: which part of one stands for which of the other.

Pure functions on texts; knows no documents, rules, glossaries or files.
"""
