"""The API as values: what the graph pass writes and every target reads."""
