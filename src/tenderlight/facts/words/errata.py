"""Words around what a paper said and what it should have said, for every room that reads corrections."""

from __future__ import annotations

import re

WRONG_IBERIAN = r"(?:donde (?:dice|decía|se lee)|on(?:de)? (?:se lê|se lia|lê-se|consta))"
"""Before the words that were wrong, in Spanish and Portuguese."""
RIGHT_IBERIAN = (
    r"(?:deb(?:e|ió|erá) (?:decir|leerse)|léase|leia-se|lê-se|deve(?:rá)? ler-se|passa a (?:constar|ler-se))"
)
"""Before the words that stand in their place."""
CONTRACT_CHANGED = re.compile(
    r"\bcontract (?:change|modification|amendment|variation|extension)|contract notice amendment|"
    r"\b(?:change|modification|amendment|variation|extension) (?:no\.? ?\d+ )?"
    r"(?:to|of) (?:the )?(?:contract|agreement)\b"
)
"""Headings of papers that change a contract which was signed."""
