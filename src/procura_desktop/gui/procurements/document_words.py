"""Names of what can be exported, and of the forms it can take."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def output_name(kind: str) -> str:
    """Name something that can be exported."""
    return {
        "specification": translate("documents", "Specification"),
        "criteria": translate("documents", "Selection and award criteria"),
        "contract": translate("documents", "Contract annex"),
        "answers": translate("documents", "Answer form for bidders"),
        "answer-form": translate("documents", "Answer form as a table (.xlsx)"),
        "evaluation": translate("documents", "Evaluation of offers"),
        "matrix": translate("documents", "Evaluation as a table (.xlsx)"),
        "follow-up": translate("documents", "Verification and follow-up plan"),
        "file-note": translate("documents", "File note: choices, reasons, sources"),
        "calendar": translate("documents", "Dates for your calendar (.ics)"),
        "eforms-table": translate("documents", "Fields for the eForms notice as a table (.xlsx)"),
        "eforms-csv": translate("documents", "Fields for the eForms notice (.csv)"),
        "eforms-xml": translate("documents", "Fields for the eForms notice (.xml)"),
        "ocds": translate("documents", "Open contracting data, OCDS (.json)"),
    }[kind]


def form_name(form: str) -> str:
    """Name a form of documents."""
    return {
        "docx": translate("documents", "Word (.docx)"),
        "odt": translate("documents", "LibreOffice (.odt)"),
        "pdf": translate("documents", "PDF, to print"),
        "html": translate("documents", "Web page (.html)"),
        "md": translate("documents", "Markdown (.md)"),
        "txt": translate("documents", "Plain text (.txt)"),
    }[form]
