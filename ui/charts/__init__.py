"""The few charts of unplug, painted by itself.

Each can be read by pointing, by the arrow keys and by a screen reader, and gives its
numbers as a table. Nothing is told by colour alone.
"""
