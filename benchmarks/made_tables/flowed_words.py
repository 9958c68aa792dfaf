"""What the pages of the second family say."""

WORKS = (
    "Resurfacing of footpaths",
    "Drainage",
    "Street lighting, columns of 6 m including cabling",
    "Tree planting",
    "Signs",
    "Demolition of the former boiler house and disposal of the rubble",
    "Scaffolding",
    "Roof repairs",
    "Painting",
    "Access control for the council offices",
    "Lifts",
    "Cleaning of gutters",
    "Windows",
)
WORKS_ZH = (
    "道路工程",
    "排水管網改造",
    "路燈安裝（含電纜敷設及基礎施工）",
    "綠化種植",
    "標誌標線",
    "拆除舊鍋爐房並外運建築垃圾（含人工及機械）",
    "腳手架",
    "屋面維修",
    "外牆塗裝",
    "門禁系統",
    "電梯",
    "門窗",
)
STAGES = (
    "Publication",
    "Site visit",
    "Questions close",
    "Tenders open",
    "Evaluation",
    "Award",
    "Contract signed",
    "Start on site",
)
STAGES_ZH = ("發布公告", "現場踏勘", "提疑截止", "開標", "評標", "定標", "簽訂合約", "開工")
OFFICES = ("Procurement", "Legal", "Works department", "Treasurer", "Committee", "Clerk")
OFFICES_ZH = ("採購科", "法務科", "工務局", "財務處", "評審委員會", "秘書處")
TOWNS = ("Ashby", "Brent Cross", "Colne", "Dunmore", "East Farley", "Fenwick", "Great Oakham", "Hollin")
TOWNS_ZH = ("東城區", "西林縣", "南屏鎮", "北河市", "中和鄉", "大安區")
PROSE = (
    "Where a tender appears abnormally low, the authority asks for an explanation of the price or costs proposed. ",
    "The framework runs for two years from the date of signature and may be extended twice by one year. ",
    "Variations are valued at the rates in the schedule or, where none applies, at rates agreed in writing. ",
    "The contractor keeps the site tidy, lights and fences it at night, and gives notice before closing a street. ",
    "Each lot is awarded on its own; a tenderer may win several, but must be able to carry out all of them. ",
)
PROSE_ZH = (
    "投標文件應當對招標文件提出的實質性要求和條件作出響應，否則視為無效投標。",
    "承包商應於開工前提交施工計畫及安全措施，經核准後方可施工。",
    "合約期間如遇物價波動，依合約規定之指數調整工程款。",
    "驗收不合格者，廠商應於限期內改善，逾期未改善者依約計罰。",
)
