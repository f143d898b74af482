"""Encodings of Vietnamese from before Unicode, and the form of the syllables that tells a text in one of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from pipeline.knowledge.files import name_of, read_model

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_STOPPED = ("c", "ch", "p", "t")
_STOPPED_TONES = frozenset("\u0301\u0323")
"""Rhymes that end in a stop have one of two tones."""
_WORD = re.compile(r"[^\W\d_]+")
_FROM_FONT = re.compile(r"(?<!\w)[^\W\d_a-z]+(?!\w)")


class EncodingFile(BaseModel):
    """One `[[encoding]]` of `models/encodings.toml`: its letters with their bytes, or the codec that knows it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    aliases: list[str] = Field(default_factory=list)
    letters: str = ""
    codec: str | None = None
    capitals_by_font: bool = False


class SyllableFile(BaseModel):
    """`[syllable]`: what a syllable may begin with, and what may follow."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    onsets: str = ""
    rhymes: str = ""


class EncodingsFile(BaseModel):
    """`models/encodings.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    encoding: list[EncodingFile] = Field(default_factory=list)
    syllable: SyllableFile = Field(default_factory=SyllableFile)


class LegacyEncoding:
    """One encoding: reads bytes that are held as characters below U+0100."""

    def __init__(self, name: str, letters: Mapping[str, str], *, capitals_by_font: bool) -> None:
        """`letters` by the one or two bytes that they are written with."""
        self.name = name
        self._letters = {chr(byte): _of_windows(byte) for byte in range(0x80, 0x100)} | dict(letters)
        self._pattern = re.compile("|".join(sorted(map(re.escape, self._letters), key=len, reverse=True)))
        self._table = str.maketrans(self._letters) if all(len(key) == 1 for key in self._letters) else None
        self._capitals_by_font = capitals_by_font

    def read(self, raw: str) -> str:
        """The text, in NFC; characters from U+0100 on stay as they are."""
        text = raw.translate(self._table) if self._table is not None else self._pattern.sub(lambda found: self._letters[found[0]], raw)
        text = unicodedata.normalize("NFC", text)
        return _FROM_FONT.sub(_capitals, text) if self._capitals_by_font else text


@dataclass(frozen=True, slots=True)
class Encodings:
    """All encodings, by their ids and other names, and the form of the syllables."""

    encodings: tuple[LegacyEncoding, ...]
    names: Mapping[str, LegacyEncoding]
    stems: frozenset[str]
    """Syllables without their tone."""

    def known_as(self, name: str) -> LegacyEncoding | None:
        """The encoding that a source declares under a name."""
        return self.names.get(name.strip().lower().replace("_", "-"))

    def count(self, text: str) -> tuple[int, int, int]:
        """Words of a text, those with a mark on a letter, and those of them that are Vietnamese syllables."""
        words = [word for word in _WORD.findall(text) if len(word) > 1 or not word.isascii()]
        marked = [word.lower() for word in words if not word.isascii()]
        return len(words), len(marked), sum(map(self.is_syllable, marked))

    def is_syllable(self, word: str) -> bool:
        """Whether a word in small letters has the form of a Vietnamese syllable."""
        spread = unicodedata.normalize("NFD", word)
        tones = _TONES.findall(spread)
        stem = unicodedata.normalize("NFC", _TONES.sub("", spread))
        if len(tones) > 1 or stem not in self.stems:
            return False
        return not stem.endswith(_STOPPED) or (bool(tones) and tones[0] in _STOPPED_TONES)


def load_encodings(root: Path, problems: list[str]) -> Encodings:
    """Read `encodings.toml`; every problem is added to `problems`."""
    path = root / "encodings.toml"
    file = read_model(path, EncodingsFile, problems) or EncodingsFile()
    encodings = []
    names: dict[str, LegacyEncoding] = {}
    for one in file.encoding:
        encoding = LegacyEncoding(one.id, _letters_of(one, name_of(path), problems), capitals_by_font=one.capitals_by_font)
        encodings.append(encoding)
        for name in (one.id, *one.aliases):
            if name in names:
                problems.append(f"{name_of(path)}:1: {name!r} names two encodings")
            names[name] = encoding
    stems = frozenset(onset + rhyme for onset in ("", *file.syllable.onsets.split()) for rhyme in file.syllable.rhymes.split())
    return Encodings(tuple(encodings), names, stems)


def _letters_of(one: EncodingFile, path: str, problems: list[str]) -> dict[str, str]:
    """Letters by their bytes, the bytes as characters."""
    if one.codec is not None:
        return _of_codec(one.codec, path, problems)
    letters: dict[str, str] = {}
    for pair in one.letters.split():
        letter, _, written = pair.partition("=")
        try:
            key = bytes.fromhex(written).decode("latin-1")
        except ValueError:
            key = ""
        if len(letter) != 1 or not 1 <= len(key) <= 2 or key in letters:
            problems.append(f"{path}:1: {one.id}: {pair!r} should be a letter, = and one or two bytes that no other letter has")
        letters[key] = letter
    return letters


def _of_codec(codec: str, path: str, problems: list[str]) -> dict[str, str]:
    letters = {}
    for byte in range(0x80, 0x100):
        try:
            letters[chr(byte)] = bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            continue
        except LookupError:
            problems.append(f"{path}:1: there is no codec {codec!r}")
            break
    return letters


def _of_windows(byte: int) -> str:
    return bytes([byte]).decode("cp1252", "replace")


def _capitals(found: re.Match[str]) -> str:
    """A word in a font of capitals: its plain letters are capitals, those with a tone were typed as small ones."""
    word = found[0]
    return word.upper() if sum(map(str.isupper, word)) > 1 and not word.isupper() else word
