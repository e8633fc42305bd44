"""What leaves a procurement from the shell: findings of the checks, and documents."""

import json
from contextlib import closing
from datetime import UTC, datetime

from procura_desktop import __version__
from procura_desktop.cli.arguments import UsageError
from procura_desktop.cli.libraries import open_books
from procura_desktop.cli.output import write
from procura_desktop.cli.procurements.arguments import ProcurementArguments
from procura_desktop.domain.checks.checker import check_procurement
from procura_desktop.domain.checks.facts import facts_of
from procura_desktop.domain.procurement import Procurement
from procura_desktop.domain.references import titles_of_missing
from procura_desktop.export.export import FORMS
from procura_desktop.export.facts import Facts
from procura_desktop.export.letterhead import letterhead_of
from procura_desktop.export.outputs import ALL_OUTPUTS, OutputKind, write_outputs
from procura_desktop.library.books import Books
from procura_desktop.progress import Silent
from procura_desktop.settings.folders import Folders
from procura_desktop.settings.home import at_home
from procura_desktop.settings.policy import load_policy
from procura_desktop.workspace.procurements import Procurements

FOUND = 1


def check(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    """Print what the checks find; give 1 if they find anything."""
    procurement = store.read(arguments.operands[0]).procurement
    with closing(open_books(places)) as books:
        labels = [books.record(brief.id) for brief in books.briefs(kind="label")]
        today = datetime.now(UTC).astimezone().date().isoformat()
        facts = facts_of(labels, today=today, criteria=books.criteria_of)
        findings = check_procurement(procurement, facts=facts)
    if arguments.json:
        listed = [finding.as_plain() for finding in findings]
        write(json.dumps({"findings": listed}, indent=2, ensure_ascii=False))
        return FOUND if findings else 0
    titles = {item.id: item.title for item in procurement.items}
    for finding in findings:
        where = titles.get(finding.item, "")
        write(f"{finding.severity:6}  {finding.what}{f' ({where})' if where else ''}")
        write(f"        {finding.why} {finding.do}")
    if not findings:
        write("The checks found nothing. They are ours and cannot replace a lawyer.")
    return FOUND if findings else 0


def export(arguments: ProcurementArguments, places: Folders, store: Procurements) -> int:
    """Write documents into a folder, and print their paths."""
    if arguments.to is None:
        raise UsageError("say where to with --to DIR")
    procurement = store.read(arguments.operands[0]).procurement
    wanted = arguments.documents or tuple(kind for kind in ALL_OUTPUTS if kind != "ocds")
    kinds: list[OutputKind] = [kind for kind in ALL_OUTPUTS if kind in wanted]
    with closing(open_books(places)) as books:
        facts = _facts(procurement, books, places, arguments.ocid_prefix)
    paths = write_outputs(
        procurement,
        kinds=kinds,
        form=next(form for form in FORMS if form == arguments.form),
        to=at_home(arguments.to),
        facts=facts,
        progress=Silent(),
        existing="replace" if arguments.replace else "refuse",
    )
    if arguments.json:
        write(json.dumps({"files": [str(path) for path in paths]}, indent=2, ensure_ascii=False))
        return 0
    for path in paths:
        write(str(path))
    return 0


def _facts(procurement: Procurement, books: Books, places: Folders, ocid_prefix: str) -> Facts:
    letterhead = letterhead_of(load_policy(places.policy))
    infos = {books.info_of(item.copied.record.id) for item in procurement.items if item.copied}
    return Facts(
        made=datetime.now(UTC).astimezone(),
        program=f"Procura Desktop {__version__}",
        organisation=letterhead.organisation,
        logo=letterhead.logo,
        docx_template=letterhead.docx_template,
        odt_template=letterhead.odt_template,
        ocid_prefix=ocid_prefix,
        libraries=tuple(infos),
        groups=tuple(books.titles(procurement.head.groups).items()),
        missing=titles_of_missing(procurement, books.criteria_of),
    )
