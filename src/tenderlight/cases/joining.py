"""Documents that name no buyer, put beside those of the one buyer who has their project number in this case.

Asked anew of the whole case each time, so that the answer does not depend on the order in which documents were read.
"""

from __future__ import annotations

from tenderlight.cases.database import Database

BECAUSE = "The documents print the same project number; those that name a buyer name the same one."

_JOINS = """
WITH named AS (
    SELECT substr(key, 1, instr(key, ' buyer:') - 1) AS number, min(id) AS id FROM contracts
    WHERE key GLOB 'project:* buyer:*' GROUP BY 1 HAVING count(*) = 1
)
SELECT bare.id, named.id FROM contracts AS bare JOIN named ON named.number = bare.key ORDER BY 1
"""


def joins(database: Database) -> dict[str, str]:
    """Return, for each contract that is known by a number alone, the contract of the one buyer with that number.

    A number that two buyers of the case have joins nothing.
    """
    return dict(database.query(_JOINS))


def is_without_buyer(key: str) -> bool:
    """Say whether a contract is known by a number alone, so that other documents of the case may say whose it is."""
    return key.startswith("project:") and " buyer:" not in key
