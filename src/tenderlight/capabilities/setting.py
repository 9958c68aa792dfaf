"""What is known of a document before its words are looked at, and what that alone makes of them."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.capabilities.cues import DELIVERING_STAGES
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import Polarity, Stage

CALLED_OFF = "It stands in a framework: nobody must buy it before it is called off."
_BY_STAGE = {
    Stage.PLAN: Polarity.DISCUSSED,
    Stage.TENDER: Polarity.REQUIRED,
    Stage.SINGLE_SOURCE: Polarity.REQUIRED,
    Stage.CANDIDATE: Polarity.OFFERED,
    Stage.AWARD: Polarity.OFFERED,
    Stage.CONTRACT: Polarity.OFFERED,
    Stage.ACCEPTANCE: Polarity.OFFERED,
    Stage.CORRECTION: Polarity.REQUIRED,
    Stage.CANCELLATION: Polarity.NEGATED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What is known of a document before its words are looked at."""

    stage: Stage | None
    is_bid: bool = False
    """A bidder's own document: what it says, it offers."""
    is_boilerplate: bool = False
    """General terms: nothing is bought by them."""
    is_answers: bool = False
    """Questions and answers."""
    is_framework: bool = False
    """Items to call off: nobody is bound to buy what no word in the text demands."""
    is_talk: bool = False
    """News, law, study, brochure: nothing is bought by it."""

    @property
    def buys_nothing(self) -> bool:
        """Say whether what the document demands or offers is not bought by it: talk, or a plan."""
        return self.is_talk or (self.stage is Stage.PLAN and not self.is_bid)

    @property
    def delivers(self) -> bool:
        """Say whether what the document demands is what will be, or was, delivered: a bid, an award, a contract."""
        return self.is_bid or self.stage in DELIVERING_STAGES

    @property
    def default(self) -> Verdict:
        """The polarity of words that nothing nearer speaks about."""
        if self.is_talk:
            return Verdict(Polarity.DISCUSSED, "document")
        if self.is_bid:
            return Verdict(Polarity.OFFERED, "document")
        if self.stage is None:
            return Verdict(Polarity.DISCUSSED, "document", against=("It is not known what kind of document this is.",))
        if self.is_framework:
            return Verdict(Polarity.OPTIONAL, "document", against=(CALLED_OFF,))
        return Verdict(_BY_STAGE[self.stage], "document")
