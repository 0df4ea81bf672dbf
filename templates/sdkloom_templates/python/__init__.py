"""The templates of the Python target."""
