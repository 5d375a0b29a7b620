"""vCard 2.1, 3.0 and 4.0: read whatever is there, write what the standards say."""
