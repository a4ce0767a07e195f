"""The HTTP service: reads requests, prints answers; everything about text is decided by `clean`."""
