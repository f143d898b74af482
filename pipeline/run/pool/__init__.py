"""The engine of one machine: a supervisor, a small process that forks, and workers that may be killed at any moment."""
