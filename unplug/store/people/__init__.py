"""People in the database: kept with a way back, and forgotten for good."""
