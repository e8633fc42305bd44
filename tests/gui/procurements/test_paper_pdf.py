"""A document is read piece by piece, so that the window takes its turns while a PDF is made."""

import pytest

from procura_desktop.gui.procurements.paper_pdf import laid_out
from procura_desktop.gui.reader.pieces import cut

TABLE = '<table border="1" title="Facts"><tr><td><p>Weight</p></td><td><p>40 %</p></td></tr></table>'
PART = (
    f"<h3>A criterion</h3>\n<p>The tenderer shall state it.</p>\n<ul><li>One</li><li>Two</li></ul>\n{TABLE}\n"
)
HTML = f'<html><head><title>x</title></head>\n<body style="color: #123456">\n{PART * 12}</body>\n</html>\n'


@pytest.mark.usefixtures("qapp")
def test_the_pieces_make_the_whole() -> None:
    assert laid_out(HTML, 60).toHtml() == laid_out(HTML, len(HTML)).toHtml()


def test_a_document_of_headings_and_tables_is_cut_between_them() -> None:
    html = f"<html><body>{f'<h4>A</h4>{TABLE}' * 3}</body></html>"
    first, rest = cut(html, 5, tables="below")

    assert (first.count("<h4>"), rest.count("<h4>")) == (1, 2)
    assert cut(html, 5) == (html, "")
