"""Proofs hold for what they are of, and for nothing else."""

from __future__ import annotations

import pytest

from tenderlight.archive.merkle import MerkleTree
from tenderlight.archive.proofs import ProofTree, is_consistent, leaf_hash, root_of_inclusion

MOST = 70
ENTRIES = [b"entry %d" % number for number in range(MOST)]
TREE = ProofTree(ENTRIES)


def test_roots_are_those_of_the_growing_tree() -> None:
    growing = MerkleTree()
    for size in range(MOST + 1):
        assert TREE.root(size) == growing.root()
        if size < MOST:
            growing.append(ENTRIES[size])
    assert TREE.root() == TREE.root(MOST)
    assert ProofTree([]).root() == MerkleTree().root()


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_each_entry_is_shown_at_its_place_and_at_no_other(size: int) -> None:
    root = TREE.root(size)
    for seq in range(size):
        proof = TREE.inclusion(seq, size)
        leaf = leaf_hash(ENTRIES[seq])
        assert len(proof) <= 7
        assert root_of_inclusion(leaf, seq, size, proof) == root
        assert root_of_inclusion(leaf_hash(b"another"), seq, size, proof) != root
        assert root_of_inclusion(leaf, seq, size, [*proof, root]) != root
        if proof:
            assert root_of_inclusion(leaf, seq, size, proof[:-1]) != root
            assert root_of_inclusion(leaf, seq ^ 1, size, proof) != root
            assert root_of_inclusion(leaf, seq, size, [bytes(32), *proof[1:]]) != root


@pytest.mark.parametrize("size", range(1, MOST + 1))
def test_a_log_that_only_grew_is_shown_to_have(size: int) -> None:
    root = TREE.root(size)
    other = ProofTree([b"rewritten", *ENTRIES[1:size]]).root()
    for earlier in range(1, size + 1):
        then = TREE.root(earlier)
        proof = TREE.consistency(earlier, size)
        assert is_consistent(earlier, then, size, root, proof)
        assert not is_consistent(earlier, then, size, other, proof)
        assert not is_consistent(earlier, bytes(32), size, root, proof)
        assert not is_consistent(earlier, then, size, root, [*proof, root])
        if proof:
            assert not is_consistent(earlier, then, size, root, proof[:-1])
            assert not is_consistent(earlier, then, size, root, [bytes(32), *proof[1:]])
            assert not is_consistent(earlier + 1, then, size, root, proof)


def test_what_is_not_there_has_no_proof() -> None:
    for seq, size in ((-1, 5), (5, 5), (0, 0), (0, MOST + 1)):
        with pytest.raises(ValueError, match="among"):
            TREE.inclusion(seq, size)
    for earlier, size in ((0, 5), (6, 5), (1, MOST + 1)):
        with pytest.raises(ValueError, match="among"):
            TREE.consistency(earlier, size)
    assert root_of_inclusion(leaf_hash(ENTRIES[0]), 1, 1, ()) is None
    assert not is_consistent(0, TREE.root(0), 5, TREE.root(5), ())
