"""The editors' glossary: concepts, their store, and the search for them in a text."""
