"""What the files of a language room may hold: every kind of wording, the file it stands in and how it is matched."""

from __future__ import annotations

from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field


class Kind(NamedTuple):
    """A table of a room's file: `[name]` with `id = [wordings]`.

    `inflected`: the room's inflector gives all forms. `proper`: matches only with a capital. `ids`: which shared file the ids must be in.
    `scanned`: the one pass looks for it; else it is looked up only beside something that the pass found. `listed`: stages ask for all of
    its hits, or for those in a stretch; else they ask only what stands at a place (asking for all is right but slow).
    """

    name: str
    file: str
    inflected: bool = False
    proper: bool = False
    ids: Literal["free", "unit", "modifier", "change", "status", "number"] = "free"
    scanned: bool = True
    listed: bool = True


KINDS: tuple[Kind, ...] = (
    Kind("plural_form", "words", scanned=False),
    Kind("not_plural", "words", scanned=False),
    Kind("finite_verb", "words", scanned=False),
    Kind("cardinal", "numerals", inflected=True, ids="number"),
    Kind("cardinal_first", "numerals", ids="number"),
    Kind("cardinal_last", "numerals", ids="number"),
    Kind("cardinal_inner", "numerals", ids="number"),
    Kind("not_number", "numerals"),
    Kind("scale", "numerals", inflected=True, ids="number"),
    Kind("scale_letter", "numerals", ids="number"),
    Kind("vague", "numerals", inflected=True),
    Kind("fraction", "numerals", inflected=True),
    Kind("both", "numerals", inflected=True, ids="number"),
    Kind("compound", "numerals", inflected=True),
    Kind("multiplier", "numerals", inflected=True, ids="number"),
    Kind("ordinal", "numerals", inflected=True, ids="number"),
    Kind("ordinal_mark", "numerals"),
    Kind("ordinal_ending", "numerals", scanned=False),
    Kind("joiner", "numerals"),
    Kind("bound_before", "bounds", ids="modifier"),
    Kind("bound_beside", "bounds", ids="modifier", listed=False),
    Kind("not_bound", "bounds"),
    Kind("bound_after", "bounds", ids="modifier"),
    Kind("filler", "bounds", listed=False),
    Kind("spread_word", "bounds", listed=False),
    Kind("spread_stop", "bounds", scanned=False),
    Kind("negation", "bounds", listed=False),
    Kind("range_word", "bounds", listed=False),
    Kind("part_word", "bounds"),
    Kind("bound_amount", "bounds", ids="modifier"),
    Kind("bound_from", "bounds", ids="modifier"),
    Kind("number_mark", "bounds", listed=False),
    Kind("rank_mark", "bounds"),
    Kind("counts_one", "bounds"),
    Kind("clock", "bounds", listed=False),
    Kind("number_tail", "bounds"),
    Kind("bound_age", "bounds", ids="modifier", listed=False),
    Kind("age_unit", "bounds", listed=False),
    Kind("size_word", "bounds", listed=False),
    Kind("bound_form", "bounds", inflected=True, ids="modifier"),
    Kind("bound_upto", "bounds", ids="modifier"),
    Kind("unit_tail", "units", ids="unit", scanned=False),
    Kind("unit", "units", inflected=True, ids="unit", listed=False),
    Kind("unit_of_share", "units", ids="unit"),
    Kind("dimension", "units"),
    Kind("degrees_of", "units", inflected=True, ids="unit"),
    Kind("homonym", "units", ids="unit", scanned=False),
    Kind("homonym_cue", "units", ids="unit"),
    Kind("per_word", "units", listed=False),
    Kind("per_noun", "units", ids="unit", listed=False),
    Kind("per_adverb", "units", ids="unit"),
    Kind("noun", "nouns", inflected=True, ids="unit", listed=False),
    Kind("counted", "nouns", listed=False),
    Kind("classifier", "nouns", listed=False),
    Kind("not_counted", "nouns", inflected=True),
    Kind("relation_noun", "nouns", inflected=True),
    Kind("phrase_edge", "nouns", listed=False),
    Kind("phrase_of", "nouns", listed=False),
    Kind("stop_word", "nouns", listed=False),
    Kind("phrase_end", "nouns", scanned=False),
    Kind("aside", "nouns"),
    Kind("relative_pronoun", "nouns", listed=False),
    Kind("list_word", "nouns", listed=False),
    Kind("before_noun", "nouns"),
    Kind("change_adjective", "nouns"),
    Kind("body_noun", "nouns", ids="unit", scanned=False),
    Kind("weak_unit", "nouns", scanned=False),
    Kind("plural_modifier", "nouns", scanned=False),
    Kind("possessive", "nouns", scanned=False),
    Kind("not_compound", "nouns", scanned=False),
    Kind("bound_tail", "nouns", ids="modifier", scanned=False),
    Kind("race", "nouns", scanned=False),
    Kind("level_bound", "bounds", scanned=False),
    Kind("right_unit", "nouns", ids="unit"),
    Kind("pronoun", "nouns"),
    Kind("another", "nouns"),
    Kind("auxiliary", "nouns", scanned=False),
    Kind("preposition", "nouns", scanned=False),
    Kind("age_of", "nouns"),
    Kind("age_bound", "bounds", scanned=False),
    Kind("age_verb", "nouns", scanned=False),
    Kind("one_in", "bounds", scanned=False),
    Kind("digit_name", "bounds", scanned=False),
    Kind("left_unit", "nouns", inflected=True, ids="unit"),
    Kind("level_verb", "changes", inflected=True, listed=False),
    Kind("rate_noun", "changes", inflected=True),
    Kind("comparative", "changes", ids="change"),
    Kind("not_change", "changes"),
    Kind("change_object", "changes", listed=False),
    Kind("compare_word", "changes"),
    Kind("compare_base", "changes", listed=False),
    Kind("change_after", "changes", inflected=True, ids="change"),
    Kind("change_verb", "changes", inflected=True, ids="change"),
    Kind("change_verb_by", "changes", inflected=True, ids="change"),
    Kind("change_noun", "changes", inflected=True, ids="change"),
    Kind("change_word", "changes", listed=False),
    Kind("crop_verb", "changes", scanned=False),
    Kind("condition_word", "changes"),
    Kind("status_word", "status", inflected=True, ids="status"),
    Kind("status_future", "status", ids="status"),
    Kind("speech_verb", "status", inflected=True),
    Kind("month", "calendar", inflected=True, ids="number"),
    Kind("month_adjective", "calendar", inflected=True, ids="number"),
    Kind("weekday", "calendar", ids="number"),
    Kind("weekday_doubtful", "calendar", ids="number"),
    Kind("calendar_word", "calendar", inflected=True),
    Kind("day_part", "calendar"),
    Kind("calendar_edge", "calendar", inflected=True),
    Kind("relative_time", "calendar"),
    Kind("same_period", "calendar"),
    Kind("base_word", "calendar"),
    Kind("past_word", "calendar", scanned=False),
    Kind("past_ending", "calendar", scanned=False),
    Kind("future_word", "calendar", scanned=False),
    Kind("month_short", "calendar", ids="number"),
    Kind("time_for", "calendar", listed=False),
    Kind("time_taker", "calendar", listed=False),
    Kind("since", "calendar"),
    Kind("base_after", "calendar"),
    Kind("superlative", "calendar"),
    Kind("now_word", "calendar"),
    Kind("calendar_link", "calendar"),
    Kind("page_date", "calendar"),
    Kind("lunar", "calendar"),
    Kind("not_a_date", "calendar"),
    Kind("number_alone", "alone", ids="number", scanned=False),
    Kind("scale_alone", "alone", ids="number", scanned=False),
    Kind("negative_alone", "alone", scanned=False),
    Kind("over_alone", "alone", scanned=False),
    Kind("amount_opener", "alone", scanned=False),
    Kind("unit_alone", "alone", ids="unit", scanned=False),
    Kind("one_of_unit", "alone", ids="unit", scanned=False),
    Kind("amount_alone", "alone", scanned=False),
    Kind("below_zero", "alone", scanned=False),
    Kind("month_alone", "alone", ids="number", scanned=False),
    Kind("weekday_alone", "alone", ids="number", scanned=False),
    Kind("relative_alone", "alone", scanned=False),
    Kind("season", "alone", inflected=True, ids="number", scanned=False),
    Kind("season_turned", "alone", ids="number", scanned=False),
    Kind("decade_alone", "alone", scanned=False),
    Kind("holiday", "alone", scanned=False),
    Kind("date_filler", "alone", scanned=False),
    Kind("date_unit", "alone", scanned=False),
    Kind("date_turn", "alone", scanned=False),
    Kind("date_range", "alone", scanned=False),
    Kind("date_edge", "alone", scanned=False),
    Kind("date_part", "alone", scanned=False),
    Kind("date_week", "alone", scanned=False),
    Kind("date_shift", "alone", scanned=False),
    Kind("decade_ending", "alone", scanned=False),
    Kind("document_type", "document_words", inflected=True),
    Kind("document_type_weak", "document_words", inflected=True),
    Kind("document_number", "document_words", scanned=False),
    Kind("document_date", "document_words", scanned=False),
    Kind("document_of", "document_words", scanned=False),
    Kind("document_and", "document_words", scanned=False),
    Kind("document_issuer", "document_words", inflected=True),
    Kind("document_term", "document_words", scanned=False),
    Kind("document_this", "document_words", scanned=False),
    Kind("document_about", "document_words", inflected=True, scanned=False),
    Kind("document_journal", "document_words"),
    Kind("document_item", "document_words", scanned=False),
    Kind("document_stop", "document_words", scanned=False),
    Kind("not_a_document", "document_words", inflected=True),
    Kind("law_name", "document_words", inflected=True, proper=True),
    Kind("office", "roles", inflected=True),
    Kind("not_office", "roles", inflected=True),
    Kind("office_mark", "roles", inflected=True, scanned=False),
    Kind("role_link", "roles", inflected=True, scanned=False),
    Kind("role_stop", "roles", inflected=True, scanned=False),
    Kind("honorific", "names", inflected=True, scanned=False),
    Kind("not_a_person", "names", inflected=True, scanned=False),
    Kind("name_particle", "names", scanned=False),
    Kind("name_ending", "names", scanned=False),
    Kind("organisation", "organisations", inflected=True),
    Kind("body", "organisations", inflected=True),
    Kind("body_head", "organisations", inflected=True),
    Kind("body_mark", "organisations", inflected=True, scanned=False),
    Kind("body_subject", "organisations", inflected=True, scanned=False),
    Kind("level_word", "organisations", inflected=True, scanned=False),
    Kind("clock_word", "clock", inflected=True, listed=False),
    Kind("day_half", "clock"),
    Kind("distance_word", "clock", listed=False),
    Kind("comment_line", "furniture"),
    Kind("source_line", "furniture"),
    Kind("read_also", "furniture"),
    Kind("page_line", "furniture"),
    Kind("page_phrase", "furniture"),
    Kind("photo_credit", "furniture"),
    Kind("byline_word", "furniture"),
    Kind("agency", "furniture"),
    Kind("level_before", "places", inflected=True),
    Kind("level_after", "places", inflected=True),
    Kind("level_many", "places", scanned=False),
    Kind("place_in", "places", scanned=False),
    Kind("place_at", "places", scanned=False),
    Kind("place_from", "places", scanned=False),
    Kind("place_and", "places", scanned=False),
    Kind("place_such", "places", scanned=False),
    Kind("place_opener", "places", scanned=False),
    Kind("place_ending", "places", scanned=False),
    Kind("not_place_adjective", "places", scanned=False),
    Kind("place_lead", "places", scanned=False),
    Kind("not_place_before", "places", inflected=True, scanned=False),
    Kind("not_place_after", "places", scanned=False),
    Kind("body_of_country", "places", inflected=True, scanned=False),
)
"""Every kind that a room may have; a new kind is one line here and a table in the rooms that know it."""

MODIFIERS = ("exact", "approx", "nearly", "more_than", "less_than", "at_least", "at_most")
CHANGES = ("increase_by", "decrease_by", "from_to")
STATUSES = ("target", "plan", "forecast", "estimate", "required", "actual")


class LanguageFile(BaseModel):
    """`language.toml`: how the language writes figures and words."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    name: str
    decimal: Literal[",", "."]
    groups: list[str]
    inflection: Literal["none", "suffixes", "morfeusz2"]
    plural: list[tuple[str, str]] = Field(default_factory=list)
    letters: str
    """Letters that speak for this language among those that soat knows."""
    common: list[str]
    """Frequent short words that speak for it."""
    abbreviations: list[str] = Field(default_factory=list)
    """Words whose dot does not end a sentence."""
    adjectives: Literal["before", "after"] = "before"
    """Where adjectives stand: before the noun they may part it from its figure."""
    bare_scale: bool = True
    """Whether a scale word alone is a number ("a thousand" said without "a")."""
    mixed_fractions: bool = False
    """Whether digits and a fraction side by side are one number ("2 1/2", "7-3/4"); elsewhere they are days."""
    digit_pairs: bool = True
    """Whether two digit words in a row name a span ("two three days")."""
    month_first: bool = False
    """Whether 2/9 alone is the ninth of February; running text says it in its own way."""
    ordinal_hours: bool = False
    """Whether an ordinal tells the hour of the clock."""
    ordinal_dot: bool = False
    """Whether a dot behind digits makes them an ordinal."""
    currency: str | None = None
    """The money that millions of nothing are in this language; None where its speakers use many."""
    tail_digits: bool = False
    """Whether a digit behind a scale counts in its next lower power ("mot trieu hai", 1.2 million)."""
    names: Literal["vietnamese", "other"] = "other"


class UnitFile(BaseModel):
    """One concept of `models/units/units.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kind: Literal[
        "count", "money", "share", "ratio", "area", "length", "mass", "volume", "energy", "power", "duration", "temperature", "rank", "speed",
    ]
    counts: Literal["person", "body", "place", "thing", "event", "text", "idea", ""] = ""
    """What sort of thing a counted noun is; two sorts in one claim contradict each other."""
    wider: str = ""
    """The unit that this one is a sort of: two ends of a change in sister units are counted in it."""
    factor: str | None = None
    base: str | None = None
    symbols: list[str] = Field(default_factory=list)
    prefixes: list[str] = Field(default_factory=list)
    rate: tuple[str, str] | None = None
    """What the unit is a rate of ("kilometre", "hour")."""
    per_symbols: list[str] = Field(default_factory=list)
    """Signs that are its own behind a slash alone ("20 km/h")."""


class TranslationsFile(BaseModel):
    """`models/units/translations.toml`: units that a translation may name where the original names another."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    general: dict[str, list[Literal["person", "body", "place", "thing", "event", "text", "idea"]]] = Field(default_factory=dict)
    """A unit so general that it may stand for any of these sorts of thing."""
    alike: dict[str, list[str]] = Field(default_factory=dict)
    """Units that one word of some language names alike."""
