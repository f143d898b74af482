"""The labels of the known models as kinds of names."""

from __future__ import annotations

_KINDS = {
    "persname": "person", "per": "person", "person": "person", "name": "person",
    "placename": "place", "geogname": "place", "gpe": "place", "loc": "place", "location": "place", "fac": "place", "facility": "place",
    "orgname": "organisation", "org": "organisation", "organization": "organisation", "norp": "people",
}


def kind_of(label: str) -> str:
    """`person`, `place`, `organisation`, or the label in lower case.

    >>> [kind_of(label) for label in ("persName", "GPE", "date")]
    ['person', 'place', 'date']
    """
    return _KINDS.get(label.lower(), label.lower())
