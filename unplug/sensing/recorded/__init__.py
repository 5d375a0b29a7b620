"""Recordings: facts in files, and read back as if they happened now."""
