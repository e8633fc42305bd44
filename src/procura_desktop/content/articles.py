"""Articles: guidance, law and checklists."""

from typing import Literal, get_args

from procura_desktop.content.draft import Draft
from procura_desktop.domain.records import ArticleDetails, ArticleSection, Step

STEPS: tuple[Step, ...] = get_args(Step)
_SECTIONS: tuple[ArticleSection, ...] = get_args(ArticleSection)


def read_article(draft: Draft) -> ArticleDetails:
    """Read the fields of an article; its section is its folder."""
    section = next(name for name in _SECTIONS if name == draft.place.names[0])
    none: Literal[""] = ""
    step = draft.fields.choice("step", (*STEPS, none), none, must=section == "guidance")
    return ArticleDetails(
        section=section,
        step=step,
        order=draft.fields.whole("order"),
        jurisdiction=draft.fields.text("jurisdiction", must=section == "law"),
    )
