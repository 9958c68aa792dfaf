"""Check digits of the registers whose numbers stand in contracts and lists. Each check takes signs only, upper case."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_CREDIT_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_CODE = re.compile(rf"[{_CREDIT_SIGNS}]{{2}}\d{{6}}[{_CREDIT_SIGNS}]{{10}}")
_CREDIT_WEIGHTS = tuple(pow(3, at, 31) for at in range(17))


def is_credit_code(number: str) -> bool:
    """China, unified social credit code: GB 32100-2015, 法人和其他组织统一社会信用代码编码规则."""
    if not _CREDIT_CODE.fullmatch(number):
        return False
    total = sum(_CREDIT_SIGNS.index(sign) * weight for sign, weight in zip(number, _CREDIT_WEIGHTS, strict=False))
    return _CREDIT_SIGNS[-total % 31] == number[-1]


def is_lei(number: str) -> bool:
    """Legal entity identifier: ISO 17442, check digits of ISO 7064 MOD 97-10."""
    if not re.fullmatch(r"[0-9A-Z]{18}\d{2}", number):
        return False
    return int("".join(str(int(sign, 36)) for sign in number)) % 97 == 1


def is_inn(number: str) -> bool:
    """Russia, taxpayer number (ИНН) of a firm (10 digits) or a person in trade (12)."""
    if re.fullmatch(r"\d{10}", number):
        return _weighed(number, (2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10 == int(number[9])
    if not re.fullmatch(r"\d{12}", number):
        return False
    eleventh = _weighed(number, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    twelfth = _weighed(number, (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    return number[10:] == f"{eleventh}{twelfth}"


def is_ogrn(number: str) -> bool:
    """Russia, registration number (ОГРН, 13 digits; ОГРНИП, 15)."""
    if not re.fullmatch(r"\d{13}|\d{15}", number):
        return False
    return int(number[:-1]) % (len(number) - 2) % 10 == int(number[-1])


def is_cnpj(number: str) -> bool:
    """Brazil, CNPJ: 14 signs, letters allowed since 2026 (Instrução Normativa RFB 2.229/2024)."""
    if not re.fullmatch(r"[0-9A-Z]{12}\d{2}", number) or len(set(number)) == 1:
        return False
    values = [ord(sign) - 48 for sign in number]
    for length in (12, 13):
        weights = [(length - at - 1) % 8 + 2 for at in range(length)]
        rest = sum(value * weight for value, weight in zip(values, weights, strict=False)) % 11
        if values[length] != (0 if rest < 2 else 11 - rest):
            return False
    return True


def is_siren(number: str) -> bool:
    """France, SIREN (9 digits): Luhn."""
    return re.fullmatch(r"\d{9}", number) is not None and _luhn(number)


def is_siret(number: str) -> bool:
    """France, SIRET (14 digits): Luhn, and of the SIREN it begins with."""
    return re.fullmatch(r"\d{14}", number) is not None and _luhn(number) and _luhn(number[:9])


def is_imo(number: str) -> bool:
    """Ships, IMO number: seven digits, IMO Resolution A.1117(30)."""
    return re.fullmatch(r"\d{7}", number) is not None and _weighed(number, (7, 6, 5, 4, 3, 2)) % 10 == int(number[6])


def is_ubn(number: str) -> bool:
    """Taiwan, unified business number (統一編號): eight digits, rule of April 2023."""
    if not re.fullmatch(r"\d{8}", number):
        return False
    products = [int(digit) * weight for digit, weight in zip(number, (1, 2, 1, 2, 1, 2, 4, 1), strict=True)]
    total = sum(product // 10 + product % 10 for product in products)
    return total % 5 == 0 or (number[6] == "7" and (total + 1) % 5 == 0)


def is_edrpou(number: str) -> bool:
    """Ukraine, ЄДРПОУ: eight digits."""
    if not re.fullmatch(r"\d{8}", number):
        return False
    weights = (7, 1, 2, 3, 4, 5, 6) if 30_000_000 <= int(number) <= 60_000_000 else (1, 2, 3, 4, 5, 6, 7)
    rest = _weighed(number, weights) % 11
    if rest == 10:
        rest = _weighed(number, [weight + 2 for weight in weights]) % 11 % 10
    return rest == int(number[7])


def is_nip(number: str) -> bool:
    """Poland, NIP: ten digits."""
    return re.fullmatch(r"\d{10}", number) is not None and _weighed(number, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11 == int(
        number[9]
    )


def _weighed(number: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))


def _luhn(number: str) -> bool:
    doubled = [int(digit) * (2 if at % 2 else 1) for at, digit in enumerate(reversed(number))]
    return sum(value // 10 + value % 10 for value in doubled) % 10 == 0


CHECKS: dict[str, Callable[[str], bool]] = {
    "uscc": is_credit_code,
    "lei": is_lei,
    "inn": is_inn,
    "ogrn": is_ogrn,
    "cnpj": is_cnpj,
    "siren": is_siren,
    "siret": is_siret,
    "imo": is_imo,
    "tw-ubn": is_ubn,
    "edrpou": is_edrpou,
    "nip": is_nip,
}
"""By our name of the scheme."""
