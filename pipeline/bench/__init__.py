"""Measures: what cleaning does to real machine translation and to text by people."""
