"""From views to files: render, format, write."""
