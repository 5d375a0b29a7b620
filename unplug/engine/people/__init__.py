"""People at work: the address book, imports, the linked folder."""
