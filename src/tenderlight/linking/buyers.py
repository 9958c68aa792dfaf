"""When the names of two buyers are one name, and when a name is none: "the county's police" are a thousand buyers."""

from __future__ import annotations

import re

from tenderlight.languages.normalise import fold_text
from tenderlight.languages.scripts import has_han

_ITSELF = re.compile(r"[(（](?:本级|机关|本部)[)）]$")
"""Said of an office without those under it: still the same buyer."""
_SUBJECTS = (
    "公安|交警|交通警察|交通运输|交通|教育体育|教育和体育|教育|财政|司法|应急管理|应急|水务|水利|卫生健康|卫生和健康|民政|人力资源和社会保障|"
    "城市管理|城管|住房和城乡建设|自然资源|农业农村|文化和旅游|文化旅游|市场监督管理|税务|统计|审计|民族宗教事务|民族宗教|宗教事务|信访|"
    "大数据管理|大数据|政务服务|人民|采购|招标|建设"
)
_OFFICES = (
    "厅|局|部|院|委|办|办公室|分局|政府|法院|检察院|医院|中学|小学|学校|大学|监狱|看守所|戒毒所|支队|大队|总队|委员会|"
    "中心|单位|机关|公司|人|方"
)
_COMMON_CHINESE = re.compile(
    rf"[本我该某原]?(?:各?[省市州县区旗镇乡盟]级?|自治[区州县])?(?:{_SUBJECTS})?(?:{_OFFICES})?|业主|用户|委托方|甲方"
)
_COMMON_WORDS = """
the
of
for
and
in
a
an
ministry
minister
department
dept
directorate
office
bureau
agency
authority
service
services
force
forces
police
policing
constabulary
interior
internal
affairs
defence
defense
security
public
national
federal
state
regional
provincial
county
city
town
district
municipal
municipality
council
government
administration
procurement
procuring
contracting
entity
buyer
purchaser
client
customer
ministerio
del
de
la
las
los
el
y
interior
policía
policia
nacional
gobierno
alcaldía
alcaldia
municipio
municipalidad
ayuntamiento
secretaría
secretaria
seguridad
pública
publica
departamento
entidad
contratante
ministère
ministere
des
du
le
les
l
d
et
intérieur
interieur
mairie
commune
ville
préfecture
prefecture
sécurité
securite
publique
service
direction
générale
generale
nationale
acheteur
министерство
внутренних
дел
мвд
гу
управление
администрация
полиция
полиции
отдел
заказчик
главное
по
и
города
района
области
край
республики
муниципальное
учреждение
"""
"""Words of which the names of offices are made in English, Spanish, French and Russian."""
_WORD = re.compile(r"[^\W_]+")


def comparable_buyer(name: str) -> str | None:
    """Return a buyer's name for comparing: width, case and script folded, letters and digits only.

    Returns:
        None if the name is no name: it says what kind of office it is and not which one.
    """
    folded = fold_text(_ITSELF.sub("", name.strip())).casefold()
    words = _WORD.findall(folded)
    letters = "".join(words)
    if len(letters) < 2:
        return None
    if has_han(letters):
        return None if _COMMON_CHINESE.fullmatch(letters) else letters
    return None if set(words) <= set(_COMMON_WORDS.split()) else letters
