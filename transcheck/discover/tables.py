"""The closed tables that tell a language from a word in a path.

Codes are those of ISO 639-1 (and the few of 639-2 and 639-3 that sites use); real
pairs of language and region are the locales of CLDR 44 (availableLocales, full), with
those that only sites use (``zh-CN``) beside them. Spellings that are no code, such as
``jp`` for Japanese, were met in published repositories.
"""

from __future__ import annotations

# Languages that sites are translated into, and whose codes are rarely anything else.
_COMMON_WORDS = (
    "af ar az bg bn bs cy da de el en eo es et fa fi fil fr gl gu he hu hy ja ka kk "
    "km kn ko ky lo lt lv mk mn mr nb ne nl nn pl pt pcm ro ru sk sl sq sr sv sw ta "
    "te th tl uk ur uz zh zu"
)
COMMON = frozenset(_COMMON_WORDS.split())

# Codes that are as often a word, a unit, a country or a file type.
_DOUBTFUL_WORDS = (
    "aa ab ae ak am an as av ay ba be bi bm bo br ca ce ch co cr cs cu cv dv dz ee eu "
    "ff fj fo fy ga gd gn gv ha hi ho hr ht hz ia id ie ig ii ik io is it iu jv kg ki "
    "kj kl kr ks ku kv kw la lb lg li ln lu mg mh mi ml ms mt my na nd ng no nr nv ny "
    "oc oj om or os pa pi ps qu rm rn rw sa sc sd se sg si sm sn so ss st su tg ti tk "
    "tn to tr ts tt tw ty ug ve vi vo wa wo xh yi yo za"
)
DOUBTFUL = frozenset(_DOUBTFUL_WORDS.split())

# Retired codes (IANA Language Subtag Registry, Preferred-Value).
RETIRED = {"iw": "he", "ji": "yi", "mo": "ro", "sh": "sr-Latn", "in": "id"}

# Regions in which CLDR has a locale of the language.
REGIONS = {
    "af": "ZA NA",
    "am": "ET",
    "ar": "001 AE BH DJ DZ EG EH ER IL IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SS SY"
    " TD TN YE",
    "as": "IN",
    "az": "AZ IR",
    "be": "BY",
    "bg": "BG",
    "bn": "BD IN",
    "bo": "CN IN",
    "br": "FR",
    "bs": "BA",
    "ca": "AD ES FR IT",
    "cs": "CZ",
    "cy": "GB",
    "da": "DK GL",
    "de": "AT BE CH DE IT LI LU",
    "el": "CY GR",
    "en": "001 150 AE AG AI AS AT AU BB BE BI BM BS BW BZ CA CC CH CK CM CX CY DE DK DM"
    " ER FI FJ FK FM GB GD GG GH GI GM GU GY HK ID IE IL IM IN IO JE JM KE KI KN KY LC"
    " LR LS MG MH MO MP MS MT MU MV MW MY NA NF NG NL NR NU NZ PG PH PK PN PR PW RW SB"
    " SC SD SE SG SH SI SL SS SX SZ TC TK TO TT TV TZ UG UM US VC VG VI VU WS ZA ZM ZW",
    "eo": "001",
    "es": "419 AR BO BR BZ CL CO CR CU DO EA EC ES GQ GT HN IC MX NI PA PE PH PR PY SV"
    " US UY VE",
    "et": "EE",
    "eu": "ES",
    "fa": "AF IR",
    "fi": "FI",
    "fil": "PH",
    "fo": "DK FO",
    "fr": "BE BF BI BJ BL CA CD CF CG CH CI CM DJ DZ FR GA GF GN GP GQ HT KM LU MA MC"
    " MF MG ML MQ MR MU NC NE PF PM RE RW SC SN SY TD TG TN VU WF YT",
    "fy": "NL",
    "ga": "GB IE",
    "gd": "GB",
    "gl": "ES",
    "gu": "IN",
    "ha": "GH NE NG",
    "he": "IL",
    "hi": "IN",
    "hr": "BA HR",
    "hu": "HU",
    "hy": "AM",
    "id": "ID",
    "ig": "NG",
    "is": "IS",
    "it": "CH IT SM VA",
    "ja": "JP",
    "jv": "ID",
    "ka": "GE",
    "kk": "KZ",
    "km": "KH",
    "kn": "IN",
    "ko": "KP KR",
    "ku": "TR IQ",
    "ky": "KG",
    "lb": "LU",
    "lo": "LA",
    "lt": "LT",
    "lv": "LV",
    "mg": "MG",
    "mi": "NZ",
    "mk": "MK",
    "ml": "IN",
    "mn": "MN CN",
    "mr": "IN",
    "ms": "BN ID MY SG",
    "mt": "MT",
    "my": "MM",
    "nb": "NO SJ",
    "ne": "IN NP",
    "nl": "AW BE BQ CW NL SR SX",
    "nn": "NO",
    "no": "NO",
    "oc": "ES FR",
    "om": "ET KE",
    "or": "IN",
    "pa": "IN PK",
    "pcm": "NG",
    "pl": "PL",
    "ps": "AF PK",
    "pt": "AO BR CH CV GQ GW LU MO MZ PT ST TL",
    "qu": "BO EC PE",
    "rm": "CH",
    "ro": "MD RO",
    "ru": "BY KG KZ MD RU UA",
    "rw": "RW",
    "sa": "IN",
    "sd": "IN PK",
    "se": "FI NO SE",
    "si": "LK",
    "sk": "SK",
    "sl": "SI",
    "so": "DJ ET KE SO",
    "sq": "AL MK XK",
    "sr": "BA ME RS XK",
    "sv": "AX FI SE",
    "sw": "CD KE TZ UG",
    "ta": "IN LK MY SG",
    "te": "IN",
    "tg": "TJ",
    "th": "TH",
    "ti": "ER ET",
    "tk": "TM",
    "tl": "PH",
    "tr": "CY TR",
    "tt": "RU",
    "ug": "CN",
    "uk": "UA",
    "ur": "IN PK",
    "uz": "AF UZ",
    "vi": "VN",
    "wo": "SN",
    "xh": "ZA",
    "yo": "BJ NG",
    "zh": "CN HK MO SG TW MY",
    "zu": "ZA",
}

# Scripts in which CLDR has a locale of the language.
SCRIPTS = {
    "az": "Arab Cyrl Latn",
    "bs": "Cyrl Latn",
    "en": "Shaw",
    "ha": "Arab Latn",
    "kk": "Arab Cyrl Latn",
    "ks": "Arab Deva",
    "ku": "Arab Latn",
    "mn": "Cyrl Mong",
    "ms": "Arab Latn",
    "pa": "Arab Guru",
    "sd": "Arab Deva",
    "sr": "Cyrl Latn",
    "tg": "Arab Cyrl",
    "tk": "Cyrl Latn",
    "tt": "Cyrl Latn",
    "ug": "Arab Cyrl Latn",
    "uz": "Arab Cyrl Latn",
    "zh": "Hans Hant",
}

# Written together or against the standard, with what is meant. What is also a code
# of ISO 639-1 (`br`, `ee`, `kr`, `se`, `tw`) stands for the country on real sites.
MISUSED = {
    "al": "sq",
    "bd": "bn",
    "br": "pt-BR",
    "chs": "zh-Hans",
    "cht": "zh-Hant",
    "cn": "zh-CN",
    "cz": "cs",
    "dk": "da",
    "ee": "et",
    "eng": "en",
    "ge": "ka",
    "gj": "gu",
    "gr": "el",
    "il": "he",
    "ir": "fa",
    "jp": "ja",
    "kr": "ko",
    "np": "ne",
    "ptbr": "pt-BR",
    "se": "sv",
    "sp": "es",
    "tw": "zh-TW",
    "ua": "uk",
    "vn": "vi",
    "zhcn": "zh-CN",
    "zhhans": "zh-Hans",
    "zhhant": "zh-Hant",
    "zhtw": "zh-TW",
}
