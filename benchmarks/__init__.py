"""Measurements. ``uv run python -m benchmarks [NAME…]`` runs them; nothing here fails because a machine is slow."""
