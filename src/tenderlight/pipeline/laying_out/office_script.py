"""Runs beside LibreOffice, inside the walls: takes one document after another, has each laid out, answers with a PDF.

The interpreter is the one that LibreOffice's own Python module belongs to, so nothing but the standard library and that
module is used. A document comes as the content of one open file, the tray, and its PDF goes into another; what is to be
done, and what came of it, is a line of JSON each, in and out. Whoever reads the answers takes them for hostile: a
document that took LibreOffice over may have written them.
"""

from __future__ import annotations

import codecs
import contextlib
import importlib
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

START_SECONDS = 60.0
END_SECONDS = 2.0
MOST_WORDS = 300
MOST_SPENT_SECONDS = 100_000.0
DESCRIPTORS = 256
PROCESSES = 256
FOLDER = Path("/tmp")  # noqa: S108 - a file system of our own, inside the walls
PROFILE = FOLDER / "profile"
LAID_OUT = FOLDER / "laid-out.pdf"
START_AGAIN = 81
"""What LibreOffice ends with after it has set up a new profile."""
NEVER = 0
"""Of macros: run none. Of links: follow none."""

HEAD_BYTES = 16 * 1024
_REMARKS = re.compile(r"<meta\b(?![^>]{0,2000}(?:content-type|charset))[^>]{0,2000}>", re.IGNORECASE)
"""What a page says of itself: no text of it, and LibreOffice 7.4 ends over some of it when it writes the pages."""
_DECLARED = re.compile(r"""(charset\s*=\s*["']?\s*)([\w.:-]{1,40})""", re.IGNORECASE)
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "shift_jis": "cp932", "euc-kr": "cp949"}
_USUAL = ("gb18030", "big5hkscs", "cp932", "cp949", "cp1252")
_BUILD = re.compile(r"^buildid=(\S{1,100})\s*$", re.MULTILINE)
_SETTINGS = (
    ("org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("org.openoffice.Office.Common/Misc", "UseLocking", "false"),
    ("org.openoffice.Office.Common/Save/Document", "AutoSave", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Link", "2"),
    ("org.openoffice.Office.Writer/Content/Update", "Field", "false"),
    ("org.openoffice.Office.Writer/Content/Update", "Chart", "false"),
    ("org.openoffice.Office.Calc/Content/Update", "Link", "2"),
)
"""What a profile of our own says: no macro, no link, no field that is made anew."""


def main(tray: int, pdf_tray: int, program: str, memory_bytes: int, file_bytes: int) -> None:
    """Serve until no more is asked."""
    with contextlib.suppress(OSError):  # what began this process may yield to others: so does this session
        Path("/proc/self/autogroup").write_text(f"{os.getpriority(os.PRIO_PROCESS, 0)}\n", "ascii")
    office = _Office(program, memory_bytes, file_bytes)
    try:
        _say({"ready": office.version})
        for line in sys.stdin:
            request = json.loads(line)
            try:
                pdf = office.lay_out(request, os.pread(tray, request["size_bytes"], 0))
            except _NotLaidOut as trouble:
                _say({"trouble": str(trouble)[:MOST_WORDS], "spent_seconds": office.spent_seconds})
            else:
                _say({"size_bytes": os.pwrite(pdf_tray, pdf, 0), "spent_seconds": office.spent_seconds})
    finally:
        office.end()


class _NotLaidOut(Exception):
    """LibreOffice did not lay a document out."""


class _Office:
    """LibreOffice, running with a profile of its own."""

    def __init__(self, program: str, memory_bytes: int, file_bytes: int) -> None:
        self._uno: Any = importlib.import_module("uno")
        self._errors = (self._uno.getClass("com.sun.star.uno.Exception"), OSError, ValueError, AttributeError)
        _write_profile(Path(program).with_name("versionrc"))
        self._command = [
            program,
            "--headless",
            "--invisible",
            "--norestore",
            "--nodefault",
            "--nolockcheck",
            "--nologo",
            "--nofirststartwizard",
            f"-env:UserInstallation={PROFILE.as_uri()}",
            "--accept=pipe,name=tenderlight;urp;",
        ]
        self._limits = (memory_bytes, file_bytes)
        self.spent_seconds = 0.0
        self._process = self._start()
        context = self._connect()
        self._services = context.ServiceManager
        self._desktop = self._services.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self._dispatcher = self._services.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        self.version = self._find_version(context)

    def lay_out(self, request: dict[str, Any], content: bytes) -> bytes:
        """Return the document as PDF.

        Raises:
            _NotLaidOut: If LibreOffice would not, or ended.
        """
        source = FOLDER / f"original{request['suffix']}"
        source.write_bytes(_in_unicode(content) if request["suffix"] == ".html" else content)
        before = self._used_seconds()
        self._grant_seconds(float(request["cpu_seconds"]))
        try:
            self._convert(source, request)
            return LAID_OUT.read_bytes()
        except self._errors as trouble:
            if self._has_ended(trouble):
                raise SystemExit(1) from None
            words = str(getattr(trouble, "Message", "") or trouble).splitlines()
            raise _NotLaidOut(f"{type(trouble).__name__}: {(words or [''])[0][:200]}") from None
        finally:
            self.spent_seconds = min(max(0.0, self._used_seconds() - before), MOST_SPENT_SECONDS)
            for file in (source, LAID_OUT):
                with contextlib.suppress(OSError):
                    file.unlink()

    def end(self) -> None:
        """End LibreOffice."""
        self._process.kill()
        self._process.wait()

    def _has_ended(self, trouble: BaseException) -> bool:
        """Say whether LibreOffice is gone; its end may reach us a little later than the news of it."""
        is_news = "disposed" in f"{type(trouble).__name__} {getattr(trouble, 'Message', '')}".lower()
        try:
            self._process.wait(END_SECONDS if is_news else 0.0)
        except subprocess.TimeoutExpired:
            return False
        return True

    def _convert(self, source: Path, request: dict[str, Any]) -> None:
        options = {"Hidden": True, "MacroExecutionMode": NEVER, "UpdateDocMode": NEVER, "AsTemplate": False}
        options["FilterName"] = request["load_filter"]
        document = self._desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, self._properties(options))
        if document is None:
            raise _NotLaidOut("it could not be opened")
        try:
            self._accept_changes(document)
            export = {"FilterName": request["store_filter"], "FilterData": self._filter_data()}
            document.storeToURL(LAID_OUT.as_uri(), self._properties(export))
        finally:
            with contextlib.suppress(*self._errors):
                document.close(True)

    def _accept_changes(self, document: Any) -> None:
        """Accept tracked changes: a page that shows deleted text as if it stood there would be a lie."""
        redlines = getattr(document, "Redlines", None)
        if redlines is None or not redlines.createEnumeration().hasMoreElements():
            return
        frame = document.CurrentController.Frame
        self._dispatcher.executeDispatch(frame, ".uno:AcceptAllTrackedChanges", "", 0, ())
        if document.Redlines.createEnumeration().hasMoreElements():
            raise _NotLaidOut("its tracked changes could not be accepted")

    def _filter_data(self) -> Any:
        values = {
            "UseLosslessCompression": True,
            "ExportBookmarks": False,
            "ExportFormFields": False,
            "UseTaggedPDF": False,
            "ExportNotes": False,
        }
        return self._uno.Any("[]com.sun.star.beans.PropertyValue", self._properties(values))

    def _properties(self, values: dict[str, Any]) -> tuple[Any, ...]:
        made = []
        for name, value in values.items():
            one = self._uno.createUnoStruct("com.sun.star.beans.PropertyValue")
            one.Name, one.Value = name, value
            made.append(one)
        return tuple(made)

    def _start(self) -> subprocess.Popen[bytes]:
        memory_bytes, file_bytes = self._limits
        return subprocess.Popen(
            self._command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            preexec_fn=lambda: _limit(memory_bytes, file_bytes),  # noqa: PLW1509 - this process has one thread
        )

    def _connect(self) -> Any:
        local = self._uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        yields = max(0, os.getpriority(os.PRIO_PROCESS, 0))
        deadline = time.monotonic() + START_SECONDS * 1.25**yields  # as `tenderlight.cage.yielding.patience` has it
        while True:
            try:
                return resolver.resolve("uno:pipe,name=tenderlight;urp;StarOffice.ComponentContext")
            except self._errors:
                ended = self._process.poll()
                if time.monotonic() > deadline or ended not in (None, START_AGAIN):
                    raise SystemExit(1) from None
                if ended == START_AGAIN:
                    self._process = self._start()
                time.sleep(0.02)

    def _find_version(self, context: Any) -> str:
        provider = self._services.createInstanceWithContext("com.sun.star.configuration.ConfigurationProvider", context)
        path = self._properties({"nodepath": "/org.openoffice.Setup/Product"})
        view = provider.createInstanceWithArguments("com.sun.star.configuration.ConfigurationAccess", path)
        return f"{view.getByName('ooName')} {view.getByName('ooSetupVersionAboutBox')}"

    def _grant_seconds(self, cpu_seconds: float) -> None:
        """Let LibreOffice use so much more of the processor; the kernel ends it then."""
        until = int(self._used_seconds() + cpu_seconds) + 1
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(self._process.pid, resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))

    def _used_seconds(self) -> float:
        """Return what LibreOffice took of the processor since it started; 0 if that cannot be told."""
        try:
            after_name = Path(f"/proc/{self._process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
            return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError):
            return 0.0


def _in_unicode(page: bytes) -> bytes:
    """Return an HTML page in UTF-8, marked as such: of pages in other character sets LibreOffice lays out nothing.

    A wrong guess does no harm: no word is found on the laid-out page then.
    """
    declared = _DECLARED.search(page[:HEAD_BYTES].decode("latin-1"))
    label = declared.group(2).lower() if declared else ""
    for charset in ("utf-8-sig", "utf-16" if page[:2] in _MARKS else "", _WIDER.get(label, label), *_USUAL):
        try:
            text = page.decode(charset or "ascii")
        except (LookupError, ValueError):
            continue
        head = _DECLARED.sub(r"\g<1>utf-8", text[:HEAD_BYTES])
        return codecs.BOM_UTF8 + _REMARKS.sub("", head + text[HEAD_BYTES:]).encode("utf-8", "replace")
    return page


def _limit(memory_bytes: int, file_bytes: int) -> None:
    for which, most in (
        (resource.RLIMIT_DATA, memory_bytes),
        (resource.RLIMIT_FSIZE, file_bytes),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, DESCRIPTORS),
    ):
        resource.setrlimit(which, (most, most))
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # a file too large is refused, not the end of the program


def _write_profile(about: Path) -> None:
    """Write a profile that LibreOffice takes for its own: one that does not name its build is set up in a first start.

    Args:
        about: Its file that names the build; where there is none, LibreOffice starts twice.
    """
    items = "".join(
        f'<item oor:path="/{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    (PROFILE / "user").mkdir(parents=True)
    (PROFILE / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry" '
        f'xmlns:xs="http://www.w3.org/2001/XMLSchema">{items}</oor:items>',
        encoding="ascii",
    )
    with contextlib.suppress(OSError, ValueError):
        build = _BUILD.search(about.read_text("utf-8"))
        if build is not None:
            (PROFILE / "user" / "extensions").mkdir()
            (PROFILE / "user" / "extensions" / "buildid").write_text(build[1], "utf-8")


def _say(answer: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], int(sys.argv[4]), int(sys.argv[5]))
