"""Suggestions on the screen: small cards, two questions, and the quiet corner."""
