"""Argos packages: found, checked, decoded by CTranslate2; knows no rules and no files to clean.

Nothing here is imported unless a translation is asked for, and `argostranslate` never is.
"""
