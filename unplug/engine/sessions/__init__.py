"""Unplugging at work: plans, device-free sessions, and what holds them."""
