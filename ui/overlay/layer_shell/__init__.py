"""Surfaces above all windows where the compositor offers wlr-layer-shell.

Qt paints them, but does not know that anybody sees them: its own windows cannot be
layer surfaces without a compiled plugin.
"""
