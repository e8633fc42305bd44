"""Names that documents mention: labels and certificates, and makes of what offices buy.

Neither list is complete, and none can be: they hold what tender documents name most, by our own knowledge
of them. Names that are also common words (Ford, Apple, Windows) stand with what makes them a make.
"""

import re

from procura_desktop.phrases import Phrase, phrase

LABELS: tuple[str, ...] = (
    "EU Ecolabel", "EU Flower", "Blue Angel", "Blauer Engel", "Nordic Swan Ecolabel", "Nordic Swan",
    "Austrian Ecolabel", "NF Environnement", "Milieukeur", "Bra Miljöval", "Good Environmental Choice",
    "FSC", "PEFC", "GOTS", "OEKO-TEX", "Oeko-Tex", "bluesign", "Fairtrade", "Fair Trade Certified",
    "Max Havelaar", "Rainforest Alliance", "UTZ", "RSPO", "MSC", "ASC", "GLOBALG.A.P.", "GlobalGAP",
    "Naturland", "Demeter", "Bioland", "On the way to PlanetProof", "Energy Star", "ENERGY STAR", "EPEAT",
    "TCO Certified", "80 PLUS", "80 Plus", "Cradle to Cradle Certified", "Cradle to Cradle", "natureplus",
    "Greenguard", "GREENGUARD", "Indoor Air Comfort", "BREEAM", "LEED", "DGNB", "HQE", "Passivhaus",
    "EMAS", "SA8000", "SA 8000", "B Corp", "EcoVadis", "amfori BSCI", "BSCI", "Fair Wear", "SMETA", "Sedex",
    "Green Key", "Global Recycled Standard", "ISCC PLUS", "CO₂ Performance Ladder", "CO2 Performance Ladder",
    "GREENSPEC", "Ecocert", "Nature & Progrès", "EKOenergy", "Green Dot",
)  # fmt: skip

# Labels that judge more than the product, and what more. Read on the pages of the library's labels, or
# general knowledge (B Corp, EcoVadis, EPEAT, Max Havelaar, amfori BSCI).
WIDER_LABELS: dict[str, Phrase] = {
    "Fairtrade": phrase("checks", "how producers are organised and how a premium is spent"),
    "Max Havelaar": phrase("checks", "how producers are organised and how a premium is spent"),
    "Rainforest Alliance": phrase("checks", "the management of whole farms"),
    "Cradle to Cradle": phrase(
        "checks", "the social strategy of the company and the energy of its whole site"
    ),
    "Fair Wear": phrase("checks", "membership of the firm, with all that it buys"),
    "amfori BSCI": phrase("checks", "membership of the firm, with all that it buys"),
    "B Corp": phrase("checks", "the whole firm"),
    "EcoVadis": phrase("checks", "the whole firm"),
    "SA8000": phrase("checks", "the management of the whole workplace"),
    "SA 8000": phrase("checks", "the management of the whole workplace"),
    "EPEAT": phrase("checks", "policies of the maker as a company"),
    "TCO Certified": phrase("checks", "policies of the maker as a company"),
    "bluesign": phrase("checks", "the whole business of a supplier of textiles"),
    "RSPO": phrase("checks", "principles for the company as a whole"),
    "Green Key": phrase("checks", "the policy of the whole business"),
}

_MAKES = (
    # computers, phones, printers, networks, programs
    "Microsoft", "HP", "Hewlett[- ]Packard", "HPE", "Dell", "Lenovo", "ThinkPad", "EliteBook",
    "Latitude \\d+",
    "Apple(?= (?:iP|Mac|Watch|TV|M\\d))", "iPad", "iPhone", "MacBook", "iMac", "Intel", "AMD",
    "Nvidia", "NVIDIA",
    "Cisco", "Juniper Networks", "Huawei", "Samsung", "Fujitsu", "Acer", "Asus", "ASUS", "Toshiba",
    "Panasonic", "Sony", "LG Electronics", "Canon", "Xerox", "Ricoh", "Epson", "Kyocera",
    "Konica Minolta", "Lexmark",
    "Logitech", "Oracle", "SAP", "Adobe", "VMware", "Citrix", "Windows (?:\\d+|Server|XP|Vista)", "Red Hat",
    "Android(?= \\d)", "Google Workspace", "Chromebook", "Zoom(?= (?:licen|Meet))",
    # vehicles and machines
    "Volkswagen", "VW", "Mercedes(?:[- ]Benz)?", "BMW", "Audi", "Toyota", "Renault", "Peugeot", "Citro[eë]n",
    "Škoda", "Skoda", "Hyundai", "Kia", "Nissan", "Opel", "Volvo", "Scania", "Iveco", "IVECO",
    "MAN(?= (?:TG|Lion))", "Ford(?= (?:Transit|Focus|Ranger|Fiesta|Kuga|Tourneo))", "Tesla", "BYD", "Dacia",
    "Fiat", "Caterpillar", "Komatsu", "John Deere", "Husqvarna", "Stihl", "STIHL", "Makita", "Bosch", "Hilti",
    "K[aä]rcher", "Michelin", "Bridgestone", "Goodyear",
    # furniture, cleaning, office
    "Steelcase", "Herman Miller", "Vitra(?! ?min)", "IKEA", "Knoll", "Tork", "Kimberly[- ]Clark", "Diversey",
    "Vileda", "Post-it", "3M", "Velcro", "Tipp-Ex", "Leitz", "Staedtler", "Pilot G2",
    # buildings and light
    "Velux", "VELUX", "Knauf", "Rockwool", "ROCKWOOL", "Styrofoam", "Sika", "Philips", "Osram", "OSRAM",
    "Siemens", "ABB", "Schneider Electric", "Daikin", "Viessmann", "Vaillant", "Grohe", "Geberit",
    "Corian", "Teflon",
    "Gore-?Tex", "GORE-TEX", "Kevlar",
)  # fmt: skip

MAKES = re.compile(
    rf"(?<![\w/])(?=[A-ZŠ3i])(?:{'|'.join(_MAKES)})(?![\w-])(?:\s+(?!or\b|and\b)[A-Z0-9](?:[\w.-]*\w)?){{0,2}}"
)
