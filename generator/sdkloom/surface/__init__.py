"""The public surface of a Python package: read from its source, and compared with another's."""
