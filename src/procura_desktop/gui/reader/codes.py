"""Words for the codes that only the reader spells out."""

from PySide6.QtCore import QCoreApplication

from procura_desktop.domain.records import Direction, LabelType, Maturity, Origin, ResultBasis

translate = QCoreApplication.translate


def origin_name(origin: Origin) -> str:
    """Say who stated a criterion."""
    return {
        "eu": translate("Reader", "EU criteria"),
        "national": translate("Reader", "National criteria"),
        "model": translate("Reader", "Our model text"),
        "own": translate("Reader", "Your office's own text"),
    }[origin]


def maturity_name(maturity: Maturity) -> str:
    """Say how common on the market what is asked for is."""
    return {
        "common": translate("Reader", "Common: most suppliers can meet it"),
        "growing": translate("Reader", "Growing: several suppliers can meet it"),
        "emerging": translate("Reader", "Emerging: few suppliers can meet it, ask the market first"),
        "unknown": translate("Reader", "Not known: ask the market first"),
    }[maturity]


def burden_name(level: int) -> str:
    """Say how much work a criterion makes, 1 to 3."""
    return {
        1: translate("Reader", "Easy (1 of 3)"),
        2: translate("Reader", "Moderate (2 of 3)"),
        3: translate("Reader", "Heavy (3 of 3)"),
    }.get(level, str(level))


def direction_name(direction: Direction) -> str:
    """Say in which direction a property is limited."""
    return {
        "at-least": translate("Reader", "at least"),
        "at-most": translate("Reader", "at most"),
        "yes-no": translate("Reader", "yes or no"),
    }[direction]


def result_basis_name(basis: ResultBasis) -> str:
    """Say how a result is known."""
    return {
        "measured": translate("Reader", "measured"),
        "calculated": translate("Reader", "calculated"),
        "claimed": translate("Reader", "stated"),  # by somebody: a claim, an award, or a plain count
    }[basis]


def label_type_name(kind: LabelType) -> str:
    """Name a type of label."""
    return {
        "type-i": translate("Reader", "Ecolabel, checked by a third party (ISO 14024, type I)"),
        "type-ii": translate("Reader", "The maker's own claim (ISO 14021, type II)"),
        "type-iii": translate("Reader", "Environmental declaration with figures (ISO 14025, type III)"),
        "scheme": translate("Reader", "Sustainability scheme"),
        "energy": translate("Reader", "Energy label"),
        "management": translate("Reader", "Certificate for a management system"),
    }[kind]


def language_name(code: str) -> str:
    """Name a language; an unknown code names itself."""
    return {
        "en": translate("Reader", "English"),
        "fr": translate("Reader", "French"),
        "de": translate("Reader", "German"),
        "es": translate("Reader", "Spanish"),
        "nl": translate("Reader", "Dutch"),
        "pt": translate("Reader", "Portuguese"),
    }.get(code, code)


def code_meaning(code: str) -> str:
    """Say what a code of environmental-impact, social-objective or innovative-acquisition means."""
    return {
        "biodiv-eco": translate("Reader", "Protecting and restoring biodiversity and ecosystems"),
        "circ-econ": translate("Reader", "Transition to a circular economy"),
        "clim-adapt": translate("Reader", "Climate change adaptation"),
        "clim-mitig": translate("Reader", "Climate change mitigation"),
        "pollu-prev": translate("Reader", "Pollution prevention and control"),
        "water-mar": translate("Reader", "Sustainable use and protection of water and marine resources"),
        "acc-all": translate("Reader", "Accessibility for all"),
        "et-eq": translate("Reader", "Ethnic equality"),
        "gen-eq": translate("Reader", "Gender equality"),
        "hum-right": translate("Reader", "Human rights due diligence in global supply chains"),
        "opp": translate("Reader", "Employment of the long-term unemployed and of disadvantaged persons"),
        "work-cond": translate("Reader", "Fair working conditions"),
        "mar-nov": translate("Reader", "New or significantly improved on the market"),
        "proc-innov": translate("Reader", "Process innovation"),
        "prod-innov": translate("Reader", "Product innovation"),
        "rd-act": translate("Reader", "Research and development"),
        "other": translate("Reader", "Other"),
    }.get(code, code)
