"""What the tools that train readers share: training on words or names in their order, and a digest of the texts."""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from pycrfsuite import ItemSequence, Trainer

from tenderlight.facts.readers.signs import Signs

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "src" / "tenderlight" / "_generated"
NOTICES = tuple(sorted((ROOT / "evaluation" / "notices").glob("development*.jsonl")))
"""The held-out parts are not opened."""
Text = tuple[str, Sequence[Signs], Sequence[str]]
Made = tuple[Sequence[Path], Path]


def trained(sequences: Iterable[tuple[Sequence[Signs], Sequence[str]]], settings: dict[str, object]) -> bytes:
    """Return a model, compressed, that tells the tags of words or names.

    Args:
        sequences: What is seen of each word or name of a text, and its tag.
        settings: Of the trainer, as CRFsuite calls them.
    """
    trainer = Trainer(verbose=False)
    for signs, tags in sequences:
        if signs:
            trainer.append(ItemSequence(signs), tags)
    trainer.set_params(settings)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return lzma.compress(path.read_bytes(), preset=9)


def train_and_write(told: str, model: str, texts: Iterable[Text], settings: dict[str, object], made: Made) -> None:
    """Train one model as the command line asks for it, and write it.

    Args:
        told: What the tool is for, as its help says.
        model: The file of the model.
        texts: The id of each text or name, what is seen of each of its words, and their tags.
        settings: Of the trainer, as CRFsuite calls them.
        made: The sets of texts, and the file that says of which of them the model was made.
    """
    parser = argparse.ArgumentParser(description=told, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], metavar="PREFIX", help="leave out texts with such ids")
    parser.add_argument("--to", type=Path, default=None, metavar="FILE", help="write the model there")
    arguments = parser.parse_args()
    left = tuple(arguments.without)
    kept = [(signs, tags) for name, signs, tags in texts if not (left and name.startswith(left))]
    written = trained(kept, settings)
    if arguments.to is None:
        write({model: written}, *made)
    else:
        arguments.to.write_bytes(written)
    print(f"{model}: {len(kept)} texts, {len(written)} bytes")


def write(models: dict[str, bytes], made_of: Sequence[Path], told: Path) -> None:
    """Write models among the generated tables, and beside them of which texts they were made.

    A test holds both against the texts that ship.
    """
    for name, model in models.items():
        (GENERATED / name).write_bytes(model)
    made = {
        "made_of": digest_of(made_of),
        "sha256": {name: hashlib.sha256(model).hexdigest() for name, model in models.items()},
    }
    told.write_text(json.dumps(made) + "\n", "utf-8")


def digest_of(paths: Sequence[Path]) -> str:
    """Return the SHA-256 of texts one behind the other."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
