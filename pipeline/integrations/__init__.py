"""Adapters for the systems of a newsroom; each is a thin rim around `clean_item`."""
