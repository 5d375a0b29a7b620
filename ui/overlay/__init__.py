"""What covers the screens during a session, announces it before and asks after it."""
