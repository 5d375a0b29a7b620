"""A group that goes offline together: what its members agree on, and how it travels.

Nothing in here reads a clock, and nothing but ``transports`` touches a disk.
"""
