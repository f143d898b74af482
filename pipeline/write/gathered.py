"""The tables that are gathered from those of a run: by `link` what is mentioned, by `verify` what holds."""

from __future__ import annotations

from pipeline.write.columns import FLAG, NUMBER, SYMBOL_PARTS, TEXT, TEXTS, Column, Table

VERDICTS = ("agrees", "conflicts", "suspect", "uncheckable")
SEVERITIES = ("high", "medium", "low")
ROLES = ("original", "translation", "copy")
FAMILY_BY = ("url_slug", "source_url", "facts")
ALIGNED_BY = ("figure_and_unit", "figure", "place_in_text")
DIFFERENCES = ("value", "range", "of", "unit", "per", "modifier", "change", "status", "period")

DOCUMENTS = Table("documents", "One row a document with all its citations, whatever words and languages name it.", (
    Column("document_id", TEXT, "Stable id.", required=True),
    Column("symbol", TEXT, "Canonical symbol; null for a law that is only named."),
    Column("doc_type", TEXT, "resolution, decision, decree, directive ..."),
    *SYMBOL_PARTS,
    Column("issuer", TEXT, "The issuer, by the registry's name."),
    Column("signed", TEXT, "EDTF: the day that most citations give."),
    Column("signed_all", TEXTS, "Every day that a citation gives.", required=True),
    Column("signed_conflict", FLAG, "Two citations give days that cannot both be right.", required=True),
    Column("title", TEXT, "The title that most citations give."),
    Column("citation_ids", TEXTS, "Its citations.", required=True),
    Column("article_ids", TEXTS, "The articles that cite it.", required=True),
    Column("uncertain", TEXTS, "citation_ids of short forms that joined it by number and type alone.", required=True),
), "document_id")

PERSONS = Table("persons", "One row a person who holds an office, with the mentions that are held to be of that person.", (
    Column("person_id", TEXT, "Stable id.", required=True),
    Column("person_key", TEXT, "The name folded: the same for all spellings, and for namesakes.", required=True),
    Column("name", TEXT, "The fullest spelling met: the one with diacritics, else the most frequent.", required=True),
    Column("names", TEXTS, "All spellings met.", required=True),
    Column("role_ids", TEXTS, "Ids of all roles.", required=True),
    Column("bodies", TEXTS, "Bodies of the roles, as written.", required=True),
    Column("places", TEXTS, "Places of the roles, as written.", required=True),
    Column("official_ids", TEXTS, "The rows of officials.", required=True),
    Column("article_ids", TEXTS, "The articles that name the person.", required=True),
    Column("link_confidence", NUMBER, "1 for one article; else the weakest tie: 0.95, 0.9, 0.7 or 0.6, as `why` says.", required=True),
    Column("why", TEXT, "What ties the articles' mentions together.", required=True),
), "person_id")

GAZETTEER = Table("gazetteer", "One row a place that the tables mention by id, in one extent.", (
    Column("place_id", TEXT, "Code, `@` and the year since which the extent is valid.", required=True),
    Column("code", TEXT, "The code alone.", required=True),
    Column("level", TEXT, "country, province, city, district, commune, ward ...", required=True),
    Column("name", TEXT, "The name in the country's own language.", required=True),
    Column("parent", TEXT, "place_id of what it lies in."),
    Column("valid_from", TEXT, "First day of the extent."),
    Column("valid_to", TEXT, "Last day of it."),
    Column("merged_into", TEXTS, "place_ids of what it became.", required=True),
    Column("latitude", NUMBER, "Degrees north."),
    Column("longitude", NUMBER, "Degrees east."),
), "place_id")

NEAR_DUPLICATES = Table("near_duplicates", "One row an article that says nearly the same in nearly the same words as an earlier one.", (
    Column("article_id", TEXT, "The article.", required=True),
    Column("duplicate_of", TEXT, "The first article of those that are near duplicates of one another.", required=True),
    Column("similarity", NUMBER, "Of their runs of four words the part that both have, estimated; below 0.8 where a third ties them.", required=True),
    Column("same_figures", FLAG, "Both hold the same figures: where they do not, one may be a later report in the same words.", required=True),
), points=(("article_id", "articles"), ("duplicate_of", "articles")))

FAMILIES = Table("families", "One row an article that has translations or copies among the articles.", (
    Column("article_id", TEXT, "The article.", required=True),
    Column("family_id", TEXT, "The same for all articles of one family.", required=True),
    Column("why", TEXT, "What ties it to the family.", required=True, values=FAMILY_BY),
    Column("role", TEXT, "The original where the address tells which it is; a copy is in the language of an earlier member.", values=ROLES),
), points=(("article_id", "articles"),))

ALIGNMENTS = Table("alignments", "One row a pair of claims that are held to be one claim in two translations.", (
    Column("family_id", TEXT, "The family.", required=True),
    Column("article_id", TEXT, "The family's original, else the member with most claims.", required=True),
    Column("claim_id", TEXT, "A claim of it.", required=True),
    Column("other_article_id", TEXT, "Another member.", required=True),
    Column("other_claim_id", TEXT, "The claim of that member.", required=True),
    Column("how", TEXT, "What joins them.", required=True, values=ALIGNED_BY),
    Column("differs", TEXTS, "The columns in which they differ: " + " ".join(DIFFERENCES) + ".", required=True),
), points=(("claim_id", "claims"), ("other_claim_id", "claims")))

FINDINGS = Table("findings", "One row a statement about whether numbers, dates and names hold.", (
    Column("finding_id", TEXT, "Stable id: a digest of the check and of the rows it speaks of.", required=True),
    Column("check_id", TEXT, "The check; a dot parts it from the sort of finding.", required=True),
    Column("verdict", TEXT, "Whether it holds.", required=True, values=VERDICTS),
    Column("severity", TEXT, "How much a conflict or a suspicion matters; null for the other verdicts.", values=SEVERITIES),
    Column("claim_ids", TEXTS, "The claims that it speaks of, the doubtful one first where one is.", required=True),
    Column("mention_ids", TEXTS, "Rows of citations, officials, dates, places and organisations that it speaks of.", required=True),
    Column("article_ids", TEXTS, "The articles that it speaks of.", required=True),
    Column("family_id", TEXT, "The family where translations are compared."),
    Column("working", TEXT, "The sum done, in figures: `106 - 38 = 68`.", required=True),
    Column("note", TEXT, "The same for a person, in one sentence of English.", required=True),
    Column("note_key", TEXT, "The template of the note, which has wordings in several languages.", required=True),
    Column("note_values", TEXT, "What fills the template: a JSON object.", required=True),
    Column("source", TEXT, "Where the truth stands that it was checked against: a file of models/."),
), "finding_id")

LINKED: tuple[Table, ...] = (DOCUMENTS, PERSONS, GAZETTEER, NEAR_DUPLICATES)
"""The tables that `link` writes from those of a run."""

VERIFIED: tuple[Table, ...] = (FAMILIES, ALIGNMENTS, FINDINGS)
"""The tables that `verify` writes beside them."""

GATHERED: tuple[Table, ...] = (*LINKED, *VERIFIED)
