"""The kinds of records and criteria, and how sure we are of one.

They stand apart from the records because the first page needs no more than these, and making the classes
of all records takes as long as painting it.
"""

from typing import Literal

RecordKind = Literal["article", "group", "criterion", "case", "term", "label", "organisation", "event"]
CriterionKind = Literal["SM", "SC", "TS", "AC", "CPC"]
Confidence = Literal["verified", "listed", "check"]
Sort = Literal["relevance", "newest", "group"]  # of what a search found
