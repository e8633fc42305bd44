"""The sustainability of a procurement by the OCDS extension: goals, by which means, through which criteria.

The goals correspond to codes of eForms one to one, by title and description of both lists.
"""

from procura_desktop.domain.kinds import CriterionKind
from procura_desktop.domain.procurement import Item
from procura_desktop.export.eforms_lot import ENVIRONMENT, INNOVATION, SOCIAL, codes_named
from procura_desktop.export.green_criteria import GreenCode, green_criteria
from procura_desktop.export.ocds_criteria import Data
from procura_desktop.export.papers.desk import Desk

GOALS: dict[str, dict[str, str]] = {
    ENVIRONMENT: {
        "clim-mitig": "environmental.climateChangeMitigation",
        "clim-adapt": "environmental.climateChangeAdaptation",
        "circ-econ": "environmental.circularEconomy",
        "pollu-prev": "environmental.pollutionPrevention",
        "water-mar": "environmental.waterResourcesProtection",
        "biodiv-eco": "environmental.biodiversityProtectionRestoration",
        "other": "environmental",
    },
    SOCIAL: {
        "acc-all": "social.accessibility",
        "et-eq": "social.ethnicEquality",
        "gen-eq": "social.genderEquality",
        "hum-right": "social.humanRightsInSupplyChains",
        "opp": "social.disadvantagedEmploymentOpportunities",
        "work-cond": "social.laborRightsPromotion",
        "other": "social",
    },
    INNOVATION: {
        "mar-nov": "economic.marketInnovationPromotion",
        "proc-innov": "economic.processInnovationPromotion",
        "prod-innov": "economic.productInnovationPromotion",
        "rd-act": "economic.researchDevelopmentActivities",
    },
}
# The subject matter is no strategy of the list.
STRATEGIES: dict[CriterionKind, str] = {
    "SC": "selectionCriteria",
    "TS": "technicalSpecifications",
    "AC": "awardCriteria",
    "CPC": "contractPerformanceConditions",
}
GREEN: dict[GreenCode, str] = {
    "eu": "euGPPCriteria",
    "national": "nationalGPPCriteria",
    "other": "otherGPPCriteria",
}


def sustainability(desk: Desk, items: tuple[Item, ...]) -> list[Data]:
    """Give an entry for each goal that the sources of these items name."""
    green = GREEN.get(green_criteria(items).code, "")
    found: list[Data] = []
    for codelist, goals in GOALS.items():
        for code, goal in goals.items():
            serving = [item for item in items if code in codes_named(item, codelist)]
            if serving:
                means = [
                    STRATEGIES[kind] for kind in STRATEGIES if any(item.kind == kind for item in serving)
                ]
                if codelist == ENVIRONMENT and green:
                    means.append(green)
                told = "; ".join(f"{desk.numbers[item.id]} {item.title}" for item in serving)
                found.append({"goal": goal, "strategies": means, "description": told})
    return found
