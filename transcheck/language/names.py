"""What languages are called: in English for messages, and by their own speakers."""

from __future__ import annotations

from transcheck.language.scripts import base, han

# CLDR, English display names (localeDisplayNames) of the languages that
# `transcheck.language` can name, and of those sites are most often translated to.
_ENGLISH = {
    "af": "Afrikaans",
    "am": "Amharic",
    "ar": "Arabic",
    "az": "Azerbaijani",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "bn": "Bangla",
    "bo": "Tibetan",
    "bs": "Bosnian",
    "ca": "Catalan",
    "cs": "Czech",
    "cy": "Welsh",
    "da": "Danish",
    "de": "German",
    "dv": "Divehi",
    "el": "Greek",
    "en": "English",
    "eo": "Esperanto",
    "es": "Spanish",
    "et": "Estonian",
    "eu": "Basque",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "gl": "Galician",
    "gu": "Gujarati",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "kk": "Kazakh",
    "km": "Khmer",
    "kn": "Kannada",
    "ko": "Korean",
    "ku": "Kurdish",
    "ky": "Kyrgyz",
    "lo": "Lao",
    "lt": "Lithuanian",
    "lv": "Latvian",
    "mk": "Macedonian",
    "ml": "Malayalam",
    "mn": "Mongolian",
    "mr": "Marathi",
    "ms": "Malay",
    "mt": "Maltese",
    "my": "Burmese",
    "ne": "Nepali",
    "nl": "Dutch",
    "no": "Norwegian",
    "or": "Odia",
    "pa": "Punjabi",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "si": "Sinhala",
    "sk": "Slovak",
    "sl": "Slovenian",
    "so": "Somali",
    "sq": "Albanian",
    "sr": "Serbian",
    "sv": "Swedish",
    "sw": "Swahili",
    "ta": "Tamil",
    "te": "Telugu",
    "tg": "Tajik",
    "th": "Thai",
    "tl": "Filipino",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "uz": "Uzbek",
    "vi": "Vietnamese",
    "yue": "Cantonese",
    "zh": "Chinese",
}

_CHINESE = {"Hans": "Simplified Chinese", "Hant": "Traditional Chinese"}

# A language switcher names every language in its own script: no foreign text.
# CLDR, the names of languages in themselves, for scripts other than Latin.
_AUTONYMS = """
中文 简体 繁體 正體 简体中文 繁體中文 正體中文 繁体中文 中文简体
中文繁體 汉语 漢語 粵語 廣東話 普通话
國語 文言 日本語 にほんご 한국어 조선말 русский язык українська мова
беларуская български македонски српски қазақ тілі кыргызча
монгол тоҷикӣ ελληνικά עברית ייִדיש العربية فارسی اردو پښتو
کوردی हिन्दी हिंदी मराठी नेपाली संस्कृतम् বাংলা অসমীয়া
ਪੰਜਾਬੀ ગુજરાતી ଓଡ଼ିଆ தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ไทย
ภาษาไทย ລາວ မြန်မာ မြန်မာဘာသာ ខ្មែរ ភាសាខ្មែរ ქართული
հայերեն አማርኛ ትግርኛ བོད་སྐད་
"""
AUTONYMS = frozenset(_AUTONYMS.split())


def display_name(language: str) -> str:
    """Return the English name of a BCP 47 tag's language, the tag where unknown."""
    name = base(language)
    if name == "zh":
        return _CHINESE.get(han(language) or "", "Chinese")
    return _ENGLISH.get(name, language)
