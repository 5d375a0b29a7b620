"""People in the window: who matters, when one last met, and logging it."""
