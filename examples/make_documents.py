"""Write every document of the example case: `python examples/make_documents.py [NAME...]`.

The text is in `examples/source`; the documents go to `examples/lanshui-county/documents`. A name, or a part of
one, limits the run to the documents whose file names contain it. What has to be installed is in
`examples/README.md`.
"""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from making.figures import Figures, money, read_figures

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source" / "lanshui-county"
DOCUMENTS = HERE / "lanshui-county" / "documents"


def render(name: str, figures: Figures) -> str:
    """The text of a source file with the figures filled in."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    shelf = Environment(
        loader=FileSystemLoader(SOURCE), undefined=StrictUndefined, autoescape=False, keep_trailing_newline=True
    )
    shelf.globals.update(figures=figures, story=figures.story, money=money)
    return shelf.get_template(name).render()


def pdf(source: str, style: str, figures: Figures, target: Path) -> None:
    """Print a source page as PDF."""
    from making.portable_document import write_pdf

    write_pdf(render(source, figures), SOURCE / style, target)


def text(source: str, encoding: str, figures: Figures, target: Path) -> None:
    """Write a source file in an encoding, with Windows line ends where the encoding is a Chinese one."""
    words = render(source, figures)
    if encoding == "gb18030":
        words = words.replace("\n", "\r\n")
    target.write_bytes(words.encode(encoding))


def scan(figures: Figures, target: Path) -> None:
    """Scan the signed contract."""
    from making.scan import write_scan

    write_scan(DOCUMENTS / CONTRACT, target, figures)


def annex(figures: Figures, target: Path) -> None:
    """Write the training and acceptance annex."""
    from making.office import write_annex

    write_annex(figures, target)


def prices(figures: Figures, target: Path) -> None:
    """Write the price workbook."""
    from making.office import write_price_list

    write_price_list(figures, target)


def bundle(figures: Figures, target: Path) -> None:
    """Pack the clarification and the contract notice."""
    from making.bundle import write_bundle

    write_bundle(
        {
            "公告附件/关于招标文件的澄清与答疑.txt": render("questions-and-answers.txt", figures),
            "公告附件/合同公告.html": render("contract-notice.html", figures),
        },
        target,
    )


CONTRACT = "03-政府采购合同.pdf"
Maker = Callable[[Figures, Path], None]
MAKERS: dict[str, Maker] = {
    "01-招标文件.pdf": partial(pdf, "tender-file/document.html", "chinese-print.css"),
    "02-中标结果公告.html": partial(text, "award-notice.html", "utf-8"),
    CONTRACT: partial(pdf, "contract/document.html", "chinese-print.css"),
    "04-政府采购合同-扫描件.pdf": scan,
    "05-合同附件四-培训与验收.docx": annex,
    "06-分项报价表.xlsx": prices,
    "07-公告附件.zip": bundle,
    "08-民族中学食堂设备-中标公告.html": partial(text, "school-canteen-award.html", "gb18030"),
    "09-少数民族文字字库-成交公告.html": partial(text, "minority-fonts-award.html", "utf-8"),
    "10-宣传品印刷-验收单.txt": partial(text, "printing-acceptance.txt", "gb18030"),
    "11-ashcombe-vale-releases.json": partial(text, "ashcombe-vale-releases.json", "utf-8"),
    "12-carrowmore-award-notice.xml": partial(text, "carrowmore-award-notice.xml", "utf-8"),
    "13-wexmoor-police-invitation-to-tender.pdf": partial(pdf, "wexmoor-invitation.html", "english-print.css"),
    "14-access-cards-quotation.txt": partial(text, "access-cards-quotation.txt", "utf-8"),
}


def main(wanted: list[str]) -> None:
    """Make all documents, or those whose names contain one of the words in `wanted`."""
    figures = read_figures(SOURCE / "figures.toml")
    DOCUMENTS.mkdir(parents=True, exist_ok=True)
    for name, make in MAKERS.items():
        if not wanted or any(word in name for word in wanted):
            make(figures, DOCUMENTS / name)
            print(f"{(DOCUMENTS / name).stat().st_size:>9,}  {name}")


if __name__ == "__main__":
    main(sys.argv[1:])
