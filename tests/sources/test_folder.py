"""Walking folders: one order, no loops, nothing lost in silence."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from tenderlight.sources.folder import FoundFile, NotReceived, walk


def names(folder: Path, **options: Path) -> list[str]:
    return [found.shown_path for found in walk([folder], **options) if isinstance(found, FoundFile)]


def troubles(folder: Path) -> list[tuple[str, str]]:
    return [(found.shown_path, found.problem.code) for found in walk([folder]) if isinstance(found, NotReceived)]


def test_files_come_sorted_by_name_within_each_folder(tmp_path: Path) -> None:
    root = tmp_path / "招标"
    for name in ["b.pdf", "a/2.txt", "a/10.txt", "中标公告.html"]:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")
    assert names(root) == ["招标/a/10.txt", "招标/a/2.txt", "招标/b.pdf", "招标/中标公告.html"]


def test_a_single_file_is_received_under_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "notice.html").write_text("x")
    assert names(tmp_path / "notice.html") == ["notice.html"]


def test_a_loop_of_links_ends_and_is_reported(tmp_path: Path) -> None:
    root = tmp_path / "case"
    (root / "inner").mkdir(parents=True)
    (root / "inner" / "one.txt").write_text("x")
    (root / "inner" / "up").symlink_to(root)
    assert names(root) == ["case/inner/one.txt"]
    assert troubles(root) == [("case/inner/up", "folder-loop")]


def test_a_link_to_nowhere_and_a_missing_path_are_reported(tmp_path: Path) -> None:
    root = tmp_path / "case"
    root.mkdir()
    (root / "gone.pdf").symlink_to(tmp_path / "nowhere")
    assert troubles(root) == [("case/gone.pdf", "broken-link")]
    assert troubles(tmp_path / "never") == [("never", "no-such-file")]


def test_the_case_itself_is_left_out_without_a_word(tmp_path: Path) -> None:
    root = tmp_path / "papers"
    (root / "case").mkdir(parents=True)
    (root / "case" / "case.sqlite").write_text("x")
    (root / "a.txt").write_text("x")
    found = list(walk([root], leave_out=root / "case"))
    assert [one.shown_path for one in found] == ["papers/a.txt"]


def test_a_name_that_is_no_text_is_shown_in_hexadecimal(tmp_path: Path) -> None:
    root = tmp_path / "case"
    root.mkdir()
    Path(os.fsdecode(os.fsencode(root) + b"/\xd6\xd0.txt")).write_text("x")
    assert names(root) == [r"case/\xd6\xd0.txt"]


def lines_seen_without_rights(root: Path) -> list[str]:
    """Walk a folder in a child that is not root, and return what it says."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            found = list(walk([root]))
            lines = [one.shown_path for one in found if isinstance(one, FoundFile)]
            lines += [f"{one.shown_path} {one.problem.code}" for one in found if isinstance(one, NotReceived)]
            os.write(write, "\n".join(lines).encode())
        finally:
            os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as answer:
        return answer.read().splitlines()


def test_a_folder_without_permission_is_reported_and_the_rest_goes_on() -> None:
    with tempfile.TemporaryDirectory() as outside:  # pytest's own folders are closed to other users
        Path(outside).chmod(0o755)
        root = Path(outside) / "case"
        (root / "closed").mkdir(parents=True)
        (root / "open.txt").write_text("x")
        root.chmod(0o755)
        (root / "closed").chmod(0)
        assert lines_seen_without_rights(root) == ["case/open.txt", "case/closed folder-not-readable"]
        (root / "closed").chmod(0o700)
