"""What a session does to the desktop; nothing here decides when."""
