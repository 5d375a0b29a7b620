"""iCalendar files as text (RFC 5545): lines, and zones; what they mean is others'."""
