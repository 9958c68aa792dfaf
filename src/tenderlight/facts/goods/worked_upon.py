"""Goods that a text counts and nobody buys: insured, mended, washed or stored ones, and persons."""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece

_FARTHEST = 240
_ENDS = re.compile(r"[;:\n]|\.(?=\s)")
_WORK = (
    r"(?:seguros?|p[óo]lizas?|ap[óo]lices?|aseguramiento|insurance|insuring|assurances?|assicurazion[ei]|versicherung|"
    r"ubezpieczeni[ea]|страхование|страхування|"
    r"mantenimiento|manutenção|maintenance|entretien|manutenzione|wartung|instandhaltung|konserwacja|serwis(?:owanie)?|"
    r"servicing|обслуживание|обслуговування|"
    r"reparaci[óo]n(?:es)?|reparação|reparo|conserto|repairs?|repairing|réparations?|riparazione|reparatur|naprawa|ремонт|"
    r"overhaul|revisi[óo]n|revisão|"
    r"lavado|lavagem|washing|lavage|lavaggio|reinigung|limpieza|limpeza|cleaning|nettoyage|мойка|миття|engrase|"
    r"storage|almacenamiento|armazenagem|dep[óo]sito|guarda|parking|gardiennage|stationnement|estacionamiento|хранение|"
    r"зберігання|towing|remolque|reboque|remorquage|rimorchio|эвакуация|"
    r"disposal|disposici[óo]n final|destrucci[óo]n|destruction|entsorgung|утилизация|утилізація|"
    r"repuestos|refacciones|autopartes|peças|spare parts|parts|pièces(?: de rechange| détachées)?|pezzi di ricambio|"
    r"ersatzteile|części(?: zamienne)?|запчасти|запасные части|запчастини)"
)
_HEAD = re.compile(
    r"[\s\W\d]{0,12}(?:(?:the|el|la|los|las|o|a|le|les|il|lo|die|der|das)\s|l['’])?"
    r"(?:(?:contrata\w+|contratación|prestaci[óo]n|prestação|provision|fourniture|execução|ejecución|supply|"
    r"servi[cç]i?os?|services?|servizio|услуги|послуги|prestations?)\s(?:(?:of|de|del|da|do|di|по|з|із)\s|d['’])"
    r"(?:(?:el|la|the)\s)?){0,3}"
    rf"{_WORK}(?:(?:\s(?:y|e|and|et|und|и|та|i|ed?)\s|,\s)[^\W\d_]{{4,20}}){{0,3}}"
    r"(?:\s(?:preventiv|correctiv|corretiv|préventi|correcti|técnic|annual|anual|regular|vehicular|automotriz)\w*)?"
    r"(?:(?:\s(?:y|e|et|and)\s[^\W\d_]{4,14})?\s(?:of|for|to|de|del|dos|das|para|em|en|di|delle|dei|von|für|der|des|до|"
    r"для|pour)(?!\w)|\sd['’]|\s(?=[^\W\d_]))"
)
"""How a clause begins that is about a work upon things: "Seguro de", "maintenance and repair of"."""
_BOUGHT = re.compile(
    r"(?<!\w)(?:suministro|adquisici[óo]n|compra|provisi[óo]n de|fornecimento|aquisição|purchas\w+|supply|supplies|"
    r"procurement|acquisition|achat|fourniture|acquisto|fornitura|lieferung|kauf|beschaffung|dostawa|zakup|поставк\w+|закупк\w+|"
    r"приобретени\w+|постачання|придбання|закупівл\w+)(?!\w)"
)
_PERSONS = re.compile(
    r"(?:nurses?|teachers?|students?|pupils?|patients?|children|staff|employees?|workers?|inmates?|prisoners?|officers?|"
    r"soldiers?|persons?|people|beneficiar\w+|participants?|visitors?|fans|spectators?|guests?|"
    r"enfermer[oa]s?|docentes|maestr[oa]s|profesor\w*|professor\w*|alumn[oa]s|alun[oa]s|estudiantes|estudantes|pacientes|"
    r"funcionari[oa]s|funcionári[oa]s|emplead[oa]s|agentes|polic[ií]as|policiais|reclusos|detentos|personas|pessoas|"
    r"élèves|infirmi\w+|enseignants?|étudiants?|patients|agents|détenus|salariés|schüler\w*|mitarbeiter\w*|lehr\w+|"
    r"patienten|personen|alunni|studenti|pazienti|dipendenti|persone|uczni\w+|pracownik\w+|osób|"
    r"учащ\w+|ученик\w+|студент\w+|сотрудник\w+|работник\w+|пациент\w+|человек|працівник\w+|учн\w+|пацієнт\w+|осіб)"
)


def is_not_bought(name: Piece) -> bool:
    """Say whether a name is of persons, or stands in a clause about a work upon things that are there."""
    if _PERSONS.fullmatch(name.flat.strip()):
        return True
    flat = name.sheet.flat
    least = max(0, name.start - _FARTHEST)
    ends = list(_ENDS.finditer(flat, least, name.start))
    start = ends[-1].end() if ends else least
    head = _HEAD.match(flat, start, name.start) if ends or not least else None
    return head is not None and _BOUGHT.search(flat, start, name.start) is None
