"""Worker processes that answer one question after another; what is asked is not known here."""
