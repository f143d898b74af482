"""Training of the small models from open corpora and from sentences that are generated from `models/`."""
