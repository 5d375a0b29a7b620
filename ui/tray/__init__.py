"""The tray icon: a snapshot becomes a plain description, and that is painted."""
