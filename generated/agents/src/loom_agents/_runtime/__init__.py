"""What runs an SDK: the same for every API."""
