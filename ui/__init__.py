"""The windows, the tray and the launcher: the only place that knows Qt."""
