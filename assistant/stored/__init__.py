"""Everything that Mellomrom stores: where it is and why, all of it as JSON, and how it goes away."""
