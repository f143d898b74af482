"""Dependency relations (Universal Dependencies, and the labels of spaCy's English pipelines) as they are asked about."""

from __future__ import annotations

OF_A_NUMBER = frozenset({"nummod", "compound", "clf"})
"""By these a figure or its measure word hangs on what it counts."""
NOT_INSIDE = frozenset({"nummod", "det", "punct", "cc", "conj", "appos", "acl", "relcl", "advcl", "parataxis"})
"""What hangs on a noun by these is no part of its name."""
NOMINAL = frozenset({"NOUN", "PROPN"})
"""Parts of speech of what can be counted."""
