"""``python -m interview_outcome``: the command line."""

import sys

from interview_outcome.cli import main

if __name__ == "__main__":
    sys.exit(main())
