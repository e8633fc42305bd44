"""Names of countries: Qt has them in English and in their own languages alone."""

from PySide6.QtCore import QLocale

from procura_desktop.gui.said import said
from procura_desktop.phrases import Phrase, phrase

COUNTRIES: dict[str, Phrase] = {
    "AR": phrase("countries", "Argentina"),
    "AT": phrase("countries", "Austria"),
    "AU": phrase("countries", "Australia"),
    "BE": phrase("countries", "Belgium"),
    "BG": phrase("countries", "Bulgaria"),
    "BR": phrase("countries", "Brazil"),
    "CA": phrase("countries", "Canada"),
    "CH": phrase("countries", "Switzerland"),
    "CL": phrase("countries", "Chile"),
    "CN": phrase("countries", "China"),
    "CO": phrase("countries", "Colombia"),
    "CY": phrase("countries", "Cyprus"),
    "CZ": phrase("countries", "Czechia"),
    "DE": phrase("countries", "Germany"),
    "DK": phrase("countries", "Denmark"),
    "EE": phrase("countries", "Estonia"),
    "ES": phrase("countries", "Spain"),
    "FI": phrase("countries", "Finland"),
    "FR": phrase("countries", "France"),
    "GB": phrase("countries", "United Kingdom"),
    "GR": phrase("countries", "Greece"),
    "HR": phrase("countries", "Croatia"),
    "HU": phrase("countries", "Hungary"),
    "IE": phrase("countries", "Ireland"),
    "IN": phrase("countries", "India"),
    "IS": phrase("countries", "Iceland"),
    "IT": phrase("countries", "Italy"),
    "JP": phrase("countries", "Japan"),
    "KE": phrase("countries", "Kenya"),
    "KR": phrase("countries", "South Korea"),
    "LI": phrase("countries", "Liechtenstein"),
    "LT": phrase("countries", "Lithuania"),
    "LU": phrase("countries", "Luxembourg"),
    "LV": phrase("countries", "Latvia"),
    "MT": phrase("countries", "Malta"),
    "MX": phrase("countries", "Mexico"),
    "NL": phrase("countries", "Netherlands"),
    "NO": phrase("countries", "Norway"),
    "NZ": phrase("countries", "New Zealand"),
    "PH": phrase("countries", "Philippines"),
    "PL": phrase("countries", "Poland"),
    "PT": phrase("countries", "Portugal"),
    "RO": phrase("countries", "Romania"),
    "RS": phrase("countries", "Serbia"),
    "SE": phrase("countries", "Sweden"),
    "SI": phrase("countries", "Slovenia"),
    "SK": phrase("countries", "Slovakia"),
    "TR": phrase("countries", "Türkiye"),
    "UA": phrase("countries", "Ukraine"),
    "US": phrase("countries", "United States"),
    "ZA": phrase("countries", "South Africa"),
}


def country_name(code: str) -> str:
    """Name a country by its two letters; where it is not among ours in English, or by its code."""
    if (known := COUNTRIES.get(code)) is not None:
        return said(known)
    territory = QLocale.codeToTerritory(code)
    return code if territory == QLocale.Country.AnyCountry else QLocale.territoryToString(territory)
