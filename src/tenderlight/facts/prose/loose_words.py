"""Verbs by which papers tell of a winner in words of their own, by kind and by where the name stands to them.

Each pattern ends where the name begins, or begins where it ends; `FIRM_WORDS` may stand between a verb and a name.
"""

from __future__ import annotations

import re

_G = r"(?:[^.;:\n]|[.:](?=\S)|\.(?=\s[\da-zà-ÿ(])){0,130}?"
"""Anything within a sentence."""
FIRM_WORDS = (
    r"(?:(?:the|a|an|la|le|les|el|los|las|o|a|os|as|il|lo|der|die|das|den|une?|una|uma|our|local|locale?|"
    r"incumbent|same|"
    r"current)\s+|l['’]|m/s\.?\s*|messrs\.?\s+|de\s(?=(?:la|l['’])))*"
    r"(?:(?:(?-i:[A-ZÀ-Þ][\w-]+)(?:-based)?\s+)?(?:firm|company|vendor|contractor|supplier|bidder|tenderer|"
    r"integrator|manufacturer|dealer|"
    r"société|sociétés|entreprise|cabinet|fournisseur|prestataire|titulaire|"
    r"empresa|firma|sociedad(?:\smercantil|\sanónima|\scomercial)?|compañía|proveedora?|contratista|adjudicatari[oa]|"
    r"sociedade|fornecedora?|contratada|companhia|fa\.|auftragnehmer(?:in)?|lieferant(?:in)?|unternehmen|"
    r"ditta|impresa|società|operatore\seconomico|fornitore|firmę|firmie|firmą|firmy|spółk[aięą]|wykonawc[aąęy]|"
    r"компани[яиейю]+|фирм[ааеойуы]+|организаци[яиейю]+|поставщик\w*|подрядчик\w*|исполнител\w*|"
    r"компані[яїєюй]+|фірм[аиоюу]+|постачальник\w*|виконавц\w*|підрядник\w*)"
    r"(?:\s(?:of|called|named|denominada|dénommée|locale?|local|(?-i:[a-zà-ÿ]{3,14}(?:oise|aise|enne|ine|ale|ère|aine))|française|espagnole|italienne|allemande|"
    r"nacional))?\s+)?"
)
"""Articles and a word for a firm, between the verb and the name."""
WON = (
    rf"\b(?:wirtschaftlichste|günstigste|mindestfordernde|preisgünstigste)\w*\s(?:bieter|anbieter|angebot){_G}\s(?:ist|war|kommt\s+von|stammt\s+von)\s+",
    rf"\bперем[іо]г\w*\b{_G}\s*",
    r"\b(?:retenu|choisi|désigné)e?\s+pour\s+[^,.;\n]{2,40}?\s(?=(?:la\s+société|l['’]entreprise))",
    # giving to
    (
        rf"\b(?:award(?:s|ed|ing)?|contract|order|job|work|deal|business|tender|bid|lots?)\b{_G}\b(?:goes|went|gone|going|"
        r"given|handed|let|awarded|fell|falls|passed)\s+to\s+"
    ),
    r"\b(?:award|awarded)\s+(?:is\s+|was\s+|goes\s+)?(?:made\s+)?to\s+",
    r"\b(?:give|giving|gave|hand|let|offer|offered)\s+(?:the|this|it|them)\s*(?:\w+\s+){0,2}?to\s+",
    (
        r"\b(?:lowest|cheapest|best|highest[\s-]scoring|top[\s-]ranked|first)\b[^.;:\n]{0,60}?\b(?:was|is|"
        r"came\s+from|were)\s+(?:that\s+of\s+|from\s+)?"
    ),
    (
        rf"\b(?:quotation|quote|offer|bid|tender|proposal)\s+(?:of|from|by|submitted\s+by)\s+(?={_G}\b(?:be|was|is|"
        rf"were|been)\s+(?:accept|approv|"
        r"select|adopt))"
    ),
    # choosing
    (
        r"\b(?:voted|decided|agreed|chose|opted|resolved|elected|plan(?:s|ned)?|approved|recommended|moved|happy|"
        r"ready)\s+to\s+"
        r"(?:go|proceed|contract|sign|work|continue|engage|use|hire|buy\sfrom|purchase\sfrom)\s*(?:ahead\s+)?(?:with\s+)?"
    ),
    r"\b(?:going|gone|went|goes|proceeding|settled|decided)\s+(?:with|on|for|in\s+favou?r\s+of)\s+",
    r"\b(?:choice|decision|selection|pick)\s+(?:fell|falls|went|is|was)\s+(?:on\s+|to\s+|in\s+favou?r\s+of\s+)?",
    r"\b(?:chose|chosen|picked|hired|selected|select(?:s|ing)?|picks|chooses)\s+(?!by\b)",
    (
        r"\b(?:winner|winning\s+(?:bidder|tenderer|firm|company|vendor)|successful\s+(?:bidder|tenderer|offeror|"
        r"proposer|firm|"
        r"company|vendor|contractor|supplier|respondent)|awardee|best\s+(?:bid|offer|proposal)|preferred\s+supplier)\s*"
        r"(?:,|:|[–—-]|is|was|are|remains|being|came\sfrom|has\sbeen)\s+"
    ),
    r"\b(?:won|secured|clinched|landed|scooped|taken)\s+by\s+",
    # French
    rf"\b(?:attribu|confi|adjug|octroy|dévolu|notifi|accord)\w*\b{_G}\s(?:à|au|aux)\s+",
    r"\b(?:revien|reven|échoi|échu)\w*\s+(?:donc\s|finalement\s)?(?:à|au)\s+",
    r"\bc['’]est\s+(?=(?:la\s+société|l['’]entreprise|le\s+groupe|la\s+maison|la\s+firme))",
    (
        r"\b(?:retenu|choisi|désigné|sélectionné|retenue|retient|choisit|désigne|retenir|"
        r"choisir)\s+(?:l['’]offre\s+(?:de|du)\s+)?"
    ),
    r"\b(?:porté|arrêté|fixé)\w*\s(?:son\s|leur\s|le\s)?choix\s(?:s['’]est\s)?(?:porté\s)?sur\s+",
    r"\bclass(?:é|ée|e)\s+(?:en\s+)?(?:première?|1(?:re|ère|er)|n°\s?1)\s+(?:l['’]offre\s+(?:de|du)\s+)?",
    # Spanish, Portuguese
    (
        rf"\b(?:adjudic|otorg|encarg|confi|asign|outorg|atribu|recay|recaiu|recae)\w*\b{_G}\s(?:a|al|à|ao|a\s+favor\s+de|"
        r"em\s+favor\s+d[aeo])\s+"
    ),
    (
        r"\b(?:seleccion|eleg|escog|escolh|design|selecion)(?:ó|aron|aram|ou|eron|eram|eu|ido|ida|ado|"
        r"ada|emos|amos)\s+(?:a\s+|la\s+oferta\s+de\s+|con\s+)?"
    ),
    r"\b(?:qued|fic)\w+\s+(?:en|em|a|nas?)\s+(?:manos|cargo|mãos)\s+d[eao]l?\s+",
    (
        r"\b(?:ganadora?|adjudicatari[oa]|vencedora?|adjudicatári[oa]|favorecid[oa])\s*(?:es|fue|foi|é|resultó|"
        r":|,|ha\ssido)\s+(?:a\s)?"
    ),
    # German, Dutch
    rf"\b(?:auftrag|zuschlag|wahl|vergabe|lieferauftrag)\b{_G}\s(?:an|auf|bei)\s+",
    r"\b(?:beauftragt(?:e|en)?|gewählt|entschied\w*\ssich\s(?:der\s\w+\s)?für|bezuschlagt)\s+",
    # Italian, Polish
    rf"\b(?:affid|aggiudic|assegn)\w*\b{_G}\s(?:alla|al|a|all['’])\s*",
    r"\b(?:vint|aggiudicat)[oa]\s+(?:da|dalla|dall['’])\s*",
    rf"\b(?:udziel|zlec|powierz)\w*\b{_G}\s+(?=firm|spół|wykonawc)",
    r"\b(?:wybran[oay]|wybrał[ao]?|wygrał[ao]?|zwycięży\w*)\s+(?:ofert\w+\s+)?",
    # Russian, Ukrainian
    rf"\b(?:победител|выигра|переможц|виграл|перемогл)\w*\b{_G}\s*",
    r"\b(?:выбра|признан|определ|обран|визна)\w*\s+",
)
"""Choosing, giving to, coming out first."""
SIGNED = (
    (
        r"\b(?:sign(?:s|ed|ing)?|contract(?:ed|s)?|agreement|deal|agreed|concluded|entered\s+into|partner(?:ed|ship)?)\b"
        rf"{_G}\bwith\s+"
    ),
    (
        rf"\b(?:bought|orders?|ordered|purchas(?:e|ed|es)|buy(?:s|ing)?|procured|sourced|acquired|obtained|"
        rf"leased)\b{_G}\bfrom\s+"
    ),
    (
        r"\b(?:order|contract|po|purchase\s+order|letter)\s+(?:was\s+|is\s+|has\s+been\s+)?(?:issued|placed|"
        r"sent|addressed)\s+(?:to|with)\s+"
    ),
    rf"\b(?:sign|conclu|pass|command|achet|acqui)\w*\b{_G}\s(?:avec|auprès\s+d[eu]|chez)\s+",
    rf"\b(?:suscri|celebr|firm|formaliz|assin|compr|adquiri|contrat)\w*\b{_G}\s(?:con|com|junto\s+[àa]o?)\s+",
    rf"\b(?:vertrag|geschlossen|abgeschlossen|bestell\w*|gekauft|bezogen)\b{_G}\s(?:mit|bei|von)\s+",
    rf"\b(?:stipul|sottoscri|acquist|ordin)\w*\b{_G}\s(?:con|da|dalla|presso)\s+",
    rf"\b(?:zawar|podpisa|zamówi|kupi|zakupi)\w*\b{_G}\s(?:z|od|u|w)\s+(?=firm|spół|\S)",
    rf"\b(?:заключ|подпис|закуп|приобре|куп|уклад|укла|підпис|придба)\w*\b{_G}\s(?:с|со|у|з|із|зі)\s+",
)
"""Agreeing with, buying from."""
DONE = (
    (
        r"\b(?:supplied|delivered|installed|provided|furnished|carried\s+out|performed|completed|built|"
        r"executed|maintained)\s+by\s+"
    ),
    r"\b(?:livr|fourni|pos|install|réalis|exécut)(?:é|ée|és|ées|i|ie|ies|is)\s+par\s+",
    (
        r"\b(?:entregad|suministrad|instalad|ejecutad|provist|fornecid|executad|entregue|"
        r"instalad)(?:[oa]s?)?\s+(?:por|pel[oa])\s+"
    ),
    r"\b(?:geliefert|montiert|ausgeführt|erbracht)\s+(?:von|durch)\s+",
    r"\b(?:fornit|installat|eseguit|consegnat)[oaie]\s+(?:da|dalla|dall['’])\s*",
)
"""Work done by."""
_WORK = (
    r"(?:supply|deliver|provide|install|replace|build|carry|fit|maintain|upgrade|furnish|perform|renew|equip|"
    r"service|construct|"
    r"undertake|roll\s+out|put\s+in)"
)
BEHIND_WON = (
    r"(?:is|are)\s+(?:now\s+)?(?:to|set\s+to|due\s+to)\s+" + _WORK,
    r"(?:will|shall)\s+(?:now\s+|therefore\s+|also\s+)?" + _WORK,
    (
        r"(?:has|have|had)\s+(?:now\s+)?been\s+(?:selected|chosen|picked|confirmed|approved|named|hired|"
        r"engaged|given\s+the)"
    ),
    (
        r"(?:was|were)\s+(?:selected|chosen|picked|the\s+(?:winner|successful|winning|lowest|best|cheapest|"
        r"only\s+(?:bidder|responsive)))"
    ),
    (
        r"(?:has\s+)?(?:won|wins|beat|landed|clinched|secured|scooped|bagged|emerged|came\s+out\s+(?:on\s+top|ahead|first)|"
        r"gets\s+the|got\s+the|takes\s+the|took\s+the|came\s+first|ranked\s+first)\b"
    ),
    # French
    (
        r"(?:,\s)?(?:qui\s)(?:va\s|a\s+été\s+retenu|a\s+remporté|a\s+décroché|l['’]a\s+emporté|s['’]est\s+vu|"
        r"assurera|[a-zà-ÿ]{3,}era\b)"
    ),
    (
        r"(?:l['’]emporte|remporte|décroche|a\s+(?:remporté|décroché|été\s+(?:retenu|choisi|désigné|sélectionné))|"
        r"est\s+(?:retenu|choisi|attributaire|titulaire|lauréat)|s['’]est\s+vue?\s+(?:attribuer|confier)|"
        r"(?:four|instal|pos|livr|réalis|remplac|assur)[a-zà-ÿ]*(?:era|ira)\b)"
    ),
    # Spanish, Portuguese
    (
        r"(?:,\s)?(?:que\s|quien\s|quem\s)?(?:se\s+encargará|suministrará|proveerá|instalará|entregará|ejecutará|realizará|"
        r"resultó|ganó|se\s+quedó\s+con|se\s+impuso|obtuvo|se\s+llevó|fornecerá|instalará|executará|venceu|ganhou|"
        r"ficou\s+com|arrematou|"
        r"foi\s+(?:a\s+)?(?:escolhid|selecionad|vencedor|contratad|declarad)|fue\s+(?:la\s+)?(?:elegid|"
        r"seleccionad|escogid|ganador))"
    ),
    # German, Italian, Polish
    (
        r"(?:erhält|erhielt|bekommt|liefert|gewann|setzte\s+sich\s+durch|hat\s+(?:den\s+zuschlag|gewonnen)|"
        r"wird\s+(?:beauftragt|"
        r"[^.;\n]{0,60}(?:liefern|installieren|montieren|erneuern)))"
    ),
    r"(?:fornirà|installerà|eseguirà|si\s+è\s+aggiudicat|ha\s+vinto|è\s+risultat)",
    r"(?:wygrał[ao]?|dostarczy|wykona|zainstaluje|zwyciężył[ao]?|zaoferował[ao]?\s+najniższ)",
    r"(?:поставит|выполнит|установит|выиграл[аои]?|победил[аои]?|постачатиме|встановить|переміг|перемогл[аои])",
)
"""Behind a name: that it is to do the work, or won."""
BEHIND_DONE = (
    (
        r"(?:has|have)\s+(?:now\s+|duly\s+|fully\s+|satisfactorily\s+|successfully\s+)?(?:supplied|delivered|"
        r"installed|completed|fulfilled|"
        r"provided|carried\s+out|handed\s+over|performed|executed|finished|met\s+all)"
    ),
    (
        r"(?:a\s+(?:bien\s|dûment\s)?(?:livré|fourni|installé|posé|achevé|réalisé|exécuté|remis)|ha\s+(?:cumplido|"
        r"entregado|suministrado|"
        r"ejecutado|instalado|concluido)|entregó|cumplió|suministró|instaló|ejecutó|entregou|forneceu|executou|"
        r"concluiu|cumpriu|"
        r"hat\s+[^.;\n]{0,80}?(?:geliefert|erbracht|installiert|fertiggestellt)|ha\s+(?:fornito|eseguito|"
        r"consegnato|ultimato)|"
        r"dostarczył[ao]?|wykonał[ao]?|поставил[аои]?|выполнил[аои]?|передал[аои]?|поставив|виконал[аои]|передав)"
    ),
)
"""Behind a name: that it has done the work."""
NOT_SAID = re.compile(
    r"(?i:\b(?:not|n['’]a\s+pas|n['’]est\s+pas|no\s+(?:se|fue|ha|será)|não|nicht|nie|не|second|deuxième|"
    r"segund[oa]|zweit\w*|втор\w*|"
    r"if|unless|would|(?-i:may|might|could)|previous\w*|former\w*|earlier|last\s+year|original|incumbent|prior|"
    r"expir\w+|"
    r"protest\w*|appeal\w*|complain\w*|rejected|disqualified|withdr\w+|lost|losing|unsuccessful|propos\w+\s+to|"
    r"intend\w*|"
    r"recommend(?:s|ed)?\s+(?:that|to)|recom(?:iend|end)[ae]\w*|recommande\w*|sugier\w*|sugere\w*|subcontract\w*|sous-trait\w*|subcontrat\w*|insur\w*|bank|banco|banque|"
    r"funded|grant\s+from|"
    r"advis\w+|consult\w+|supervis\w+|audited|designed|manufactur\w+|anterior\w*|précédent\w*|rechaz\w+|"
    r"desech\w+|excluid\w*|"
    r"écart\w+|rejet\w+|отклон\w+|відхил\w+|прежн\w+)\b)"
)
"""Words of other contracts, of what is only thought of, and of firms that lost or do something else."""
OF_AWARD = re.compile(
    r"(?i:\b(?:award|contract\s+(?:to|with)|won\b|winn|adjud[ií]|aggiudic|affid|attribu|octroy|retenu|remport|"
    r"ganó|ganador|vencedor|"
    r"venceu|seleccionad|selecionad|escolhid|zuschlag|auftrag|beauftrag|bezuschlag|wybra|zwycię|otrzyma|udziel|"
    r"zamówien|победител|"
    r"выигра|выбра|переможц|виграл|обран|чит))"
)
"""Words of an award, anywhere in a sentence that calls one firm so."""
