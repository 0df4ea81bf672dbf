"""The Python SDK: names, annotations, views and the plan of its files."""
