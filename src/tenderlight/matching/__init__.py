"""Names of parties against entries of lists: candidates by index, grades by rules, reasons in words.

`Matcher(entities).find(Query(name=…))` returns matches with a grade: same identifier, same registered name, listed
alias, derived form, resembles. Only the first four may carry a claim; what resembles is for a person. It compares names
as written and never says who anybody is.
"""

from tenderlight.matching.answers import CLAIM_GRADES, MATCHING_VERSION, Feature, Grade, Match, Query
from tenderlight.matching.matcher import Matcher

__all__ = ["CLAIM_GRADES", "MATCHING_VERSION", "Feature", "Grade", "Match", "Matcher", "Query"]
