"""A person's own voice, line by line: what there is to read, and what has been recorded."""
