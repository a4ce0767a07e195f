"""`python -m pipeline` is the command `clean`, where its script is not on the path."""

import sys

from pipeline.cli.clean import main

sys.exit(main())
