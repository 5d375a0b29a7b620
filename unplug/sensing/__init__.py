"""What the desktop says, as facts: one module for each thing that says it."""
