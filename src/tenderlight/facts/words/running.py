"""The words by which sentences of notices and contracts say who does what. Patterns are matched on text as written."""

from __future__ import annotations

import re

_SENTENCE = r"(?:^|(?<=[.\n]\s)|(?<=\n)|(?<=[.]\s\s))"
_ACTS = (
    # English
    r"has awarded|have awarded|awarded|has accepted|have accepted|accepted|"
    r"has signed|have signed|signed|has entered into|has selected|has appointed|"
    r"has engaged|"
    r"has purchased|purchased|approved|approves|approved award|intends to|hereby|invites|is seeking|seeks|announces|"
    r"expects to|requests (?:quotations|proposals|bids|tenders|offers|expressions)|writes to inform|has resolved|"
    r"resolved|"
    r"HOMOLOGA|ADJUDICA|RESUELVE|RESOLVE|DECIDE|DISPONE|RATIFICA|DECLARA|DÉCIDE|"
    r"wishes to|proposes to|plans to|has decided|voted to|resolved to|has approved|has cancelled|gives notice|"
    # Spanish
    r"notifica|"
    r"llama a|suscribió|ha suscrito|contrató|aprobó|aprueba|RESUELVE|resuelve|comunica|convoca|informa|adjudicó|"
    r"ha adjudicado|adjudica|invita|hace saber|declara|ha resuelto|"
    r"compró|adquirió|encargó|ha adquirido|ha comprado|"
    # Portuguese
    r"ratifica|contratou|firmou|assinou|celebrou|torna público|torna pública|TORNA PÚBLICO|homologa|resolve|"
    r"avisa|faz saber|adjudicou|decidiu|"
    r"adquiriu|comprou|encomendou|"
    # French
    r"autorise|approuve|après en avoir délibéré|"
    r"a signé|a conclu|a retenu|a confié|a acheté|a acquis|a commandé|a passé commande|"
    r"informe|a attribué|lance|attribue|déclare|envisage|porte à la "
    r"connaissance|a décidé|décide|"
    # Russian, Ukrainian
    r"подписал[аои]?|заключил[аои]?|определил[аои]?|признал[аои]?|подв[её]л[аои]? итоги|выбрал[аои]?|закупил[аои]?|"
    r"приобр[её]л[аои]?|заказал[аои]?|"
    r"укла(?:в|л[аои])|підписа(?:в|л[аои])|визна(?:в|л[аои])|визначи(?:в|л[аои])|придба(?:в|л[аои])|закупи(?:в|л[аои])|"
    r"обра(?:в|л[аои])|замови(?:в|л[аои])|"
    r"объявляет|сообщает|информирует|уведомляет|извещает|проводит|планирует|публикует|"
    r"оголошує|повідомляє|інформує|оприлюднює|проводить|має намір|підби(?:в|л[аои]) підсумки|"
    # German, Italian, Polish
    r"beabsichtigt|schreibt|vergibt|hat den (?:Auftrag|Zuschlag)|rende noto|ha aggiudicato|avvisa|indice|intende|"
    r"ogłasza|informuje|"
    r"zawiadamia|udzielił[ao]?"
)
_WHEN = (
    r"(?:(?:now|today|yesterday|recently|also|this week|last week|last month|hereby|formally|unanimously|ayer|"
    r"hoy|recientemente|ontem|hoje|"
    r"hier|aujourd['’]hui|récemment|вчера|сегодня|сьогодні|вчора|gestern|heute)\s)?"
)
"""When a sentence says that somebody did it, before the verb."""
_EASTERN_DAY = r"\d{1,2}(?:\s[а-яіїєґ]{3,9}\s|\.\d\d\.)\d{4}\s?(?:года|г\.|року|р\.)?,?\s"
"""The day with which a sentence begins: "20 августа 2020 года УМВД … заключило"."""
BUYER_ACTS = re.compile(
    (
        rf"{_SENTENCE}(?:{_EASTERN_DAY})?(?P<name>[^\W\d_a-zà-ÿа-яёіїєґ][^.;:\n]{{3,130}}?),?\s{{1,8}}{_WHEN}(?:{_ACTS})(?!\w)"
    ),
    re.MULTILINE,
)
"""A sentence whose subject buys."""

AWARDED_TO = re.compile(
    # English
    r"(?i:\b(?:voted|resolved|decided|agreed|approved|recommends?) to award\b(?:[^.\n]|"
    r"\.(?=\S)){0,110}?\bto\s+)(?=[^\W\d_a-z])|"
    r"(?i:\b(?:has|have|was|were|been|is|are)?\s*(?:been\s)?awarded\b(?![:\s]*$)(?:[^.\n]|"
    r"\.(?=\S)){0,170}?\bto\s+(?:the "
    r"firm\s)?)(?=[^\W\d_a-z])|"
    r"(?i:\baccept(?:s|ed)?(?: that)? the (?:tender|bid|offer|quotation|proposal)\s(?:of|from|by|submitted by|"
    r"received from)\s(?:the\s)?"
    r"(?:firm\s|joint venture (?:between|of)\s|consortium of\s)?)(?=[^\W\d_a-z])|"
    # Spanish
    r"(?i:\b(?:se\s)?(?:adjud[ií]ca(?:r|se|ndo|da|do)?|adjudicó|adjudíquese|adjudicación)\b(?:[^.\n]|"
    r"\.(?=\S)){0,150}?"
    r"\s(?:a favor de|a la (?:empresa|firma|sociedad)|al (?:proponente|oferente|licitante|consorcio|proveedor|"
    r"postor)|a la|al|"
    r"a)\s+)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\bbuena pro\b(?:[^.\n]|\.(?=\S)){0,60}?\sal?\s(?:postor|empresa|consorcio|"
    r"proveedor)?\s*:?\s*)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\bacepta la oferta (?:presentada )?(?:por|de)\s(?:la (?:empresa|firma)\s)?)(?=[^\W\d_a-zà-ÿ])|"
    # Portuguese
    r"(?i:\b(?:adjudic(?:o|a|ou|ar|ado|ada)|homolog(?:o|a|ado|ada))\b(?:[^.\n]|\.(?=\S)){0,150}?"
    r"\s(?:à|ao|às|aos|em favor d[aeo]|para a|à empresa|às empresas|a favor d[aeo])(?:\s(?:empresas?|firmas?|"
    r"licitantes?|sociedade))?:?\s+)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\bcontratação direta d[aeo]\s(?:empresa|firma|sociedade)?\s*)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\b(?:vencedora?|em favor d[aeo]|declarada vencedora)\s(?:a\s|da\s)?(?:empresa|licitante|"
    r"firma)\s+)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\b(?:vencedora?|ganadora?|adjudicat[áa]ri[oa]|aggiudicatari[oa]|attributaire)\s?:?\s(?:o|a|el|la|il|lo|le)\s)"
    r"(?=(?i:cons[óo]rcio|uni[óo]n temporal|ute|r\.?t\.?i\.?|a\.?t\.?i\.?|groupement|raggruppamento|"
    r"agrupamento|agrupación)\s)|"
    # French
    r"(?i:\battribu(?:é|ée|és|ées|e)\b(?:[^.\n]|\.(?=\S)){0,110}?\s(?:au groupement|à la société|à l['’]entreprise|"
    r"à la|au|à|"
    r"aux sociétés)\s+(?-i:[a-zà-ÿ]{4,}(?:aise|ine|nne|oise|ale|ère|aise)\s)?)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\bdécid(?:é|e) d['’]attribuer\b(?:[^.\n]|\.(?=\S)){0,110}?\s(?:au groupement|à la société|"
    r"à l['’]entreprise)\s+)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\b(?:conclu|passé|signé) avec (?:la société|l['’]entreprise)\s+)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\b(?:adjug|octroy|accord)(?:er|e|é|ée)\b(?:[^.\n]|\.(?=\S)){0,150}?\s"
    r"(?:soit(?:\sà)?|à la (?:firme|compagnie)|à)\s+)(?=[^\W\d_a-zà-ÿ])|"
    # German
    r"(?i:\b(?:zuschlag|auftrag)\b(?:[^.\n]|\.(?=\S)){0,80}?\s(?:erhielt|erhält|ging an|geht an|wurde der firma|"
    r"wurde an|"
    r"an)(?:\sdie(?:\sfirma)?)?\s+)(?=[^\W\d_a-zà-ÿ])|"
    # Italian
    r"(?i:\b(?:aggiudicat[oa]|affidat[oa]|aggiudicare|affidare|affidamento)\b(?:[^.\n]|\.(?=\S)){0,110}?"
    r"\s(?:alla (?:ditta|società|impresa)|all['’](?:impresa|operatore economico)|in favore di|alla|al|"
    r"a)\s+)(?=[^\W\d_a-zà-ÿ])|"
    # Polish
    r"(?i:\b(?:wybrano ofertę|zamówienia udzielono|udzielono zamówienia|"
    r"jako najkorzystniejszą wybrano ofertę)\b(?:[^.\n]|\.(?=\S)){0,60}?"
    r"\s(?:firmy|wykonawcy|wykonawcą jest|firmie|złożoną przez)\s*:?\s+)(?=[^\W\d_a-zà-ÿ])|"
    # a list of those appointed
    r"(?i:\bsuppliers? appointed to the framework\s*:\s*|\bappointed to the framework\s*:\s*)(?=[^\W\d_a-z])"
)
"""What leads to the name of who won. The name in capitals follows."""

AWARDED_BY = re.compile(
    r"(?i:\b(?:awarded|accepted|let|placed|issued|signed|adjudicad[oa]|celebrad[oa]|firmado|suscrito|attribué|"
    r"passé|conclu|"
    r"заключ[её]н\w*|укладен\w*)\s"
    r"(?:by|por|pel[oa]|par)\s(?:the\s|el\s|la\s|o\s|a\s|le\s)?)(?P<name>[A-ZÀ-ÞА-Я«][^.;:\n]{3,90}?)"
    r"(?=\s(?:to|with|a|à|con|com|avec|on|for)\s|[,.;\n])"
)
"""Who awards, behind the word: "Contract awarded by X Council to Y Ltd"."""

APPOSED = re.compile(
    r"(?i:\b(?:(?:the|el|la|le|o|a|il|lo)\s|l['’])(?:name of the )?(?:successful (?:tenderer|bidder|supplier)|"
    r"winning (?:tenderer|bidder|supplier)|winner|awardee|contractor|supplier|adjudicatari[oa]|contratista|proveedor|"
    r"titulaire|attributaire|adjudicatári[oa]|fornecedora?|aggiudicatari[oa]),\s+)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:(?<!\w)(?:победитель|поставщик|переможець|постачальник)[,\s–—-]{1,4})(?=(?:ООО|АО|ПАО|ЗАО|ИП|ТОО|ТОВ|"
    r"ПП|ФОП|ПрАТ)\s)"
)
"""A word for who won with the name behind it, set apart by commas: "the successful tenderer, X Ltd, is unchanged"."""

WINNERS = re.compile(
    r"(?i:\b(?:победил|перем[оі]г|выиграл)[аои]?\s(?=(?:ооо|оао|зао|пао|ао|тоо|ип|тов|прат|пат|пп|фоп|групп|"
    r"консорци|общество))|"
    r"(?:признать|признал[аои]?|определил[аои]?|визнал[аои]?|визначил[аои]?|определить|визначити|визнати|"
    r"обрати)\s(?:победител|переможц)[а-яіїє]+\b(?:[^.\n«]|"
    r"\.(?=\S)){0,90}?\s"
    r"(?=(?:ооо|оао|зао|пао|ао|тоо|ип|тов|прат|пат|ат|пп|фоп|дп|кп|общество|акционерное|товариство|приватне)\b)|"
    r"победител(?:ем|ь|и)\b[^.\n«]{0,90}?(?:призна[а-я]*|являе?тся|стал[оаи]?|определ[а-я]*)[^.\n«]{0,40}?\s*:?\s*"
    r"(?=(?:ооо|оао|зао|пао|ао|тоо|ип|фгуп|муп|гуп|общество|акционерное)\b)|"
    r"переможц(?:ем|я)\b[^.\n«]{0,90}?(?:визна[а-яіїє]*|визнач[а-яіїє]*|є|став)[^.\n«]{0,40}?\s*:?\s*"
    r"(?=(?:тов|прат|пат|ат|пп|фоп|дп|кп|товариство|приватне)\b))"
)
"""The same where the name is that of a company in Russian or Ukrainian."""

INTENDED = re.compile(
    r"(?i:\bintends? to (?:negotiate|award|enter into|issue|procure)\b[^.\n]{0,120}?\b(?:with|to|"
    r"from)\s+)(?=[^\W\d_a-z])|"
    r"(?i:\bcontratar (?:directamente|de manera directa|en forma directa)\s(?:con|a)\s(?:la (?:empresa|"
    r"firma)\s)?)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\bcontratação direta (?:da|com a)\s(?:empresa\s)?)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:(?<!décidé\s)(?<!décide\s)\b(?:conclure|passer|"
    r"(?<!décidé d['’])(?<!décide d['’])attribuer)\b[^.\n]{0,110}?\s(?:avec|à)\s(?:la société|"
    r"l['’]entreprise)\s+)(?=[^\W\d_a-zà-ÿ])|"
    r"(?i:\bс единственным (?:поставщиком|исполнителем|подрядчиком)\s*[:–—-]?\s*)(?=[^\W\d_])|"
    r"(?i:\bукласти договір[^.\n]{0,60}?\sз\s)(?=[^\W\d_])"
)

DECIDED_LETTER = re.compile(
    r"\bunsuccessful tenderers?\b|\bstandstill (?:period|will end)\b|\bwinning (?:score|tender|bid)\b|"
    r"\byour (?:tender|bid) was not\b|"
    r"\bl['’]offre retenue\b|\bvotre offre n['’]a pas été retenue\b|\bplazo de suspensión\b"
)
"""Words of letters to those who lost: who is meant to have the contract has won the procedure."""
EDITION = re.compile(r"(?i:\b(?:édition|edition|edición|edição|ausgabe|edizione|wydanie|выпуск|випуск)\b)")
"""The day of a newspaper is none of the procedure."""
NOT_YET = re.compile(
    r"(?i:\b(?:until|till|by|before|hasta|até|jusqu['’]au|jusqu['’]à|bis|entro|до|deadline|due|"
    r"expires?)\s*(?:el\s|zum\s|am\s)?)$"
)
"""Words right before a day by which something is to be done."""
BUYER_WORDS = (
    r"buyer|purchaser|client|authority|principal|owner|institution|department|employer|procuring entity|customer|"
    r"contracting authority|"
    r"contratante|órgão gerenciador|orgão gerenciador|entidade?(?: (?:contratante|adjudicante|compradora|"
    r"pública|licitante))?|"
    r"comprador|el comprador|municipio|contraente público|contratante público|"
    r"cliente|"
    r"acheteur|pouvoir adjudicateur|maître d['’]ouvrage|autorité contractante|client|administration|"
    r"(?:государственный |муниципальный )?заказчик|покупатель|закупающая организация|замовник|покупець|"
    r"auftraggeber(?:in)?|besteller(?:in)?|käufer(?:in)?|committente|"
    r"stazione appaltante|zamawiając(?:y|ym)|kupujący"
)
SUPPLIER_WORDS = (
    r"supplier|contractor|seller|vendor|service provider|consultant|provider|"
    r"contratista|proveedora?|vendedora?|prestadora?|contratad[ao]|fornecedora?|suministrador|arrendador|"
    r"adjudicatari[oa]|"
    r"adjudicatári[oa]|"
    r"titulaire|prestataire|fournisseur|"
    r"поставщик|исполнитель|подрядчик|продавец|постачальник|виконавець|підрядник|продавець|"
    r"auftragnehmer(?:in)?|lieferant(?:in)?|verkäufer(?:in)?|appaltatore|affidatari[oa]|fornitore|fornitrice|venditore|"
    r"wykonawc[aą]|dostawc[aą]|sprzedawc[aą]|sprzedającym"
)
_QUOTED_BUYERS = (
    r"(?:council|county|city|town|state|district|university|college|agency|school|ministry|government|board|"
    r"corporation|"
    r"municipalidad|ministerio|administraci[óo]n|institución|universidad|hospital|dirección|servicio|"
    r"município|administração|instituição|universidade|câmara|secretaria|"
    r"commune|ville|établissement|mairie|université|syndicat|métropole|hôpital|département|"
    r"ente|amministrazione|comune|azienda|universität|gemeinde|stadt|amt|klinikum|gmina|szpital|szkoła|kupującym)"
    r"(?=[»”\"'’])"
)
"""Words for kinds of offices: they stand for a party only in quotation marks."""
_QUOTED_SUPPLIERS = (
    r"(?:firm|licensor|bidder|empresa|sociedad|impresa|società|société|concessionnaire|concesionari[oa])(?=[»”\"'’])"
)
_HERE = (
    r"(?:,?\s{0,3}\(?\s{0,3}(?<!\w)(?:hereinafter|referred to as|hereafter|en adelante|en lo sucesivo|"
    r"quien(?:es)? en adelante|"
    r"(?:quien(?:es)?|que)\s(?:(?:para|en)\s[^,.\n]{3,40}\s)?(?:se|será)\s(?:le\s)?(?:denominad[oa]|"
    r"denominará|llamará)|se denominará|"
    r"(?:que|e que)\s(?:passa|passará) a (?:ser )?(?:denominad[ao]|designad[ao])|"
    r"denominad[ao]|doravante|designad[ao]|ci-après|dénommée?|désignée?|именуем\w+(?: в дальнейшем)?|далее|далі|"
    r"надалі|"
    r"що іменується|який(?: надалі)? іменується|яке (?:надалі )?іменується|в подальшому|nachfolgend|im folgenden|"
    r"nachstehend|como|en calidad de|en qualité de|na qualidade de|as(?: the)?|"
    r"di seguito|zwan\w+ dalej|dalej)[^.\n«“\"„(]{0,60}?|"
    rf",\s(?=(?:{BUYER_WORDS}|{SUPPLIER_WORDS})[,.;](?:\s|$))|"
    r"\s{0,3}\(\s{0,3}(?:the\s|el\s|la\s|le\s|l['’]|o\s|a\s|die\s|der\s)?)"
)
ROLES = re.compile(
    rf"(?i:{_HERE}\s{{0,3}}[–—:-]?\s{{0,3}}(?:the\s|el\s|la\s|le\s|l['’]|o\s|a\s|«\s?)?[«“\"„']?\s*(?:the\s|el\s|"
    rf"la\s|le\s|"
    rf"los\s|les\s|o\s|a\s|"
    rf"l['’])?"
    rf"(?:(?P<buyer>{BUYER_WORDS}|{_QUOTED_BUYERS})|(?P<supplier>{SUPPLIER_WORDS}|"
    rf"{_QUOTED_SUPPLIERS}))[»”\"'’)]*(?!\w)(?!\s(?:de|del|du|da|do|of|"
    rf"d['’])\s)(?! (?:[–—-] )?(?-i:[А-ЯЁІЇЄҐ«][^\n)]{{2,110}}\))))"
)
"""The word for a party's part behind its name. Without quotation marks it needs a word such as "hereinafter"."""

REPRESENTS = re.compile(
    r"(?i:representante legal de(?:l| la| los)?|(?:actuando |obrando )?en (?:nombre|"
    r"representación)(?: y (?:en )?(?:representación|nombre))? "
    r"de(?:l| la)?|agissant (?:au nom|pour le compte)(?: et pour le compte)? d(?:u|e la|e)|"
    r"neste ato representando [oa]|"
    r"em nome d[aeo]|representing|acting (?:for and )?on behalf of|for and on behalf of|"
    r"действующ\w+ от имени)\s+(?:the\s|la\s|el\s)?"
    r"(?=[^\W\d_a-zà-ÿа-яёіїєґ])|"
    r"(?:en (?:su )?(?:calidad|condición) de|en qualité de|na qualidade de|como|as)\s[^,\n]{3,60}?\s(?:del|de la|"
    r"du|da|do|of the)\s+"
    r"(?=[^\W\d_a-zà-ÿа-яёіїєґ])"
)
"""What stands between a person who signs for an organisation and its name."""
OTHER_ROLE = re.compile(rf"(?i:{_HERE}\s{{0,3}}[–—:-]?\s{{0,3}})[«“\"„][^»”\"“\n]{{3,40}}[»”\"“]")
"""A party's part in a word of its own ("LA FISCALÍA")."""
CALLED_OTHERWISE = re.compile(
    r"(?i:\b(?:denominar[áa]n?|denominad[oa]|llamar[áa]|designad[oa]|dénommée?|called|referred\sto\sas))\s"
    r"(?:EL\s|LA\s|LOS\s|LAS\s|L['’]|LE\s|LES\s|THE\s|O\s|A\s)?[A-ZÀ-Þ]{4,30}(?:\s[A-ZÀ-Þ]{2,30}){0,3}(?!\w)"
)
"""The same without quotation marks, in capitals: "quien en adelante se denominará LA POLICÍA"."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
DATED = re.compile(
    r"(?i:(?P<award_date>\bawarded\b(?:[^.\n]|\.(?=\S|\s(?-i:[a-z]))){0,130}?\bon(?: the)?\s+(?=[a-z\d])|"
    r"\b(?:approved|adopted|authori[sz]ed|carried|passed)(?:\s\d{1,2}\s?[-–/]\s?\d{1,2}(?:\s?[-–/]\s?\d{1,2})?)?,?"
    r"(?: by (?:the )?[^.,;:\n\d]{3,40}?)?(?: on)?(?: the)?\s+"
    rf"(?=(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?{_MONTH}\.?"
    rf"\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}\s\d{{4}})|"
    r"\bawarded:?\s+(?=\d{1,4}[/.-]\d|\d{1,2}(?:st|nd|rd|th)?\s[a-z])|"
    r"\b(?:decision|resolution)\s(?:no\.?\s\S{1,20}\s)?of\s(?:the\s)?[^.,;\n\d]{3,60}?\s(?:of|dated|on)\s(?:the\s)?(?=\d)|"
    r"\b(?:итоги|підсумки)\s(?:[а-яіїєґ]+\s){0,3}(?:подведен|підбит|підведен)\w*\s(?=[\d«]))|"
    r"(?P<publication_date>\b(?:notice |was )?(?:published|posted|displayed|dispatched|uploaded|"
    r"gazetted)(?: on)?(?: the)?:?\s+|"
    r"\bpublicad[oa] (?:el|em)(?: día)?\s+|"
    r"\bpubliée? le\s+|\bopublikowano(?: dnia)?\s+|\bveröffentlicht am\s+|\bpubblicato il\s+|"
    r"\bопубликован[аоы]?\s+|\bразмещен[аоы]?\s+|"
    r"\bоприлюднено\s+|\bmise? en ligne le\s+|\bposted:?\s+)|"
    r"(?P<contract_date>\b(?:is |was )?(?:made|entered into|signed|(?:contract|agreement) dated)(?: on|"
    r" as of)?(?: this| the)?\s+|"
    r"\b(?:contract|agreement)s?\b[^.\n\d]{0,40}?\b(?:signed|concluded|executed|entered into|finali[sz]ed)\b"
    r"(?:\s(?:in|at|by|between)\s[^,.;\n\d]{2,60})?,?\son\s(?:the\s)?|"
    r"\b(?:signé|notifié|conclu)e? le\s+|"
    r"\b(?:se\s)?(?:suscribió|firmó|celebró) el\s+|\bfirmado (?:electrónicamente )?(?:el|em|a los)\s+|"
    r"\bassinad[oa] em\s+|\bsuscrito el\s+|\b(?:lo|la|se)\s(?:firman?|suscriben?)\b[^.\n]{0,60}?\ba los\s+|\bse "
    r"firma\b[^.\n]{0,40}?\ba los\s+|\bunterzeichnet am\s+|\bstipulato il\s+|"
    r"\bzawarta w dniu\s+|"
    r"\bзаключ[её]н\w*\s+|\bукладено\s+|"
    r"\b(?:договор|контракт|соглашение|договір|угоду?)\s(?:был[оа]?\s|було\s)?(?:подписа|заключ|підписа|уклад|"
    r"уклал)\w*\s(?=[\d«])|"
    rf"(?m:^|(?<=\.\s))(?={_EASTERN_DAY}(?:[^.\n]|\.(?=\S)){{4,160}}?\s(?:заключил|подписал|приобр[её]л|"
    rf"закупил|уклал|підписал|"
    r"придбал|закупив)[аои]?\s))|"
    r"(?P<acceptance_date>\baccepted on\s|\brecebido definitivamente em\s|\brecepción definitiva el\s|"
    r"\bprononce la réception[^.\n]{0,60}?\b(?:au|le)\s|\bпринят\w*(?: работы| товар)? (?:заказчиком )?(?=\d))|"
    r"(?P<date>\b(?:dado|dada|fait|done|expedid[oa])\b[^.\n]{0,40}?\b(?:a los|le|el|on|em|the)\s+|(?m:^|"
    r"\.\s)(?:em|aos|a\slos(?=\s\d{1,2}\sd[ií]as))\s+|"
    r"\bsigned,\s+|\b(?:issued|given|dated|resolved|adopted|done|so ordered)"
    r"\s(?:under my hand\s|(?:at|in)\s[^.,;\n\d]{3,40},?\s)?(?:on\s)?this\s(?=\d)|"
    r"\bséance du\s(?:[a-z]+\s)?|"
    r"\b(?:séance|réunion|assemblée)\s(?:[^.;\n\d]{0,50}\s)?(?:tenue|du)\s(?:le\s)?|"
    r"\b(?:par|suivant|selon)\s(?:une\s|la\s)?(?:décision|délibération|arrêté)(?:\sn[°º]\s?\S{1,20})?\s(?:du|"
    r"en date du)\s|\bby\s(?:a\s)?(?:decision|resolution)\s(?:of|dated)\s(?=\d)|\bрешением\s(?:комиссии\s)?от\s|"
    r"\bрішенням\s(?:комітету\s)?від\s|\b(?:meeting|session)\s(?:held\s)?(?:on|of)\s(?:the\s)?|"
    r"\bses(?:ión|são)\s(?:[a-zã]+\s)?(?:de|del)\s(?:día\s)?|\bd[ií]a\s(?=\d)|\b(?:order|resolution|decision|"
    r"letter)\sdated\s|"
    r"\bресолюци\w+ от\s|\bпротокол\w*\s(?:составлен|подписан)\w*\s(?:и\s\w+\s)?|"
    r"\bhoras (?:del|de hoy|de este)(?: día)?(?:,? fecha)?\s|الموافق\s|"
    r"بتاریخ\s|(?<!نشر )(?<!نشرت )(?<!نُشر )بتاريخ\s|در تاریخ\s|مورخه?\s|"
    r"(?m:^|(?<=\.\s))aprobad[oa]\s(?:por|mediante|con)\s(?:la\s)?"
    r"(?:resolución|decreto|acuerdo|orden)(?:\s[^\W\d_]{2,16}){0,2}\s"
    r"n[°ºo.]{0,2}\s?\S{1,30}\s(?:de fecha|del?)\s|"
    r"\bresolución\s(?:exenta\s)?(?:n[°ºo.]*\s?\S+\s)?(?:de fecha|del?)\s|\brésolution adoptée le\s|"
    r"(?m:^|\.\s)(?-i:[A-ZÀ-Þ])[^.,;:\n\d]{2,60},\s+(?:em\s|le\s|el\s|aos\s|a\s)?(?=\d{1,2}[º°]?\s(?:de\s)?[a-zç]|"
    r"\d{1,2}/\d{1,2}/\d{4})))"
)

_NUMBER = (
    r"(?<!\w)(?P<number>(?=[\w/.-]*\d)[^\W_][\w/-]*(?:\.\w[\w/-]*)*(?:\s?/\s?\w+)*"
    r"(?:(?<!\d{5})\s(?i:de)\s20\d\d(?!\d))?|(?!(?i:de|del|do|da|du|of|en|el|la|le)\b)[A-Z]{2,6}-?[A-Z]?\s\d{3,6})"
)
_SIGN = r"(?:no\.?|nos?\.|n[°ºo]\.?|nr\.?|№|number|num\.?|número|numéro|n\.º|n\.)"
PROCEDURES = re.compile(
    r"(?i:\b(?:rfp|rfq|rft|itb|ifb|itt|bid|tender)(?:\s(?:no\.?|number|#))?\s*:?\s+(?=[\w/-]*\d)|"
    r"(?<!quote)(?<!quotation)(?<!your)(?<!invoice)(?<!supplier)(?<!offer)(?<!quote\s)(?<!quotation\s)(?<!your\s)(?<!invoice\s)(?<!supplier\s)(?<!offer\s)"
    r"\b(?:procurement|tender|solicitation|notice|our|bid|project|file|contract)?\s?ref(?:erence)?\.?"
    r"(?:\s(?:no\.?|number))?\s*:?\s+|"
    r"\bsolicitation\s(?:no\.?|number)\s*:?\s*|"
    r"\b(?:pregão(?:\s(?:eletrônico|presencial))?|concorrência(?:\spública)?|tomada de preços|"
    r"dispensa(?: de licitação)?|"
    r"inexigibilidade(?: de licitação)?|licitação|edital|concurso público|procedimento|processo)\s" + _SIGN + r"?\s*|"
    r"\b(?:proceso|expediente|licitación(?: p[uú]blica(?:\s[^\W\d_]+\b(?!-)){0,3})?|adjudicación simplificada|"
    r"concurso público|subasta inversa(?: electrónica)?|menor cuantía|convocatoria|concurso|invitación)"
    r"(?:\s(?:número|" + _SIGN[3:-1] + r"))?\s*:?\s*|"
    r"\baffaire\s" + _SIGN + r"\s*|\bfile\s(?:no\.?|number)\s*:?\s*|"
    r"\b(?:procédure|appel d['’]offres(?:\s[\w'’]+){0,8}?|consultation|marché|avis|demande de (?:cotation|prix|"
    r"renseignements? et de prix)|cahier (?:spécial )?des charges)\s" + _SIGN + r"\s*|"
    r"\b(?:закупк[аи]|закупівл[яі]|аукцион|електронний аукціон|извещени[ея]|закупок|закупівель|конкурс|тендер|торги|"
    r"(?:контракту?|договору?)(?=\s(?:№|[\w/-]*[-/]|\d{4,}(?![\s.,]\d))))\s(?:№\s*)?|"
    r"№\s*(?=\d{19}\b)|"
    r"\b(?:vergabenummer|aktenzeichen|referenznummer)\s*:?\s*|\b(?:gara|procedura|cig|contratto)\s(?:n\.?\s*)?|"
    r"\b(?:postępowani[ea]|sprawy|zamówieni[ea])\snr\s*)" + r"(?i:id\s?:?\s)?" + _NUMBER
)
"""Numbers of procedures behind the word for the procedure."""
CONTRACTS = re.compile(
    r"(?i:\b(?:contrat[oe]?|marché|договор[уа]?|договір|контракт[уа]?|vertrag|umowa)(?:\s[^\W\d_]+\b(?!-)){0,5}\s"
    r"(?:n[°ºo.]{1,2}|nr\.?|№)\s*)" + _NUMBER
)
"""The number of a contract, where no other number is given."""
FURTHER_ON = re.compile(
    r"(?i:\b(?:contratos?|contract|agreement|contrat|marché|convenio|convênio|convention|termo|lettre de commande|"
    r"догов[оі]р\w*|контракт\w*|закупк\w+|закупівл\w+|аукцион\w*|аукціон\w*|котировок|предложений|конкурс\w*|"
    r"тендер\w*|торг\w+|извещени\w+|оголошення|решени[ея]|рішення)(?:[ ]\(?[^\W\d_]+[,)]?){0,7}[ ]"
    + _SIGN
    + r"\s*)"
    + _NUMBER
)
"""Numbers a few words behind the word for the document or the procedure; only behind a sign for a number."""
ALONE = re.compile(rf"(?i:^[^\S\n]*(?:№|n[°º]|no\.|id\s?:)\s*{_NUMBER}[^\S\n]*$)", re.MULTILINE)
"""A number alone on its line."""
NUMBERED = re.compile(
    r"\((?:ref\.?\s*:?\s*)?(?P<number>(?=[^()\n]*\d)[A-Z]{2,8}(?:[-/][A-Z0-9]{1,10}){1,5}|"
    r"[A-Z]{2,4}-[A-Z]\s\d{3,6})\)"
)
"""A number in brackets behind a title."""

_OFFICES = (
    # English: the head noun first, or last
    r"(?:(?:the )?(?:Ministry|Department|City|County|Borough|State|Town|Municipality|Office|Government|University|"
    r"District|Port|"
    r"Board|Commonwealth|Bureau|Directorate|Republic|Province) of (?:[^\W\d_][\w'’.&-]*\s?){1,9})|"
    r"(?:(?:[A-Z][\w'’&-]*|of|and|the|for)\s){1,8}(?:Council|Authority|Police|Constabulary|Ministry|Department|"
    r"Agency|Office|County|"
    r"University|Trust|Commission|Board|Bureau|Service|Administration|Directorate)|"
    # Spanish, Portuguese
    r"(?:Ilustre |Honorable )?(?:Alcaldía|Ministerio|Secretaría|Gobernación|Municipalidad|Municipio|Ayuntamiento|"
    r"Policía|Instituto|"
    r"Dirección|Departamento|Gobierno|Universidad|Intendencia|Diputación|Consejería|Agencia|Ejército|Fiscalía|"
    r"Contraloría|"
    r"Procuraduría|Superintendencia|Comisión|Hospital|Fuerza|Guardia|Prefeitura|Secretaria|Município|Câmara|"
    r"Ministério|Governo|"
    r"Polícia|Fundação|Fundación|Universidade|Tribunal|Estado|Autarquia|Serviço|Servicio|Direção|Guarda|Agência|"
    r"Superintendência|"
    r"Comando|Corpo de Bombeiros|Defensoria|Controladoria)(?:\s[^\W\d_][\w'’.-]*){1,11}|"
    # French
    r"(?:Ministère|Préfecture|Commune|Ville|Mairie|Région|Département|Conseil|Métropole|Communauté|Agence|Direction|"
    r"Université|"
    r"Office|Centre hospitalier|Gendarmerie|Syndicat|Établissement|Présidence|Autorité|Port autonome|Chambre)"
    r"(?:\s(?:[^\W\d_][\w'’.-]*)){1,11}|"
    # Russian, Ukrainian
    r"(?:Министерство|Администрация|Управление|Департамент|Комитет|ГУ|ГКУ|МКУ|МБУ|МБОУ|ФКУ|ФГБУ|ГБУ|ФГКУ|МВД|УМВД|"
    r"Государственное|Муниципальное|Федеральное|Правительство|Міністерство|Управління|Головне управління|"
    r"Комунальн\w+|"
    r"Виконавчий комітет|Державн\w+|Національн\w+)(?:\s[^\s.;:]+){1,13}|"
    # German, Italian, Polish
    r"(?:Stadt|Landeshauptstadt|Landkreis|Freistaat|Gemeinde|Kreis|Polizeipräsidium|Bundesministerium|Ministerium|"
    r"Comune|Ministero|"
    r"Regione|Provincia|Questura|Prefettura|Azienda|Agenzia|Unione|Gmina|Komenda|Ministerstwo|Urząd|Miasto|Powiat|"
    r"Województwo)"
    r"(?:\s[^\W\d_][\w'’.-]*){1,9}"
)
OFFICE_LINES = re.compile(rf"(?:{_OFFICES})(?:/[A-Z]{{2}})?")
"""The name of an office and nothing else. It begins or ends with the word for the office."""
