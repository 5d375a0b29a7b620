"""What macOS says; loaded only there."""
