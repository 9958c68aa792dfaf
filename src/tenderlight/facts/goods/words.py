"""Words of goods in languages written with spaces: units, numbers of pieces, prices of one and of all, makes.

Each pattern is made of the forms that a word takes (number, gender, case, what it is shortened to), so that a list need
not use the words of another list.
"""

from __future__ import annotations

import re

UNIT = (
    r"(?:units?|pcs|pieces?|pc|ea|each|nos?|sets?|pairs?|pares|paires?|reams?|resmas?|pkgs?|packs?|rolls?|"
    r"reels?|licen[cs]es?(?! (?:of|"
    r"for)(?!\w))|"
    r"seats?|jobs?|"
    r"boxes|box|"
    r"unidades?|unidad|unids?|unid|uds?|und|un|piezas?|pzas?|juegos?|kits?|peças|pç|pçs|jogos?|metros?|metres?|"
    r"meters?|"
    r"mètres?|rollos?|frascos?|bolsas?|sacos?|rolos?|cajas?|cj|cx|caixas?|paquetes?|pacotes?|licencias?(?! de(?!\w))|"
    r"licenças?(?! de(?!\w))|"
    r"pièces?|unités?|jeux|boîtes?|rouleaux?|licences?(?! d)|stück|stk|st(?=\.)|satz|ks|u(?=\s?(?:[–—;|]|$))|paar|"
    r"psch|"
    r"pezzi|pz|nr|cadauno|"
    r"sztuk[ia]?|szt|kpl|komplet(?:y|ów)?|opak|zestaw(?:y|ów)?|"
    r"шт|штук[аи]?|компл|к-т|комплект(?:ов|а|и|ів)?|усл\.? ед|ед|уп|упак|рул|рулон(?:ов|а|ів)?|бухт[аы]?|вед|бан|"
    r"набор(?:ов|а|и|ів)?|лист(?:ов|а|ів)?|лиценз(?:ий|ия|ии)|"
    r"единиц[аы]?|од|одиниць|пар[аы]?|м|قطعة|جهاز|وحدة|دستگاه|عدد)"
)
_NUMBER = r"\d{1,3}(?:[ .,]\d{3}){1,2}(?!\d)|\d{1,6}"
_NUMBER_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|una?|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|"
    r"trece|"
    r"catorce|quince|\w{3,5}enta|veint\w{1,8}|cien\w{0,5}|mil|uma?|dois|duas|três|quatro|sete|oito|nove|dez|doze|"
    r"vinte|"
    r"cem|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quinze|seize|vingt|trente|\w{5,8}ante|cent|"
    r"zwei|"
    r"drei|vier|fünf|sechs|sieben|acht|neun|zehn|due|tre|quattro|cinque|sei|otto|dieci|venti|один|одна|одну|два|две|"
    r"дві|"
    r"три|четыре|чотири|пять|п['’]ять|шесть|шість|семь|сім|восемь|вісім|девять|десять|дев['’]ять|\w{3,7}надцать|"
    r"двадцать|тридцать)"
)
"""How many, in words before the figure in brackets: "two (2) scanners"."""
NUMBER_IN_WORDS = re.compile(rf"(?<!\w){_NUMBER_WORD}(?!\w)")
COUNT = re.compile(
    rf"(?:(?:(?:в|у) )?(?:qty|quantity|no\. of units|cant(?:idad)?|unidades|qtd[ea]?|qtde|quant|quantidade|qté|"
    rf"qte|quantité|"
    rf"nombre|menge|anzahl|stückzahl|quantità|q\.tà|ilość|кол-во|к-во|количеств[оае]|об[ъ'’]?[её]м|"
    rf"кільк[іо]ст(?:ь|ю|і)|к-ть|"
    rf"кіл-сть|الكمية|العدد|تعداد)"
    rf"\.?\s?[:=]?\s?(?:de |of )?)(?P<told>{_NUMBER})(?![\d.,]\d)(?:[ ]?\(?(?P<toldunit>{UNIT})(?!\w)\.?\)?)?|"
    rf"(?<![\w.,/-])[x×]\s?(?P<times>{_NUMBER})(?!\w|[.,]\d)(?:[ ]?(?P<timesunit>{UNIT})(?!\w)\.?)?|"
    rf"(?<![\w.,/-])(?P<counted>{_NUMBER})\s?(?P<unit>{UNIT})(?!\w)\.?(?:\s(?:of|de|d['’]|[x×](?=\s)))?|"
    rf"(?:(?<!\w){_NUMBER_WORD}(?:[ -](?:and )?{_NUMBER_WORD}){{0,3}}\s)?\(\s?(?P<inside>{_NUMBER})\s?\)"
    rf"(?:\s(?P<insideunit>{UNIT})(?!\w)\.?\s(?:of|de|d['’]))?|"
    r"^(?P<article>(?:d['’])?une?|one|una?|uma?|eine?n?)\s(?=[^\W\d_])|"
    rf"^(?P<first>{_NUMBER})\s(?:\([^\W\d_][^()\d]{{1,40}}\)\s)?(?:[x×]\s)?(?=[^\W\d_])"
)
EACH_BEFORE = re.compile(
    r"(?<!\w)(?:(?:unit|item) (?:price|cost|rate|value)(?: of)?|(?:price|cost|rate) (?:per unit|each|per item)|"
    r"rate|unit|@|at|"
    r"(?:precio|valor|costo|importe)s? unit(?:ari[oa])?s?(?: de)?|p\. ?u(?:nit(?:ario)?)?|"
    r"v[rl]?\.? ?unit(?:[áa]rio)?|"
    r"(?:valor|preço|custo) unit(?:[áa]rio)?(?: de)?|a razón de|(?:au )?prix unitaires?(?: de)?|p\.?u|"
    r"einzelpreis|stückpreis|"
    r"preis (?:je|pro) (?:stück|einheit)|(?:al )?prezzo unitario(?: di)?|cena jednostkowa|w cenie(?: jednostkowej)?|"
    r"jednotková cena|"
    r"по цене|по ціні|за ціною|по|po|(?:цена|стоимость|ціна|вартість) (?:за|единицы|одиниці)?\s?"
    r"(?:ед|единицу|шт|штуку|од|одиницю|товара|товару)?|цена|ціна|à|a|por|zu je|zum preis von|zu|je|"
    r"(?:ب)?سعر(?: الوحدة)?|قیمت واحد)"
    r"\.?(?:\s(?:net[oa]?|netto|brut[oa]?|brutto|líquido|hors taxes?))?"
    r"\.?(?:\s(?:con|sin|com|sem|incl\.?|excl\.?|ex|ht|ttc|h\.t\.|без|с|з)(?:\s[a-zа-яіїё.]{2,10})?)?"
    r"\s?(?:\([^()\d]{1,12}\)\s?)?[:=]?\s?$"
)
TIME = (
    r"(?:(?:calendar |working )?(?:days?|weeks?|months?|mths?|years?|yrs?|hours?|hrs?|minutes?)|"
    r"d[íi]as?|semanas?|m[eê]s(?:es)?|años?|anos?|horas?|"
    r"jours?|semaines?|mois|ans?|années?|heures?|giorn[oi]|mes[ei]|ann[oi]|ore|"
    r"tage?n?|wochen?|monate?n?|jahre?n?|stunden?|dni|miesięcy|lat|godzin|"
    r"дн(?:я|ей|ів|і)|день|сут(?:ки|ок)|доб\w?|недел\w+|тижн\w+|мес(?:яц\w*)?|місяц\w*|год(?:а|ов)?|лет|рок\w*|"
    r"час(?:а|ов)?|годин\w*|天|日|周|个?月|年|小时)"
)
"""Units of time, flat text."""
EACH_BEHIND = re.compile(
    r"\.?(?:\s?/-)?(?:\s(?:h\.?t\.?|ttc|htva|\+ iva|\+ vat|más iva|mais iva|con iva|sin iva|без ндс|с ндс|"
    r"без пдв|з пдв|ex\.? vat|"
    r"excl\.? vat|inc\.? vat|incl\.? vat|net|netto))?,?\s?"
    r"(?:each|apiece|chacune?|per (?:unit|piece|item|set|one)|ea|c/u|c\.u|cada (?:un[ao]|una|unidad|unidade)|"
    r"cada|(?:por|"
    r"a|la) unidad|(?:el|o|le|por|per) m[eè]tr[oe]|"
    r"(?:por|a) unidade|por pieza|unit(?:ario|ário)?|l['’](?:unité|une?)|par (?:unité|pièce)|(?:la |par )?pièce|"
    r"unitaire|"
    r"(?:pro|je) (?:stück|einheit)|cad(?:aun[oa]|\.)|za sztukę|"
    r"за (?:шт|штуку|од|одиницю|ед|единицу|компл|комплект|каждую|кожну)\.?|للوحدة|"
    rf"/\s?{UNIT}\.?)(?!\w)\.?"
)
ALL_BEFORE = re.compile(
    r"(?<!\w)(?:for a total of|(?:line |item )?total(?:ling)?(?: price| amount| of)?|ext(?:ended|"
    r"\.)?(?: (?:price|amount|total))?|"
    r"line (?:price|amount)|amount|"
    r"sub ?-?total|(?:importe|monto|precio|costo)(?: total)?|por un total de|para un total de|totaliza[nr]do|"
    r"valor total|preço total|montant(?: total)?|prix total|pour un (?:total|montant) de|soit|gesamt(?:preis)?|summe|"
    r"importo|totale|sum|сумма|сума|(?:на|в) (?:общую )?сумму|на (?:загальну )?суму|общ(?:ая|ей) стоимость(?:ю)?|"
    r"всего|всього|итого|разом|стоимость|стоимостью|вартість|вартістю|المجموع|الإجمالي|"
    r"=)\s?(?:\([^()\d]{1,12}\)\s?)?[:=]?\s?$"
)
MODEL = re.compile(
    r"(?<!\w)(?:models?|modelo|mod\.|modèle|modell|modello|модел[ьи]|мод\.|(?:type|typ|tipo|тип)(?=\s?:|\s\S{0,20}\d|"
    r"\s[^\s,;]{2,12}\s[^\s,;]{1,12}\s\d[\d.]{0,4},)|"
    r"артикул|арт\.|p/n|"
    r"part no\.?|"
    r"ref\.?|référence|referencia|referência|réf\.?)(?!\w)(?: no\.?| n°)?\s?:?\s?"
    r"(?P<model>(?!n/a(?!\w))[^\W_](?:[\w/.+-]{0,28}[\w+])?)(?!\w)"
)
BRAND = re.compile(
    r"(?<!\w)(?:brand|make|made by|(?:de |da |de la )?marca|marka|(?:de (?:la )?)?marque|(?:торгов(?:ая|ой|ої|"
    r"а) )?марк[аи]|тм|fabricante|"
    r"(?:товарн|торгов)(?:ый|ий|ого) знака?|producent|výrobce|značka|"
    r"fabricant|manufacturer|mfr|hersteller|fabrikat|marke|produttore|производител[ья]|виробник)(?!\w)\.?\s?:?\s?"
    r"[\"«“„]?(?P<brand>[^\s,;()|/\"«»“”„]{2,24})[\"»”]?"
)
MADE = re.compile(
    r"(?<!\w)(?:models?|modelo|mod\.|modèle|modell|modello|модел[ьи]|мод\.|(?:type|typ|tipo|"
    r"тип)(?:\s?:)?)(?!\w)\s?:?\s"
    r"(?P<brand>[^\W\d_]{3,20})[ /](?P<model>(?=[^\s]{0,24}\d)[^\W_](?:[\w/.+-]{0,28}[\w+]))(?!\w)"
)
"""Make and code behind a word for models alone: model Orvex OD-40; the make has a capital."""
NO_CODE = re.compile(
    r"Q[1-5](?!\w)|(?:CAT|IP|USB|DDR|COVID|ISO|GOST|ГОСТ|EN|DIN|RJ|HDMI|WI-?FI|LTE|MIL-STD)-|"
    r"(?:CAT|IP|USB|DDR|COVID|ISO|GOST|ГОСТ|EN|DIN|RJ|LTE|MP|FY|PM|UHF|VHF|NF|BS|IEC|IEEE|AES|RAL)\d",
    re.IGNORECASE,
)
WRITTEN_CODE = re.compile(
    r"[A-Z][a-z]+(?:[A-Z][a-z]+)+(?:-[A-Z\d]{1,3})?|[A-Za-z]{2,14}-[A-Z]{1,2}|[A-Z]{2,4}-[A-Z][a-z]{2,10}"
)
"""Models without figures, by their capitals: GlobalFiler, AutoMate-X."""
CAPITALS = (
    r"(?!(?:WI-FI|CD-ROM|DVD-|HD-|HDMI-|RS-|USB-|TYPE-|DIN-|IP-|LED-|LCD-|SD-|POE-))[A-Z]{2,6}-[A-Z]{2,8}"
    r"(?:\s(?:Pro|Plus|Max|Mini|Lite|[Vv]?\d{1,3}(?:\.\d{1,2})?))?"
)
"""Models without figures, all in capitals, as they stand in Chinese texts alone: HX-PHG, TS-LPR Pro."""
TAX = re.compile(
    r"(?:m\.\s?n\.\s?)?(?:antes de(?:l)?|más|mais|sin|sem) (?:iva|impuestos)(?!\w)|\(?(?<![\w-])(?:incl|excl?|ex|inc|"
    r"ht|ttc|iva|vat|gst|без ндс|с ндс|з пдв|без пдв|mwst|netto?|brutto)\.?(?: iva|"
    r" vat)?\)?(?![\w-])"
)
OF_MONEY = re.compile(
    r"(?:(?:\d{1,3}|usd|eur|uah|rub|kzt|gbp|chf|brl|mxn|clp|cop|pen|inr|pkr|ngn|kes|zar|cny|uzs|byn|pln|czk|руб|"
    r"грн|hors|sans|avec|sin|con|sem|com|excl(?:uding|\.)?|incl(?:uding|\.)?|ohne|mit|без|з|с|h\.?t\.?|ttc|"
    r"tva|iva|vat|ндс|пдв|gst|taxes?|impuestos?|impostos?|mwst|soit|"
    r"(?:сума|сумма|amount|value|price|importe|monto|valor|montant|цена|ціна|вартість|стоимость)(?: (?:of the |"
    r"del? |do |du )?"
    r"(?:договор[уа]|контракт[уа]|contract|contrato|marché|сделки))?|(?:договор[уа]|контракт[уа]|contract|"
    r"contrato))[\s,.]{0,3}){1,6}"
)
"""Currencies, taxes and words for sums, which name no goods: hors TVA, soit; 00 UAH з ПДВ."""
