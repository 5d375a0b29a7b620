"""The people one would rather be with: contacts, occasions, check-ins."""
