"""The rules: one file each, nothing registered; the path is the id, the folder the pass."""
