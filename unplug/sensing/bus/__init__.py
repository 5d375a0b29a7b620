"""The message buses, without threads and without a loop."""
