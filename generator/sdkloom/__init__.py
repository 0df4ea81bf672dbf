"""sdkloom reads an OpenAPI document and writes a complete Python SDK with its pages.

`generate` returns the files of an SDK; `changes_in` says what writing them would change in a
folder, and `write_sdk` carries that out.
"""

from __future__ import annotations

from sdkloom.pipeline import Options as Options
from sdkloom.pipeline import Result as Result
from sdkloom.pipeline import changes_in as changes_in
from sdkloom.pipeline import generate as generate
from sdkloom.pipeline import write_sdk as write_sdk

__version__ = "0.1.0"
