"""Words by which awards and contracts are undone, and bids of readers of letters are refused; flat text."""

from __future__ import annotations

import re

SENTENCE_END = re.compile(
    r"(?<!\bno)(?<!\bnr)(?<!\bart)(?<!\b[^\W\d_])(?<!\d\.\d)(?<!\d\.\d\d)[.]"
    r"(?=\s+[^\W\d_]{2}|\s*$|\s*\n)|[;。；\n]"
)

_GIVEN = (
    r"(?:\bcontracts?\b|\bawards?\b|\bawarded\b|\bagreements?\b|\badjudica\w*|\bcontra(?:to|t)s?\b|\bmarchés?\b|"
    r"\battribu\w*|\b\w*verträ?ge?\b|\b\w*vertrags?\b|\b\w*zuschlags?\b|\bumow[aęy]\b|\bwyb[oó]r\w*|\bcontratt[oi]\b|"
    r"\baggiudica\w*|\bконтракт\w*|\bдоговор\w*|\bдогов[іо]р\w*|\bпобедител\w*|\bпереможц\w*|合同|契约|契約|中标|成交|决标|決標)"
)
WAS_GIVEN = re.compile(_GIVEN)
"""What can be undone."""
_MAY = (
    r"(?<!may )(?<!shall )(?<!can )(?<!could )(?<!might )(?<!will )(?<!should )(?<!right to )(?<!not )(?<!podrá )"
    r"(?<!puede )(?<!poderá )(?<!pode )(?<!peut )(?<!pourra )(?<!può )(?<!zu )(?<!может )(?<!вправе )(?<!може )"
    r"(?<!możę )(?<!może )"
)
_UNDO = (
    r"(?:declar(?:ed|es|ing) (?:null and )?(?:void|invalid|ineffective|unlawful)|annul(?:s|led|ling)|"
    r"rescind(?:s|ed|ing)|"
    r"quash(?:es|ed|ing)|revok(?:es|ed|ing)|terminat(?:es|ed|ing|ion of)|overturn(?:s|ed|ing)|nullif(?:ies|ied)|"
    r"(?:i |to |we |court |and )?set(?:s|ting)? aside|(?:annulment|rescission|revocation|cancellation) of|"
    r"cancel(?:s|led|ed|ling|ing)|withdr(?:aws|ew|awing)|"
    r"declar\w* (?:la )?(?:nulidad d\w+|nul[oa])|declar\w* (?:a )?nulidade d\w+|(?:se )?anul(?:a|ó|an|ou|ar)\b|"
    r"(?:se )?revoc(?:a|ó|an|ar)\b|revog(?:a|ou|ar)\b|(?:deja|dejar|dejó) sin efecto|"
    r"resolver el|(?:se )?resuelve el|(?:se )?rescind(?:e|ió|ir|iu)\b|(?:termo de )?rescis(?:ão|ión) (?:\w+ ){0,2}d\w+|"
    r"nullité d\w+|annul(?:e|ent|é|er|ation d\w+)\b|résili(?:e|é|er|ation d\w+)\b|"
    r"kündig(?:t|te)\b|kündigung d\w+|aufhebung d\w+|"
    r"annulla\w*|dichiara\w* (?:nullo|nulla|inefficace|l['’]inefficacia d\w+)|revoca d\w+|risolve\b|risoluzione d\w+|"
    r"unieważni(?:ł|ła|ono|a|ć|enie)\b|rozwiąz(?:ał|ała|ano|uje)\b|odstąpi(?:ł|ła|ono|enie) od|"
    r"призна\w* (?:недействительн\w+|незаконн\w+)|недействительн\w+ призна\w*|расторг\w+|расторжени\w+|"
    r"отмени(?:л|ла|ло|ть)\b|отмена\b|отказ\w* от исполнения|"
    r"визна\w* недійсн\w+|недійсн\w+ визна\w*|розірва(?:в|ла|но|ти|ння)\b|розірвання|скасува(?:в|ла|но|ти|ння)\b|"
    r"відмов\w* від виконання|"
    r"撤销|撤銷|解除|取消|终止|終止)"
)
UNDOES = re.compile(rf"(?<!\w){_MAY}{_UNDO}[^\n;]{{0,60}}?{_GIVEN}")
"""What undoes what is named behind: "declared void the contract", "anula la adjudicación"."""
UNDONE_BEHIND = re.compile(
    r"(?<!\w)(?:(?:is|was|are|were|has been|have been|had been|stands?) (?:hereby |therefore |duly |"
    r"later |subsequently )?"
    r"(?:(?:declared|held|ruled|found)(?: to be)? )?"
    r"(?:null|void|invalid|ineffective|annulled|rescinded|revoked|withdrawn|terminated|set aside|quashed|overturned|"
    r"cancelled|canceled|nullified)|"
    r"(?:es|son|fue|fueron|ha sido|queda|quedó|foi|foram|está|ficou) (?:declarad[oa]s? )?"
    r"(?:nul[oa]s?|anulad[oa]s?|revocad[oa]s?|revogad[oa]s?|rescindid[oa]s?|sin efecto|sem efeito)|"
    r"(?:est|sont|a été|ont été|était) (?:déclarée?s? )?(?:nul(?:le)?s?|annulée?s?|résiliée?s?|retirée?s?)|"
    r"(?:ist|sind|war|wird|wurden?) (?:für )?(?:[^\n;.]{0,40} )?(?:nichtig|unwirksam|aufgehoben|widerrufen|gekündigt)|"
    r"für (?:nichtig|unwirksam)|zum [^\n;]{1,20} zu kündigen|zu kündigen|"
    r"(?:è|sono|è stat[oa]|viene) (?:dichiarat[oa] )?(?:null[oa]|annullat[oa]|revocat[oa]|risolt[oa]|inefficace)|"
    r"(?:jest|została?|zostało) (?:nieważn\w+|unieważnion\w+|rozwiązan\w+|wypowiedzian\w+)|"
    r"(?:был[аои]? |призна\w+ )?(?:недействительн\w{2,4}|расторгнут\w*|отмен[её]н\w*|аннулирован\w*)|"
    r"(?:було |визна\w+ )?(?:недійсн\w{2,4}|розірван\w*|скасован\w*|анульован\w*))(?!\w)|"
    r"[^。；\n]{0,60}?(?<!不)(?:合同|中标|成交|中标资格|结果)?(?:无效|無效|(?:被|予以|自即日起|即日起|依法)(?:撤销|解除|取消|废止))"
)
"""What undoes what is named before: "the contract with A Ltd was rescinded"."""
VERB_BEFORE = re.compile(r"(?:撤销|撤銷|取消|解除|废止)(?:了|对|对于)?[^。；\n,，]{0,6}$")
"""A verb right before the firm whose award it undoes: 取消某公司中标资格."""
GIVEN_BEHIND = re.compile(r"[^。；\n,，]{0,12}(?:中标|成交|得标|决标|合同)")
"""What is undone, right behind the firm."""
AWARDED_ANEW = re.compile(
    r"\b(?:and|y|e|et|und|i|oraz|и|та|і|ed?)\s+(?:\w+\s+){0,3}?(?:re-?)?"
    r"(?:award|adjudic|adxudic|attribu|vergib|erteil|aggiudic|udziel|wybra|заключ|уклад|присуд)|"
    r"\binstead\b|\ben su lugar\b|\bà la place\b|\bstattdessen\b|\bal suo posto\b|改由|改授|重新确定|递补|遞補|"
    r"\b(?:is|was|were|are|has been) (?:now |then |therefore )?(?:re-?)?awarded to\b|\bnew (?:award|contract)\b"
)
"""Words by which somebody else gets what was undone."""
TURNS = re.compile(
    r"\b(?:and|but|after|because|since|as|while|whereas|previous|former|earlier|other|lots?|procedure|"
    r"y|pero|tras|porque|lotes?|anterior|e|mas|após|et|mais|après|précédent\w*|und|aber|nachdem|weil|lose?|los|"
    r"dopo|ma|lott[oi]|część|części|после|лот\w*|але|після|а|но)\b|[;\n]|但|另|标段"
)
"""Words behind which something else than the award before them may be undone."""
NOT_TO = re.compile(
    r"(?:\b(?:not|never) (?:be |been |being )?(?:awarded|given|let) to|\bno (?:se |fue |ha sido |es )?adjudica\w* a|"
    r"\bnão (?:foi |é |se )?adjudica\w* (?:a|à|ao)|\bpas (?:été )?attribuée?s? (?:à|au)|"
    r"\bnon (?:è |è stato |viene )?aggiudicat\w* a|\bnie (?:został\w* )?(?:udzielon\w+|przyznan\w+)(?: firmie)?|"
    r"\bне (?:был[аои]? )?присужд[её]н\w*|\bне присуджен\w*|\bnicht an|未授予|未授给)"
    r"\s?(?:the |la |l['’]|el |los |die |der |das |firma |firm |company |empresa |société |фирме |"
    r"компании )?(?:m/s )?[\"“«]?$"
)
"""What stands right before whom a lot was not awarded to."""
UNDOES_DECISION = re.compile(
    r"\b(?:(?:i|we|court|tribunal|board|panel|council|judge) (?:hereby |therefore |now )?"
    r"(?:set|sets|annul|annuls|annulled|quash|quashes|quashed|rescind|rescinds|rescinded|revoke|revokes|revoked|"
    r"overturns|overturned|declare|declares|declared) (?:aside |void |invalid )?(?:the|that|this) "
    r"(?:decision (?:to award|of award)|award|contract award)\b(?! of lot)|"
    r"(?:se )?(?:anula|revoca|deja sin efecto) (?:dicha|la citada|esa|esta) adjudicación|"
    r"annule (?:cette|ladite|la) (?:décision d['’])?attribution\b|"
    r"(?:diese|die) zuschlagsentscheidung (?:wird|ist) (?:aufgehoben|nichtig|unwirksam)|"
    r"annulla (?:tale|detta|la predetta) aggiudicazione)"
)
"""A sentence of its own that undoes the one award of a paper."""
_BID = r"(?:bid|tender|offer|proposal|quotation|quote|submission|application)"
REFUSES_READER = re.compile(
    rf"\b(?:regret|sorry|unfortunately)\b[^.\n]{{0,120}}\b(?:unsuccessful|not (?:been )?(?:successful|"
    rf"accepted|selected|"
    rf"awarded|chosen)|unable to|cannot|could not|declined?|rejected|did not)\b|"
    rf"\bwe regret\b[^.\n]{{0,120}}\byour {_BID}|"
    rf"\byour {_BID}\b[^.\n]{{0,90}}\b(?:was|were|has been|is|have been)\s(?:therefore |on this occasion )?"
    rf"(?:not|unsuccessful|rejected|declined|excluded|placed (?:second|third|fourth))\b|"
    rf"\byour {_BID}\b[^\n]{{0,90}}\b(?:preferred|successful|winning) (?:tenderer|bidder|supplier)|"
    rf"\b(?:your {_BID}|you)\b[^.\n]{{0,60}}\bplaced (?:second|third|fourth|fifth)\b|"
    r"\bunable to (?:take (?:it|your \w+) (?:any )?further|accept your)|"
    r"\b(?:ihr|ihrem|ihres|ihnen) ?(?:angebot\w*)?\b(?:[^.]|\.(?=\d)){0,120}\b(?:nicht|leider|kein\w*)\b|"
    r"\bleider\b(?:[^.]|\.(?=\d)){0,120}\b(?:ihr\w*|sie)\b(?:[^.]|\.(?=\d)){0,80}\b(?:nicht|abgelehnt|"
    r"ausgeschlossen|absage\w*)\b|"
    r"\bbedauern\b(?:[^.]|\.(?=\d)){0,120}\b(?:ihr\w*|ihnen|nicht)\b"
)
"""What is written to somebody who did not win."""
WELCOMES_READER = re.compile(
    rf"\b(?:pleased|happy|delighted|glad) to\b|\byour {_BID}\b[^.\n]{{0,60}}\b(?:(?:has been|is|"
    rf"was) accepted|successful)\b|"
    r"\bwe (?:hereby )?accept\b|\bcongratulat|\b(?:freuen uns|erteilen wir ihnen|ihnen den zuschlag|nehmen ihr angebot|"
    r"(?:wird|ist) angenommen)\b"
)
"""What is written to somebody who did win something."""
SALUTATION = re.compile(
    r"(?m)^[^\S\n]*(?:dear\b[^\n,:]{0,80}|sirs?\b|gentlemen\b|sehr geehrte\w*[^\n,]{0,80}|guten tag\b[^\n,]{0,80})"
)
HAD_IT_BEFORE = re.compile(
    r"(?<![^\W\d_])(?:former|previous|prior|outgoing|incumbent|past|ancien(?:ne)?s?|précédent\w*|sortant\w*|"
    r"anterior(?:es)?|saliente|предыдущ\w+|прежн\w+|бывш\w+|попередн\w+|колишн\w+|bisherig\w+|vorherig\w+|"
    r"ehemalig\w+|precedente|uscente|poprzedn\w+)(?![^\W\d_])[^\n:：;|\t]{0,30}\s?[:：]\s{0,3}$|"
    r"(?:上一?[届期]|前任|原(?=供应商|服务商|承包))[^\n:：;|\t]{0,12}\s?[:：]\s{0,3}$"
)
"""A label of who had the contract before, right before a name."""
