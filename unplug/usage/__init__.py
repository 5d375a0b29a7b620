"""Screen time: what the facts add up to."""
