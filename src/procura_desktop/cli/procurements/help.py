"""What `procura-desktop procurement --help` prints; each line of an action shows how it is written."""

HELP = """\
Procurements from the shell: the same that the window shows, in the same workspace.

Begin and look:
  procurement new TITLE [--group G] [--ambition A] [--small] [--template]     begin one; prints its id
  procurement new TITLE --from ID [--template]                                begin like another one
  procurement list                                                            all of them
  procurement show ID                                                         one, with the ids in it
  procurement set ID NAME=VALUE...                                            fill in; names as below

Lots and criteria:
  procurement lot ID TITLE...                                                 make lots; prints their ids
  procurement add ID CRITERION... --reason WHY [--level L] [--lots LOT,LOT]   take criteria of the library
  procurement own ID TITLE --kind K --reason WHY [--lots LOT,LOT]             one of your own; prints its id
  procurement confirm ID ITEM... --by WHO --page P [--read-in D] [--on DAY]   its figures were read there
  procurement move ID ITEM PLACE                                              1 is the first of its kind
  procurement remove ID NAME... [--with-criteria | --for-all-lots]            take out what has this id

Award and contract:
  procurement offer ID NAME --price N                                         an example; prints its id
  procurement follow-up ID ITEM WHAT                                          what to check; prints its id
  procurement checked ID FOLLOW-UP [--on DAY]                                 it was checked; today is usual

What leaves and what comes:
  procurement check ID                                                        what the checks find
  procurement export ID --to DIR [--form F] [--document D...] [--replace]     write the documents
  procurement save ID... --to FILE.procurement                                a file for a colleague
  procurement take FILE [--keep mine|theirs|both]                             take such a file in

Names for `set`; LOT, ITEM, OFFER and F are ids as `show` prints them. An empty value empties the field.

  what is bought  title, buyer, reference, need, purpose, value, currency, cpv, groups (the last two divided
                  by commas), nature, people_use (yes or no), accessibility, clean_vehicles,
                  energy_efficiency
  how and when    procedure, ambition, no_lots, language, publication, deadline, contract_start,
                  contract_end, contact.name, contact.email, contact.phone, status (draft or closed),
                  template (yes or no)
  a lot           lot.LOT.title, .description, .value, .cpv
  a criterion     item.ITEM.title, .reason, .level, .level_reason, .link, .requirement, .proof_tender,
                  .proof_contract, .points, .lots (LOT,LOT; empty is every lot), .slot.NAME for a figure,
                  and of your own .kind: SM subject matter, SC selection, TS specification, AC award,
                  CPC contract clause
  the award       weighting, order_reason, tie, decimals, price.kind (price, or cost for the life cycle),
                  price.weight, price.most, price.minimum, and item.ITEM.weight, .most, .minimum;
                  formula (linear, relative or table), zero_at, price.table: per cent of the lowest price
                  and the score up to there, such as 100:100,120:60,150:20
  an offer        offer.OFFER.name, .price, .score.ITEM (0 to 100)
  a follow-up     follow-up.F.what, .after_days, .every_months (0 is once), .proof, .if_not

A figure has to be a number where its source says what is sensible; one beyond that is kept, and told.
A new offer scores 50 for each award criterion. --read-in names the document in which the figures were
read; without it that is the first source of the criterion.

A lot that is taken out may leave criteria that held for it alone: --with-criteria takes them out too,
--for-all-lots keeps them for all lots. A closed procurement can only be opened again (status=draft), and
what was checked can be noted in it. --from begins without dates, offers and history.

What a file has of a procurement that is here already is left out, unless --keep says otherwise: theirs
takes the place of yours, both keeps the two beside each other. docs/procurement-file.md describes the file.

Forms: docx (usual), odt, html, md, txt. Documents: specification, criteria, contract, answers, evaluation,
follow-up, file-note (these in the form), answer-form, matrix (XLSX), calendar (ICS), eforms-table (XLSX),
eforms-csv (CSV), eforms-xml (XML), ocds (JSON; wants --ocid-prefix). Without --document all are written
but ocds. --replace writes over what is there.

--json prints one JSON document instead; -- ends the options, so that a title may begin with a hyphen.
"""


def usage(action: str) -> str:
    """Give how an action is written."""
    line = next(line for line in HELP.splitlines() if line.startswith(f"  procurement {action} "))
    return f"procura-desktop {line.strip().partition('  ')[0]}"
