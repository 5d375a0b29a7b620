"""The window: its side bar, its pages, and what they stand on."""
