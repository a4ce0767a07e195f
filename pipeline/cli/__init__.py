"""The commands `clean` and `glossary`: they parse and print, and decide nothing."""
