"""A working day as it goes: where the conversations come from, what is offered between them, and what is said of it."""
