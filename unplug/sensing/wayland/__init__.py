"""What Wayland compositors say; loaded only where one is there."""
