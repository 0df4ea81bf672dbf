"""`python -m sdkloom`: the command line."""

from __future__ import annotations

from sdkloom.cli import main

main()
