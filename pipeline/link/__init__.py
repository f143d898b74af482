"""From mentions to things: over the tables, not over articles."""
