"""The documentation pages of the Python SDK."""
