"""What people decide about claims and findings: kept in a log that only grows, laid over the tables, never mixed into them."""

from pipeline.review.applying import apply_decisions
from pipeline.review.decisions import ACTIONS, Decision, Standing, standing_of
from pipeline.review.log import DecisionLog, log_of
from pipeline.review.sampling import draw_sample, keep_sample, read_sample, report_on
from pipeline.review.suggesting import suggest

__all__ = [
    "ACTIONS", "Decision", "DecisionLog", "Standing", "apply_decisions", "draw_sample", "keep_sample", "log_of", "read_sample", "report_on",
    "standing_of", "suggest",
]
