"""`python -m tenderlight`."""

from tenderlight.cli import main

main()
