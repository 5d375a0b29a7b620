"""The user's own Home Assistant, told when they are unplugged."""
