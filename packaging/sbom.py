"""The bill of materials of a bundle (CycloneDX 1.6, JSON): what is in it, for tools that watch for faults.

It holds no moment and no number of its own but those of the commit, so that two builds give the same file.
"""

import json
from collections.abc import Iterable
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.bom import BomMetaData as MetaData
from cyclonedx.model.component import Component as Part
from cyclonedx.model.component import ComponentType
from cyclonedx.model.contact import OrganizationalEntity
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

import product
from components import Component

KINDS = {"library": ComponentType.LIBRARY, "data": ComponentType.DATA}


def bill(found: Iterable[Component]) -> str:
    """Write the bill of these parts as JSON."""
    root = Part(
        name=product.NAME,
        version=product.version(),
        type=ComponentType.APPLICATION,
        bom_ref=product.NAME,
        description=product.SUMMARY,
        supplier=OrganizationalEntity(name=product.AUTHORS),
        licenses=[LicenseFactory().make_from_string(product.LICENCE)],
    )
    parts = [_part(one) for one in found]
    listed = "\n".join(f"{part.name} {part.version}" for part in parts)
    made = Bom(
        serial_number=uuid5(
            NAMESPACE_URL, f"{product.NAME} {product.version()} {product.made_at()}\n{listed}"
        ),
        metadata=MetaData(component=root, timestamp=product.made_on()),
        components=parts,
    )
    made.register_dependency(root, parts)
    told = json.loads(JsonV1Dot6(made).output_as_string())
    told["metadata"].pop("tools", None)  # which only says with what this was written
    return json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _part(one: Component) -> Part:
    reference = one.purl or f"data:{one.name}"
    address = next((word for word in one.source.split() if word.startswith("https://")), "")
    return Part(
        name=one.name,
        version=one.version or None,
        type=KINDS[one.kind],
        # Two libraries may come from one package of the system.
        bom_ref=f"{reference}#{one.name}",
        purl=PackageURL.from_string(one.purl) if one.purl else None,
        licenses=[LicenseFactory().make_from_string(one.licence)],
        copyright=f"see licences/{one.name}",
        external_references=[
            ExternalReference(
                type=ExternalReferenceType.SOURCE_DISTRIBUTION,
                url=XsUri(address),
                comment=one.source if one.source != address else None,
            )
        ]
        if address
        else [],
        description=None if address else f"Source: {one.source}",
    )


def check(text: str) -> None:
    """Stop unless the text is a sound bill of materials.

    Raises:
        SystemExit: it does not follow the schema of CycloneDX.
    """
    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if fault is not None:
        raise SystemExit(f"The bill of materials is not sound: {fault.data}")
