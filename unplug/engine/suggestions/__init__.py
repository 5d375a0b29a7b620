"""Suggestions at work: when, whom, and what was said of it."""
