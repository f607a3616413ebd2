"""Scripts: what a break is made of, and how one is read."""
