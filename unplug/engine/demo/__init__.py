"""A believable month of somebody made up."""
