"""The office files: the training and acceptance annex (DOCX) and the price workbook (XLSX)."""

import datetime
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from making.figures import Figures
from making.portable_document import SUBJECT

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table
    from docx.text.paragraph import Paragraph
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

AUTHOR = "Tenderlight example"
MADE = datetime.datetime(2023, 9, 18, 9, 0)  # noqa: DTZ001 - office files hold times without a zone
SONGTI = "宋体"

COURSES = (
    ("课程", "对象", "人数", "学时", "内容"),
    ("系统管理", "科信大队", "6", "24", "服务器、存储、网络设备的维护，账号与权限"),
    ("人像应用", "刑侦、治安、派出所", "48", "8", "照片检索、布控建库、告警处置流程"),
    ("视频浏览", "指挥中心、派出所", "60", "4", "实时预览、录像回放与下载审批"),
    ("数据安全与民族宗教政策", "全体参训人员", "60", "2", "个人信息保护、文明执法、尊重少数民族风俗习惯"),
)
CHECKS = (
    ("序号", "验收项目", "方法", "合格标准"),
    ("1", "人脸抓拍", "白天、夜间各抽查20个点位", "抓拍率不低于98%"),
    ("2", "布控告警", "10名工作人员作为测试对象录入布控库后依次经过点位", "全部告警，时延不超过2秒"),
    ("3", "照片检索", "以测试对象照片检索180日抓拍记录", "3秒内返回，漏检不超过1次"),
    ("4", "少数民族判定", "样本集1000张，逐张核对系统给出的结果", ""),
    ("5", "校园点位", "查看配置并导出", "民族、年龄属性分析处于关闭状态"),
    ("6", "门禁终端", "本局工作人员刷脸开门", "开门时间不超过1秒"),
)


def write_annex(figures: Figures, target: Path) -> None:
    """Annex 4 of the contract: two tables, one tracked deletion with its insertion, neutral properties."""
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt

    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.size = Pt(11)
    normal.font.name = SONGTI
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), SONGTI)
    document.add_heading("附件四　培训与验收安排", level=1)
    document.add_paragraph(f"合同编号：{figures.story['contract_number']}")
    document.add_paragraph(f"项目编号：{figures.story['project_number']}")
    document.add_paragraph(f"甲方：{figures.story['buyer']}")
    document.add_paragraph(f"乙方：{figures.story['supplier']}")
    document.add_heading("一、培训", level=2)
    document.add_paragraph("乙方在初步验收前完成下列培训，费用已含在合同总金额内，甲方不另行支付。")
    _add_table(document, COURSES)
    document.add_heading("二、验收", level=2)
    document.add_paragraph("初步验收按下表逐项进行，测试样本由甲方提供，测试后样本由甲方收回并销毁。")
    checks = _add_table(document, CHECKS)
    criterion = checks.rows[4].cells[3].paragraphs[0]
    criterion.add_run("判定正确率不低于")
    _track(criterion, "85%", "90%")
    document.add_heading("三、其他", level=2)
    document.add_paragraph("1.乙方不得留存任何测试样本，不得将验收数据用于改进其产品中区分民族的算法。")
    document.add_paragraph("2.表情、情绪识别不在本合同范围内，验收不作测试。")
    document.add_paragraph("3.本附件一式八份，与合同正文同时签署生效。")
    _set_properties(document, f"{figures.story['contract_number']} 附件四")
    held = io.BytesIO()
    document.save(held)
    _repack(held.getvalue(), target)


def _add_table(document: "Document", rows: tuple[tuple[str, ...], ...]) -> "Table":
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for words in rows:
        for cell, word in zip(table.add_row().cells, words, strict=True):
            cell.text = word
    return table


def _track(paragraph: "Paragraph", deleted: str, inserted: str) -> None:
    """Append a tracked change to `paragraph`: `deleted` struck out, `inserted` in its place."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for number, (tag, text_tag, words) in enumerate((("w:del", "w:delText", deleted), ("w:ins", "w:t", inserted))):
        change = OxmlElement(tag)
        change.set(qn("w:id"), str(900 + number))
        change.set(qn("w:author"), AUTHOR)
        change.set(qn("w:date"), MADE.strftime("%Y-%m-%dT%H:%M:%SZ"))
        run = OxmlElement("w:r")
        text = OxmlElement(text_tag)
        text.text = words
        run.append(text)
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001 - python-docx offers no other way to its element


def _set_properties(document: "Document", title: str) -> None:
    properties = document.core_properties
    properties.title = title
    properties.author = properties.last_modified_by = AUTHOR
    properties.comments = ""
    properties.subject = SUBJECT
    properties.created = properties.modified = MADE
    properties.revision = 1


def _repack(packed: bytes, target: Path) -> None:
    """Write the package again with one fixed time, and without the picture of the template."""
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/thumbnail.jpeg":
                continue
            if name == "_rels/.rels":
                content = _without_thumbnail(content)
            part = zipfile.ZipInfo(name, date_time=MADE.timetuple()[:6])
            part.external_attr = 0o644 << 16
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, content)


def _without_thumbnail(relations: bytes) -> bytes:
    from lxml import etree

    tree = etree.fromstring(relations)
    for relation in list(tree):
        if relation.get("Target", "").endswith("thumbnail.jpeg"):
            tree.remove(relation)
    return etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def write_price_list(figures: Figures, target: Path) -> None:
    """The price list: totals as formulas with their values, and a second sheet of options outside every total."""
    import xlsxwriter

    with xlsxwriter.Workbook(target) as book:
        book.set_properties(
            {"title": "分项报价表", "author": AUTHOR, "subject": SUBJECT, "company": "", "created": MADE.replace(day=4)}
        )
        look = {
            "title": book.add_format({"bold": True, "font_size": 14, "align": "center"}),
            "head": book.add_format({"bold": True, "border": 1, "align": "center", "text_wrap": True}),
            "cell": book.add_format({"border": 1, "text_wrap": True}),
            "money": book.add_format({"border": 1, "num_format": "#,##0.00"}),
            "bold": book.add_format({"border": 1, "bold": True}),
            "bold money": book.add_format({"border": 1, "bold": True, "num_format": "#,##0.00"}),
        }
        _write_prices(book.add_worksheet("分项报价表"), figures, look)
        _write_options(book.add_worksheet("选配报价（不计入总价）"), figures, look)


def _write_prices(sheet: "Worksheet", figures: Figures, look: "dict[str, Format]") -> None:
    sheet.set_column("B:B", 30)
    sheet.set_column("D:D", 16)
    sheet.set_column("G:H", 18)
    sheet.merge_range("A1:H1", "分项报价表", look["title"])
    sheet.write("A2", f"项目编号：{figures.story['project_number']}")
    sheet.write("A3", f"项目名称：{figures.story['project_name']}")
    sheet.write("A4", f"投标人：{figures.story['supplier']}")
    sheet.write("H4", "单位：元")
    heads = ("序号", "名称", "品牌", "规格型号", "单位", "数量", "单价（元）", "合价（元）")
    for column, head in enumerate(heads):
        sheet.write(4, column, head, look["head"])
    row, subtotal_cells = 5, []
    for group in figures.groups:
        sheet.merge_range(row, 0, row, 7, group.title, look["bold"])
        row += 1
        first = row + 1
        for item in group.items:
            for column, value in enumerate((item.number, item.name, item.brand, item.model, item.unit, item.quantity)):
                sheet.write(row, column, value, look["cell"])
            sheet.write(row, 6, float(item.price), look["money"])
            sheet.write_formula(row, 7, f"=F{row + 1}*G{row + 1}", look["money"], float(item.total))
            row += 1
        sheet.merge_range(row, 0, row, 6, "小计", look["bold"])
        sheet.write_formula(row, 7, f"=SUM(H{first}:H{row})", look["bold money"], float(group.total))
        subtotal_cells.append(f"H{row + 1}")
        row += 1
    sheet.merge_range(row, 0, row, 6, "投标总价（含税）", look["bold"])
    sheet.write_formula(row, 7, "=" + "+".join(subtotal_cells), look["bold money"], float(figures.amount))
    sheet.merge_range(row + 1, 0, row + 1, 7, f"大写：人民币{figures.story['amount_in_capitals']}", look["bold"])
    note = "注：人脸识别服务器单价已含标配的少数民族人员分析模块，不另计费；身份证阅读机具显示项为姓名、性别、民族等。"
    sheet.merge_range(row + 2, 0, row + 2, 7, note, look["cell"])


def _write_options(sheet: "Worksheet", figures: Figures, look: "dict[str, Format]") -> None:
    sheet.set_column("A:A", 46)
    sheet.set_column("C:D", 20)
    sheet.write("A1", "选配报价（仅供参考，不计入投标总价）", look["title"])
    for column, head in enumerate(("名称", "单位", "单价（元）", "备注")):
        sheet.write(1, column, head, look["head"])
    for row, option in enumerate(figures.options, start=2):
        sheet.write(row, 0, option.name, look["cell"])
        sheet.write(row, 1, option.unit, look["cell"])
        sheet.write(row, 2, float(option.price), look["money"])
        sheet.write(row, 3, option.note, look["cell"])
