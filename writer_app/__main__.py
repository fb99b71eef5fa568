"""`python -m writer_app` is `writer-app`."""

import sys

from writer_app.cli.main import main

if __name__ == "__main__":  # a training process imports this module again
    sys.exit(main())
