"""Generated sentences say truly where their names stand."""

from __future__ import annotations

import random
from itertools import repeat
from pathlib import Path

from pipeline.knowledge.files import models_folder
from pipeline.train.polish import Decliner, PolishSentences
from pipeline.train.recipe import load_recipe, recipe_names
from pipeline.train.sample import Sample, windows
from pipeline.train.treebank import Tree, Word, lone_nouns, read_trees
from pipeline.train.vietnamese_news import VietnameseSentences, generated, transplanted


def test_polish_names_keep_their_offsets_whatever_spoils_the_sentence() -> None:
    sentences = PolishSentences(models_folder(), random.Random(7))
    for _ in range(300):
        sample = sentences.draw()
        for start, stop, label in sample.entities:
            name = sample.text[start:stop]
            assert name
            assert name == name.strip()
            assert label in {"persName", "placeName", "orgName", "geogName", "date"}


def test_vietnamese_names_keep_their_offsets_whatever_spoils_the_sentence() -> None:
    labels = set()
    for sample in generated(models_folder(), random.Random(7), 300):
        for start, stop, label in sample.entities:
            name = sample.text[start:stop]
            assert name
            assert name == name.strip()
            assert "{" not in name
            labels.add(label)
    assert labels == {"PER", "LOC", "ORG"}


def test_names_of_bodies_leave_no_slot_open() -> None:
    chance = random.Random(11)
    sentences = VietnameseSentences(models_folder(), chance)
    names = {sentences.bodies.draw() for _ in range(500)}
    assert len(names) > 350
    assert not [name for name in names if "{" in name or name != name.strip() or not name[0].isupper()]


TREE = Tree("Xã mở ba lớp dạy nghề.", (
    Word(0, 2, "Xã", "NOUN", 2, "nsubj", "xã"), Word(3, 5, "mở", "VERB", 0, "root", "mở"), Word(6, 8, "ba", "NUM", 4, "nummod", "ba"),
    Word(9, 12, "lớp", "NOUN", 2, "obj", "lớp"), Word(13, 16, "dạy", "VERB", 4, "acl", "dạy"), Word(17, 21, "nghề", "NOUN", 5, "obj", "nghề"),
))


def test_only_nouns_on_which_nothing_hangs_give_way_to_names() -> None:
    assert [word.form for word in lone_nouns(TREE)] == ["Xã", "nghề"]
    counted = TREE._replace(words=tuple(word._replace(head=2) for word in TREE.words))
    assert [word.form for word in lone_nouns(counted)] == ["Xã", "nghề"]


def test_a_name_put_into_a_treebank_s_sentence_stands_where_the_sample_says() -> None:
    pairs = [(TREE, Sample(TREE.text, ()))]
    for sample in transplanted(models_folder(), random.Random(2), pairs, 40):
        (start, stop, _label), = sample.entities
        around = (sample.text[:start] + "|" + sample.text[stop:]).lower()
        assert around in ("| mở ba lớp dạy nghề.", "xã mở ba lớp dạy |.")


def test_the_same_seed_draws_the_same_sentences() -> None:
    first = [sample.text for sample in generated(models_folder(), random.Random(3), 20)]
    assert first == [sample.text for sample in generated(models_folder(), random.Random(3), 20)]


def test_phrases_are_declined_as_one() -> None:
    decliner = Decliner()
    assert decliner.decline("Prowincjonalny Komitet Ludowy |", "gen") == "Prowincjonalnego Komitetu Ludowego"
    assert decliner.decline("Rada Ludowa | prowincji", "loc") == "Radzie Ludowej prowincji"
    assert decliner.decline("Quxxx", "gen") == "Quxxx"


def test_transplanted_names_stand_where_the_text_says() -> None:
    sentences = PolishSentences(models_folder(), random.Random(5))
    sample = sentences.transplanted(Sample("Jan Kowalski mieszka w Opolu.", ((0, 12, "persName"), (23, 28, "placeName"))))
    assert len(sample.entities) == 2
    assert sample.text[sample.entities[0][1]:].startswith(" mieszka w ")


def test_windows_cut_no_name_and_lose_no_text() -> None:
    sample = Sample("Ala ma kota. Jest w m. Łodzi. Koniec.", ((20, 28, "placeName"),), (0, 13, 23, 30))
    pieces = list(windows(sample, repeat(1)))
    assert "".join(piece.text for piece in pieces) == sample.text
    assert [piece.text[start:stop] for piece in pieces for start, stop, _ in piece.entities] == ["m. Łodzi"]


def test_trees_are_laid_over_text_as_newspapers_set_it(tmp_path: Path) -> None:
    path = tmp_path / "a.conllu"
    words = [("Nhà nước", "NOUN", "2\tnsubj"), ("có", "VERB", "0\troot"), ("mười", "NUM", "2\tobj"), (".", "PUNCT", "2\tpunct")]
    rows = [f"{at}\t{form}\t{form}\t{upos}\t_\t_\t{governor}\t_\t_" for at, (form, upos, governor) in enumerate(words, 1)]
    path.write_text("\n".join(rows) + "\n\n", encoding="utf-8")
    tree = next(read_trees(path))
    assert tree.text == "Nhà nước có mười."
    assert [tree.text[word.start:word.stop] for word in tree.words] == ["Nhà nước", "có", "mười", "."]


def test_every_recipe_is_whole() -> None:
    assert {"pl-ner", "vi-ner", "vi-stanza", "vi-syntax"} <= set(recipe_names())
    for name in recipe_names():
        assert load_recipe(name).licence
