"""Device-free sessions in the window: what comes, the plans, how it went."""
