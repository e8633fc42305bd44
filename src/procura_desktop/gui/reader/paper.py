"""The document that the reader shows and prints: a QTextDocument that loads nothing but library pictures.

QTextDocument would read files and ``data:`` addresses by itself when a loader gives nothing, so this one
always gives something.
"""

from PySide6.QtCore import QByteArray, QObject, QUrl
from PySide6.QtGui import QFont, QImage, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from procura_desktop.gui.reader.document import TEXT_PIXELS
from procura_desktop.gui.reader.pictures import FOLDER, FindAsset, Picture, empty_picture
from procura_desktop.gui.reader.pieces import cut
from procura_desktop.gui.theme import Colours

TERM_SCHEME = "term:"
PIECE_LETTERS = 2500  # written in one go after the first piece
_OBJECT = "\ufffc"


class Paper(QTextDocument):
    """A document with our typography; pictures follow `column`, the width of the text in pixels.

    A window that does not `draws` gets pictures' room alone: those out of sight need not be drawn.
    """

    def __init__(self, find_asset: FindAsset, colours: Colours, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.column = 480
        self._find_asset = find_asset
        self._colours = colours
        self._scale = 1.0
        self.draws = True
        self._pictures: dict[tuple[str, int], Picture | None] = {}
        self._images: dict[tuple[str, int, bool], QImage] = {}
        self._pixels = TEXT_PIXELS
        self._rest = ""
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)

    def write(self, html: str, font: QFont, *, pixels: float, letters: int | None = None) -> None:
        """Fill the document with HTML, its running text `pixels` high.

        `letters` asks for a beginning with so many letters only, where the HTML has more; see `write_on`.
        """
        self._scale = pixels / TEXT_PIXELS
        self._pixels = pixels
        sized = QFont(font)
        sized.setPixelSize(max(1, round(pixels)))
        self.setDefaultFont(sized)
        self.setIndentWidth(pixels * 1.6)
        first, self._rest = (html, "") if letters is None else cut(html, letters)
        self.setHtml(first)
        self._keep_pictures_close()
        self._dot_terms()

    @property
    def rest(self) -> str:
        """The HTML that has not been written yet."""
        return self._rest

    def write_on(self, letters: int = PIECE_LETTERS) -> None:
        """Write the next piece of the rest; in the end the document is what the whole makes at once."""
        piece, self._rest = cut(self._rest, letters)
        sheet = Paper(self._find_asset, self._colours)
        sheet.write(piece, self.defaultFont(), pixels=self._pixels)
        self.append(sheet)

    def append(self, sheet: QTextDocument) -> None:
        """Write what another document holds below what is here."""
        first, whole, end = sheet.begin(), QTextCursor(sheet), QTextCursor(self)
        whole.select(QTextCursor.SelectionType.Document)
        end.movePosition(QTextCursor.MoveOperation.End)
        end.beginEditBlock()
        if (
            end.block().previous().isValid()
            and QTextCursor(end.block().previous()).currentTable() is not None
        ):
            end.setBlockFormat(first.blockFormat())  # the line that stands below each table at the end
            end.setBlockCharFormat(first.charFormat())
        else:
            end.insertBlock(first.blockFormat(), first.charFormat())
        end.insertFragment(whole.selection())
        end.endEditBlock()

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | QByteArray:
        """Give a picture of the library, and for everything else something empty."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return QByteArray()
        path = name.toString() if isinstance(name, QUrl) else name
        key = (path, self.column, self.draws)
        if key not in self._images:
            picture = self._picture(path)
            image = empty_picture() if picture is None else picture.drawn() if self.draws else picture.room()
            self._images[key] = image
        return self._images[key]

    def _picture(self, path: str) -> Picture | None:
        key = (path, self.column)
        if key not in self._pictures:
            asset = self._find_asset(path) if path.startswith(FOLDER) else None
            self._pictures[key] = (
                Picture(asset, column=self.column, colours=self._colours, scale=self._scale)
                if asset
                else None
            )
        return self._pictures[key]

    def _keep_pictures_close(self) -> None:
        """Give blocks with pictures the usual line height: that of the style sheet would stretch them."""
        single = QTextBlockFormat()
        single.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
        cursor = self.find(_OBJECT)
        while not cursor.isNull():
            cursor.mergeBlockFormat(single)
            cursor = self.find(_OBJECT, cursor)

    def _dot_terms(self) -> None:
        """Underline words of the glossary with dots: they are explained, not left."""
        dotted = QTextCharFormat()
        dotted.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        cursor = QTextCursor(self)
        cursor.beginEditBlock()
        for start, end in self._terms():
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(dotted)
        cursor.endEditBlock()

    def _terms(self) -> list[tuple[int, int]]:
        places = []
        is_term: dict[int, bool] = {}  # by format
        block = self.begin()
        while block.isValid():
            pieces = block.begin()
            while not pieces.atEnd():
                piece = pieces.fragment()
                index = piece.charFormatIndex()
                if index not in is_term:
                    is_term[index] = piece.charFormat().anchorHref().startswith(TERM_SCHEME)
                if is_term[index]:
                    places.append((piece.position(), piece.position() + piece.length()))
                pieces += 1
            block = block.next()
        return places
