"""What macOS reads of the program before it starts it: its Info.plist."""

from associations import ASSOCIATIONS, SCHEME, SCHEME_TITLE, Association

BUNDLE_ID = "org.procura-desktop.ProcuraDesktop"
APP = "Procura Desktop.app"
OLDEST_SYSTEM = "13.0"  # that of the Qt we ship; a test compares it
_SERVICE = "_procura._tcp"  # see sync/nearby.py; a test compares the two


def info_plist(version: str) -> dict[str, object]:
    """Give the keys beside those that PyInstaller writes."""
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": "Procura Desktop",
        "CFBundleDocumentTypes": [_document(one) for one in ASSOCIATIONS],
        "CFBundleName": "Procura Desktop",
        "CFBundleShortVersionString": version,
        "CFBundleURLTypes": [
            {
                "CFBundleTypeRole": "Viewer",
                "CFBundleURLName": SCHEME_TITLE,
                "CFBundleURLSchemes": [SCHEME],
            }
        ],
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "NSBonjourServices": [_SERVICE],
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "The Procura Desktop authors, EUPL-1.2",
        "NSLocalNetworkUsageDescription": (
            "To offer the library to colleagues nearby and to find theirs, when you switch that on."
        ),
        "NSRequiresAquaSystemAppearance": False,
        "UTExportedTypeDeclarations": [_kind(one) for one in ASSOCIATIONS],
    }


def _identifier(association: Association) -> str:
    return f"{BUNDLE_ID}.{association.name.lower()}"


def _document(association: Association) -> dict[str, object]:
    return {
        "CFBundleTypeName": association.title,
        "CFBundleTypeRole": "Editor" if association.edits else "Viewer",
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [_identifier(association)],
    }


def _kind(association: Association) -> dict[str, object]:
    return {
        "UTTypeConformsTo": ["public.data"],
        "UTTypeDescription": association.title,
        "UTTypeIdentifier": _identifier(association),
        "UTTypeTagSpecification": {
            "public.filename-extension": [association.ending],
            "public.mime-type": [association.mime],
        },
    }
