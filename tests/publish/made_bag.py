"""A small dossier made step by step, as its reference page says, without the code that publishes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from tenderlight.archive.custody import Act, CustodyLog, Entry
from tenderlight.archive.disclosing import write_disclosed
from tenderlight.archive.key_changes import change_to
from tenderlight.archive.keys import own_key
from tenderlight.archive.timestamps import keep_token, request_for
from tests.archive.made_authority import Authority

ORIGIN = "tenderlight-case/01"
TEXT = "采购人脸识别系统，预算一百万元。\n"
ORIGINAL = TEXT.encode()
SECRET = b"a page that stays sealed"
STANDALONE = Path(__file__).resolve().parents[2] / "src" / "tenderlight" / "publish" / "standalone"


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


DOCUMENT, SEALED = sha256(ORIGINAL), sha256(SECRET)


def write_json(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False, sort_keys=True, indent=2) + "\n", "utf-8")


def write_payload(data: Path, text: str, findings: int) -> None:
    """Write all but the custody."""
    claims = []
    for number in range(findings):
        document = (DOCUMENT, SEALED)[number % 2]
        file = f"pages/{document}-1.json"
        page = {"document": document, "page_number": 1, "pointer": None, "offset": 0, "text": text}
        write_json(data / file, page)
        quote = {"document": document, "page_number": 1, "start": 2, "end": 6, "text": text[2:6], "page_file": file}
        review = {"number": number + 1, "person": "R."}
        claims.append({"claim": f"claim-{number}", "quotes": [quote], "reviews": [review]})
    write_json(data / "claims.json", {"claims": claims})
    write_json(data / "sealed.json", [{"document": SEALED}])
    (data / "originals").mkdir()
    (data / "originals" / DOCUMENT).write_bytes(ORIGINAL)
    (data / "index.html").write_text("<p>words</p>")
    for name in ("verify.py", "README.txt"):
        (data / name).write_bytes((STANDALONE / name).read_bytes())


def listed(folder: Path, names: Sequence[str]) -> str:
    return "".join(f"{sha256((folder / name).read_bytes())}  {name}\n" for name in sorted(names))


def seal(folder: Path) -> None:
    """Write the lists of a bag anew."""
    names = [path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*") if path.is_file()]
    if not (folder / "bagit.txt").exists():
        (folder / "bagit.txt").write_text("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    (folder / "manifest-sha256.txt").write_text(listed(folder, names), "utf-8")
    (folder / "tagmanifest-sha256.txt").write_text(listed(folder, ["bagit.txt", "manifest-sha256.txt"]), "utf-8")


def contents(folder: Path) -> str:
    names = [path.relative_to(folder).as_posix() for path in (folder / "data").rglob("*") if path.is_file()]
    return sha256(listed(folder, [name for name in names if not name.startswith("data/custody/")]).encode())


def is_shown(entry: Entry) -> bool:
    return entry.details.get("path") != "other.pdf"


def make_bag(folder: Path, *, text: str = TEXT, authority: Authority | None = None, findings: int = 2) -> Path:
    """Make a dossier in `folder`/dossier of a case in `folder`/case, signed by the key of the installation.

    Args:
        folder: Where.
        text: What is said to have been read of its originals.
        authority: Puts a time on a checkpoint before the publication; None = nobody does.
        findings: How many.
    """
    case, bag = folder / "case", folder / "dossier"
    log = CustodyLog(case, by="tenderlight/1", begin={"case": "01"})
    for document in (DOCUMENT, "ab" * 32, SEALED):
        path = "other.pdf" if document.startswith("abab") else "x.pdf"
        log.append(Act.INGEST, object=document, size_bytes=1, path=path)
    for number in range(findings):
        log.append(Act.REVIEW, claim=f"claim-{number}", number=number + 1, verdict="confirm", person="R.")
    key = own_key()
    change = change_to(key, origin=ORIGIN, before=None)
    if change is not None:
        log.append(Act.KEY, **change)
    if authority is not None:
        log.commit()
        pinned = log.checkpoint(origin=ORIGIN, key=key)
        assert pinned is not None
        token = authority.stamp(request_for((case / "checkpoints" / f"{pinned.entries:08d}").read_bytes()))
        said = keep_token(case, entries=pinned.entries, token=token, authority=authority.certificates)
        log.append(Act.STAMP, **said)
        for number in range(5):
            log.append(Act.INGEST, object=f"{number:064x}", size_bytes=1, path="other.pdf")
    write_payload(bag / "data", text, findings)
    claims = " ".join(f"claim-{number}" for number in range(findings))
    log.append(Act.PUBLISH, number=1, sha256=contents(bag), claims=claims, dossier="d-1", person="E.")
    log.commit()
    log.checkpoint(origin=ORIGIN, key=key)
    log.close()
    write_disclosed(case, bag / "data" / "custody", is_shown=is_shown)
    seal(bag)
    return bag
