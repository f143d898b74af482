"""Models laid over the frozen text by offset: spaCy and Stanza behind one protocol."""
