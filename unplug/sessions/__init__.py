"""Device-free sessions: what is planned, when it comes, and how it is carried out."""
