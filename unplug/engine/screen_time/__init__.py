"""Screen time at work: facts in, spans kept, and looked at."""
