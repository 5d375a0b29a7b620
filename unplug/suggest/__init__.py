"""Suggestions: when to speak up, whom to see, what to do, and why; all of it pure."""
