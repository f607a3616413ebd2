"""The day: conversations, the gaps between them, and what is offered in those. Nothing here has a clock of its own."""
