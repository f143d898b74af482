"""Every check, in the order in which findings are told: one line each."""

from __future__ import annotations

from pipeline.verify import (
    agreement_across_articles,
    agreement_in_article,
    agreement_missing_claims,
    agreement_named_in_article,
    agreement_translated_claims,
    agreement_translated_dates,
    agreement_translated_documents,
    agreement_translated_names,
    arithmetic_bounds,
    arithmetic_changes,
    arithmetic_products,
    arithmetic_shares,
    arithmetic_sums,
    chronology_dates,
    chronology_durations,
    coherence_converted,
    coherence_magnitude,
    coherence_written_unit,
    knowledge_documents,
    knowledge_map,
    knowledge_offices,
)
from pipeline.verify.check import ArticleCheck, Check, FamilyCheck, MeasuredCheck

CHECKS: tuple[Check, ...] = (
    ArticleCheck(arithmetic_sums.CHECK_ID, "Do stated parts sum to their whole?", arithmetic_sums.sums),
    ArticleCheck(arithmetic_changes.CHECK_ID, "Does the difference fit the change from one figure to another?", arithmetic_changes.changes),
    ArticleCheck(arithmetic_shares.CHECK_ID, "Does a percentage or difference fit the figures beside it?", arithmetic_shares.shares),
    ArticleCheck(arithmetic_products.CHECK_ID, "Does a rate times a count come to the total?", arithmetic_products.products),
    ArticleCheck(arithmetic_bounds.CHECK_ID, "Is n of m no more than m, and a range in order?", arithmetic_bounds.bounds),
    ArticleCheck(coherence_written_unit.CHECK_ID, "Does the unit written fit the thing counted?", coherence_written_unit.written_unit),
    ArticleCheck(coherence_converted.CHECK_ID, "Can an amount and its conversion be one?", coherence_converted.converted),
    ArticleCheck(coherence_magnitude.CHECK_ID, "Can a figure be so large or so small?", coherence_magnitude.magnitude),
    ArticleCheck(chronology_dates.CHECK_ID, "Do weekdays fit, periods run forward, documents precede the article?", chronology_dates.dates),
    ArticleCheck(chronology_durations.CHECK_ID, "Does a duration reach from its day to the article's?", chronology_durations.durations),
    ArticleCheck(knowledge_documents.CHECK_ID, "Is a document of the day that is known?", knowledge_documents.documents),
    ArticleCheck(knowledge_map.CHECK_ID, "Are there as many communes, wards, provinces on the map?", knowledge_map.map_of_units),
    ArticleCheck(knowledge_offices.CHECK_ID, "Is an office of the level of its place?", knowledge_offices.offices),
    ArticleCheck(agreement_in_article.CHECK_ID, "Do the mentions of a figure agree?", agreement_in_article.agreement_in_article),
    ArticleCheck(
        agreement_named_in_article.CHECK_ID, "Are holders of an office named alike, and documents dated alike?",
        agreement_named_in_article.named_in_article,
    ),
    FamilyCheck(
        agreement_translated_claims.CHECK_ID, "Do the translations of a claim say the same?", agreement_translated_claims.translated_claims,
    ),
    FamilyCheck(agreement_missing_claims.CHECK_ID, "Does every translation have every claim?", agreement_missing_claims.missing_claims),
    FamilyCheck(agreement_translated_dates.CHECK_ID, "Do the translations name the same dates?", agreement_translated_dates.translated_dates),
    FamilyCheck(agreement_translated_names.CHECK_ID, "Do the translations name the same persons?", agreement_translated_names.translated_names),
    FamilyCheck(
        agreement_translated_documents.CHECK_ID, "Do the translations cite the same documents?", agreement_translated_documents.translated_documents,
    ),
    MeasuredCheck(agreement_across_articles.CHECK_ID, "Do articles agree on one thing, place and period?", agreement_across_articles.across_articles),
)
