"""Fact tables against gold, and language rooms against their own examples."""

from pipeline.evaluate.gold import read_gold
from pipeline.evaluate.judging import ALL, evaluate
from pipeline.evaluate.running import articles_folder, extract_gold, read_tables
from pipeline.evaluate.scores import CLAIM_FIELDS, Evaluation

__all__ = ["ALL", "CLAIM_FIELDS", "Evaluation", "articles_folder", "evaluate", "extract_gold", "read_gold", "read_tables"]
