"""The private record: which breaks were run, when and for how long. Off until it is switched on."""
