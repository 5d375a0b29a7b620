"""Use cases: they join the areas and the store; a Snapshot out, commands in."""
