"""What X11 says, by a small client of our own; loaded only where X11 is used."""
