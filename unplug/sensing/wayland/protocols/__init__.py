"""What unplug says on the Wayland wire, generated from ``resources/wayland``.

Everything but this file and ``wayland.py`` is written by
``resources/wayland/generate.py``; change the XML and run it again.
"""
