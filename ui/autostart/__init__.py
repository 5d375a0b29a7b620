"""Whether unplug starts with the session, the way each system keeps it."""
