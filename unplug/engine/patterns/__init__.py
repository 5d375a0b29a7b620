"""Patterns at work: digests, insights, moods."""
