"""Words and signs for money that several countries use for currencies of their own."""

from __future__ import annotations

OF_SEVERAL: dict[tuple[str, str], str] = {
    **dict.fromkeys((("XOF", country) for country in ("CM", "GA", "CG", "TD", "CF", "GQ")), "XAF"),
    ("BOB", "VE"): "VES",
    ("CAD", "NI"): "NIO",
    ("IRR", "SA"): "SAR",
    ("IRR", "QA"): "QAR",
    ("IRR", "OM"): "OMR",
    ("IRR", "YE"): "YER",
    ("IRR", "MA"): "MAD",
    ("AED", "MA"): "MAD",
    ("AED", "AE"): "AED",
    **{
        ("IQD", country): code
        for country, code in (
            ("IQ", "IQD"),
            ("JO", "JOD"),
            ("KW", "KWD"),
            ("TN", "TND"),
            ("DZ", "DZD"),
            ("BH", "BHD"),
            ("LY", "LYD"),
        )
    },
    ("BWP", "PH"): "PHP",
    ("BND", "BS"): "BSD",
    ("KES", "TZ"): "TZS",
    ("KES", "UG"): "UGX",
    ("ZMW", "MW"): "MWK",
    ("NGN", "NA"): "NAD",
    ("INR", "PK"): "PKR",
    ("INR", "LK"): "LKR",
    ("INR", "NP"): "NPR",
    ("INR", "MU"): "MUR",
    ("INR", "MV"): "MVR",
    ("ZMW", "PG"): "PGK",
    ("CAD", "GY"): "GYD",
}
"""Words for money that countries share (FCFA, Bs), where a country means another currency than most."""
