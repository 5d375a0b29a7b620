"""What Windows says; loaded only there."""
