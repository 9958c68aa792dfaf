"""A ZIP as Chinese Windows programs write it: names in GBK, the UTF-8 flag not set, text in GB18030."""

import zipfile
from pathlib import Path

PACKED = (2023, 9, 22, 16, 30, 0)


def write_bundle(texts: dict[str, str], target: Path) -> None:
    """Pack `texts` (name to content). Each name is stored as its GBK bytes without any mark of the encoding."""
    stand_ins = {}
    with zipfile.ZipFile(target, "w") as packed:
        for number, (name, content) in enumerate(texts.items()):
            raw_name = name.encode("gbk")
            stand_in = f"{number:0{len(raw_name)}}".encode("ascii")
            stand_ins[stand_in] = raw_name
            part = zipfile.ZipInfo(stand_in.decode("ascii"), date_time=PACKED)
            part.create_system = 0  # as from Windows
            part.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(part, content.replace("\n", "\r\n").encode("gb18030"))
    archive = target.read_bytes()
    for stand_in, raw_name in stand_ins.items():
        if archive.count(stand_in) != 2:
            message = f"The stand-in for {raw_name!r} is not alone in the archive."
            raise ValueError(message)
        archive = archive.replace(stand_in, raw_name)
    target.write_bytes(archive)
