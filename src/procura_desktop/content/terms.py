"""Terms: words of the field, explained and translated."""

from procura_desktop.content.draft import Draft, plain
from procura_desktop.content.fields import Fields
from procura_desktop.domain.records import TermDetails, Translation

_LANGUAGES = ("fr", "de", "es", "nl", "pt")


def read_term(draft: Draft) -> TermDetails:
    """Read the fields of a term."""
    fields = draft.fields
    return TermDetails(
        definition=fields.text("definition", must=True),
        abbreviation=fields.text("abbreviation", any_scalar=True),
        also=plain(fields.texts("also")),
        translations=read_translations(fields),
    )


def read_translations(record: Fields) -> tuple[Translation, ...]:
    """Read what a record is called in other languages."""
    fields = record.part("translations")
    if fields is None:
        return ()
    found = ((language, fields.text_or_texts(language)) for language in _LANGUAGES)
    translations = tuple(Translation(language=language, forms=forms) for language, forms in found if forms)
    fields.finish()
    return translations
