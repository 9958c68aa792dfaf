"""Weaker forms of the rules: the same senses farther apart, in another order, or one of three missing; or any two.

The weakest form of all asks for any sense of a capability, where its clause names what the capability acts on or has
another of its senses, and where the letters of the lines favour the capability over all others.

What only a weaker form meets is no claim by itself: most of it is chance. It becomes one where the second reader, asked
about the lines around, agrees so far that a find like it is most likely right (`tenderlight.capabilities.likelihood`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tenderlight.capabilities.vocabulary import Capability, Form, Need, Neighbour, Pattern, Scope

WEAKER = "The rule is met in a weaker form only: its words stand farther apart than it asks for, or one is missing."
WEAKEST = "Of the rule no more is met than what the capability acts on and one other of its senses."
FEWEST_NEEDS = 3
"""Senses that a pattern must ask for, lest too little is left where one of them is missing."""
FARTHER, FAR = 2.5, 25
"""How many times farther apart senses may stand, and how far at least."""
FARTHER_OF_FEWER, FAR_OF_FEWER = 1.6, 4
"""The same, and what is added to it, where one is missing."""
CONFIDENCE, CONFIDENCE_OF_FEWER = 0.4, 0.3
"""What a weaker form is worth; the same where a sense is missing."""
ANY_TWO = "what it acts on, and one more of its senses"
"""Name of the weakest form of all, one a capability."""
FAR_OF_ANY_TWO = 45
SOME = "some of its senses in one clause, whose wording speaks for it"
"""Name of the form that asks for least, one a capability."""
CONFIDENCE_OF_SOME = 0.1
SOME_ONLY = "Of the rule only some senses stand in the clause: that they mean it is told by the wording around."
CONFIDENCE_OF_ANY_TWO = 0.2
MARKS: Mapping[str, frozenset[str]] = {
    "eth.face_ethnicity": frozenset(
        {"ethnicity", "people", "race_word", "skin", "minority_kind", "ethnic_field", "apparent_trait", "by_trait"}
    ),
    "eth.group_registry": frozenset(
        {"ethnicity", "people", "by_trait", "minority_kind", "origin", "origin_person", "origin_person_named"}
        | {"origin_word", "place_listed", "watched_region"}
    ),
    "eth.language_id": frozenset({"minority_language", "language_kind", "language_name", "accent_word", "people"}),
    "eth.religion_profiling": frozenset(
        {"worship_place", "believer", "religious_dress", "religious_activity", "religious_material", "religion_trait"}
        | {"zh_faith"}
    ),
}
"""Of capabilities that sort people by who they are, the senses one of which must be met in any weaker form: age and
sex, hats and addresses are told by the same devices in the same words, and nobody is accused of more than stands there.
"""
_INTRUDES = frozenset(
    {"covert_sure", "spyware_named", "broken_into", "others_device", "target_kind", "intrude_tool", "attack_gear"}
    | {"agent_word", "attack_word"}
)
_NOT_AMONG: Mapping[str, tuple[Need, ...]] = {
    "bio.dna": (Need(senses=frozenset({"tissue_donor"}), spare=frozenset({"police", "detained"})),),
    "dev.spyware": (
        Need(senses=frozenset({"managed_device"}), spare=frozenset({"covert_sure"})),
        Need(senses=frozenset({"remotely"}), spare=_INTRUDES),
    ),
    "dev.wifi_sniffer": (Need(senses=frozenset({"signal_booster"}), spare=frozenset({"wifi_probe"})),),
    "eth.religion_profiling": (
        Need(
            senses=frozenset({"attribute_peer"}),
            count=2,
            spare=frozenset(
                {"worship_place", "believer", "religious_activity", "religious_material", "religion_trait"}
            ),
        ),
    ),
    "face.retro_search": (Need(senses=frozenset({"burial_place"}), spare=frozenset({"police"})),),
    "veh.lpr_network": (Need(senses=frozenset({"vehicle_test"}), spare=frozenset({"police", "road_camera"})),),
}
"""What no weaker form of a capability may stand among, and what lifts that: beside glasses and hats a head scarf is one
more thing worn; a help desk works from afar as an intruder does, and what an intruder does is to hide, to get in or to
have a target; donors of marrow give what the police take; who tests cars notes plates, too.
"""


def weaker_forms(capabilities: Iterable[Capability], own: Mapping[str, Neighbour]) -> tuple[Capability, ...]:
    """Return capabilities with the weaker forms of their patterns in place of the patterns.

    Args:
        capabilities: The capabilities.
        own: By code, what each acts on or with, which is never what may be missing.
    """
    acts_on = {code: neighbour.own for code, neighbour in own.items()}
    return tuple(
        _set_apart(one, _forms(one.patterns, acts_on.get(one.code, frozenset()), MARKS.get(one.code)))
        for one in capabilities
    )


def weakest_forms(capabilities: Iterable[Capability], own: Mapping[str, Neighbour]) -> tuple[Capability, ...]:
    """Return capabilities with two patterns each: what it acts on, and any other sense that it asks for; any of these.

    Args:
        capabilities: The capabilities.
        own: By code, what each acts on or with; of others it is what their patterns name first.
    """
    acts_on = {code: neighbour.own for code, neighbour in own.items()}
    return tuple(_set_apart(one, _any_two(one, acts_on.get(one.code, frozenset()))) for one in capabilities)


def _set_apart(capability: Capability, forms: Iterable[Pattern]) -> Capability:
    """Return a capability with these forms in place of its patterns, none of which stands among other matters."""
    among = _NOT_AMONG.get(capability.code, ())
    return replace(capability, patterns=tuple(replace(form, without=(*form.without, *among)) for form in forms))


def _any_two(capability: Capability, own: frozenset[str]) -> Iterator[Pattern]:
    patterns = [pattern for pattern in capability.patterns if not pattern.only]
    asked = frozenset(sense for pattern in patterns for need in pattern.core for sense in need.senses)
    first = own or frozenset(sense for pattern in patterns for sense in pattern.core[0].senses)
    if asked - first:
        yield Pattern(
            name=ANY_TWO,
            core=(Need(senses=first), Need(senses=asked - first)),
            scope=Scope.LINE,
            near=FAR_OF_ANY_TWO,
            in_order=False,
            context=(),
            without=(),
            unless=(),
            only=frozenset(),
            confidence=CONFIDENCE_OF_ANY_TWO,
            against=(WEAKEST,),
            form=Form.ANY_TWO,
        )
    yield Pattern(
        name=SOME,
        core=(Need(senses=asked | first),),
        scope=Scope.LINE,
        near=0,
        in_order=False,
        context=(),
        without=(),
        unless=(),
        only=frozenset(),
        confidence=CONFIDENCE_OF_SOME,
        against=(SOME_ONLY,),
        form=Form.SOME,
    )


def _forms(patterns: Sequence[Pattern], own: frozenset[str], marks: frozenset[str] | None) -> Iterator[Pattern]:
    known: set[frozenset[frozenset[str]]] = set()
    for pattern in patterns:
        for core in _cores(pattern, own):
            named = frozenset(need.senses for need in core)
            is_marked = marks is None or core == pattern.core or any(need.senses <= marks for need in core)
            if is_marked and named not in known and not pattern.only:
                known.add(named)
                yield _weaker(pattern, core)


def _cores(pattern: Pattern, own: frozenset[str]) -> Iterator[tuple[Need, ...]]:
    yield pattern.core
    if len(pattern.core) >= FEWEST_NEEDS:
        for number, missing in enumerate(pattern.core):
            fewer = pattern.core[:number] + pattern.core[number + 1 :]
            if not missing.senses & own or any(need.senses & own for need in fewer):
                yield fewer


def _weaker(pattern: Pattern, core: tuple[Need, ...]) -> Pattern:
    is_whole = core == pattern.core
    reach = max(pattern.near * FARTHER, FAR) if is_whole else pattern.near * FARTHER_OF_FEWER + FAR_OF_FEWER
    return replace(
        pattern,
        core=core,
        scope=Scope.LINE if is_whole else Scope.SENTENCE,
        near=int(reach),
        in_order=False,
        confidence=CONFIDENCE if is_whole else CONFIDENCE_OF_FEWER,
        against=(WEAKER, *pattern.against),
        form=Form.FARTHER if is_whole else Form.FEWER,
    )
