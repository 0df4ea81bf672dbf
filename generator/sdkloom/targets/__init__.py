"""The API as printed: one package for each kind of output."""
