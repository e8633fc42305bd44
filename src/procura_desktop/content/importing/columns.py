"""The columns that a table of criteria may have; docs/content.md lists the same.

One row is one criterion. The examples belong to one criterion, so that they can be read across.
"""

from dataclasses import dataclass
from typing import Literal

from procura_desktop.content.criteria import (
    DIRECTIONS,
    ENVIRONMENTAL,
    INNOVATION,
    KINDS,
    MATURITIES,
    SOCIAL,
)
from procura_desktop.content.groups import IMPACTS, STAGES
from procura_desktop.content.head import CONFIDENCES

Form = Literal["line", "text", "list", "lines", "date", "year or date", "number", "one of", "yes or no"]
ORIGINS = ("national", "own")
YES_NO = ("yes", "no")
BURDENS = ("1", "2", "3")
REQUIREMENT, CODE = "requirement", "code"
LEVEL = "<level>"
MOST_SOURCES = 9


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    Attributes:
        name: as the template writes it; `<level>` stands for the name of a level.
        must: whether a cell has to be filled: "yes", "no", or when it has to be.
        allowed: the words that a cell may hold; in a list, those that each entry may be.
    """

    name: str
    form: Form
    must: str
    what: str
    example: str = ""
    allowed: tuple[str, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands in the first row of the template for it; a level's code is seldom needed."""
        if self.name == f"{CODE}: {LEVEL}":
            return ()
        if self.name == f"{REQUIREMENT}: {LEVEL}":
            return (f"{REQUIREMENT}: core", f"{REQUIREMENT}: comprehensive")
        return (self.name,)


COLUMNS = (
    Column("group", "line", "yes", "product group, as its file in groups/ is named", "furniture"),
    Column("part", "line", "no", "part of the group, if the group has parts: its name in the path", "new"),
    Column("code", "line", "yes", "capital letters and a number; unique within group and part", "TS12"),
    Column(
        "kind",
        "one of",
        "yes",
        "SM subject matter, SC selection criterion, TS technical specification, AC award criterion, "
        "CPC contract performance clause",
        "TS",
        KINDS,
    ),
    Column(
        "origin", "one of", "yes", "national: of a published national set; own: the office's", "own", ORIGINS
    ),
    Column("title", "line", "yes", "up to 120 characters", "Spare parts for office chairs"),
    Column(
        "summary",
        "line",
        "yes",
        "one or two sentences that tell the buyer what this gives them, up to 400 characters",
        "Parts that wear out can be bought for years, so that a chair is repaired and not thrown away.",
    ),
    Column(
        "keywords", "list", "no", "words a buyer might type that do not stand in the text", "castor; gas lift"
    ),
    Column(
        "levels",
        "list",
        "with 'requirement'",
        "the source's own words, lowest ambition first; empty: the levels whose requirement is filled, from "
        "left to right",
        "core; comprehensive",
    ),
    Column("requirement", "text", "or that of each level", "what is asked, when all levels share the text"),
    Column(
        f"{REQUIREMENT}: {LEVEL}",
        "text",
        "or 'requirement'",
        "what is asked at this level; rename the columns to your levels, or add more; a slot is written as "
        "in a file: [[name]], or [[name: 5 | 10 | years]] with a value for each level",
        "The maker shall sell castors, gas lifts and armrests for at least [[spare_years]] after delivery.",
    ),
    Column(
        "slots",
        "lines",
        "no",
        "one line a slot: name: label | a value for each level, or one for all | unit | least to most | "
        "not checked; the last two may be left out",
        "spare_years: Years with spare parts | 5 | 10 | years | 1 to 30 | not checked",
    ),
    Column(
        "proof at tender",
        "text",
        "or 'proof in contract'",
        "how a bidder shows it",
        "A declaration of the maker, with the list of parts and their prices.",
    ),
    Column(
        "proof in contract",
        "text",
        "or 'proof at tender'",
        "how the contractor shows it",
        "On request, an order confirmation for one part.",
    ),
    Column(
        "rationale",
        "text",
        "yes",
        "one or two sentences: which hotspot, why this level",
        "Chairs are thrown away because one part is worn. Most of their impact lies in their materials.",
    ),
    Column("points", "text", "AC only", "how points are given"),
    Column(
        "note", "text", "no", "what else the buyer should know", "Ask your caretaker which parts break first."
    ),
    Column(
        "follow-up",
        "lines",
        "no",
        "what to do during the contract, one line each",
        "Order one part in the second year.",
    ),
    Column(
        "labels", "list", "no", "ids of labels that can serve as proof, as in labels/", "labels/eu-ecolabel"
    ),
    Column(
        "legal basis", "lines", "no", "one line each, or with ; between", "Directive 2014/24/EU, Article 42"
    ),
    Column("burden", "one of", "yes", "1 (easy) to 3 (heavy) for the bidder and the buyer", "1", BURDENS),
    Column("burden why", "line", "yes", "why it is so heavy", "Makers have a list of parts."),
    Column("market maturity", "one of", "no", "how many can offer it; empty: unknown", "common", MATURITIES),
    Column(
        "hotspot stage", "one of", "with 'hotspot impact'", "where in the life cycle", "materials", STAGES
    ),
    Column("hotspot impact", "one of", "with 'hotspot stage'", "what it is about", "resources", IMPACTS),
    Column("environmental impact", "list", "no", "codes of eForms", "circ-econ", ENVIRONMENTAL),
    Column("social objective", "list", "no", "codes of eForms", "", SOCIAL),
    Column("innovation", "list", "no", "codes of eForms", "", INNOVATION),
    Column("cpv", "list", "no", "CPV codes with check digit", "39112000-0"),
    Column("property name", "line", "with 'property direction'", "what is limited", "Years with spare parts"),
    Column("property unit", "line", "no", "its unit", "years"),
    Column("property direction", "one of", "with 'property name'", "which way", "at-least", DIRECTIONS),
    Column("weight min", "number", "with 'weight max'", "AC only: least share of the points, in per cent"),
    Column("weight max", "number", "with 'weight min'", "AC only: greatest share of the points, in per cent"),
    Column("conflicts with", "list", "no", "ids of criteria that cannot be asked together with this one"),
    Column("product groups", "list", "no", "further product groups", "groups/computers"),
    Column("see also", "list", "no", "ids of other records", "guidance/circular-procurement"),
    Column(
        "confidence",
        "one of",
        "no",
        "verified: the figures were read in the source; listed: name, kind and level were read; "
        "check: nobody has read it; empty: check",
        "check",
        CONFIDENCES,
    ),
    Column("confidence note", "line", "no", "one sentence: what was read, what was not"),
    Column("code checked", "yes or no", "no", "no: the figures were read, the code was not", "", YES_NO),
    Column(f"{CODE}: {LEVEL}", "line", "no", "the code at this level, where the source numbers levels apart"),
    Column(
        "source title",
        "line",
        "yes",
        "the official text; for more sources add columns 'source 2 title' and so on, up to 9",
        "Rules for buying furniture",
    ),
    Column("source publisher", "line", "yes", "who published it", "City of Example"),
    Column("source url", "line", "yes", "its address", "https://www.example.org/furniture"),
    Column("source date", "year or date", "no", "when it was published: 2021, 2021-03 or 2021-03-05", "2021"),
    Column(
        "source seen",
        "date",
        "no",
        "the date on which somebody read it, or never; empty: never",
        "never",
    ),
    Column("name", "line", "no", "the end of the id; empty: made from the title", "spare-parts"),
    Column("language", "line", "no", "the folder of the language; empty: en", "en"),
    Column(
        "version", "number", "no", "whole number; empty: 1, or one more than in the file it replaces", "1"
    ),
    Column("updated", "date", "no", "date of the last change; empty: today"),
    Column(
        "review by", "date", "no", "date by which somebody must read it again; empty: a year after 'updated'"
    ),
)
