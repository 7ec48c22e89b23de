"""What a language model says beside the text it was asked to translate.

Written by hand: how chat models open and end an answer in English, and what "here is
the translation" and "let me know" are in the languages that sites are translated into.
"""

from __future__ import annotations

import re
from functools import lru_cache

from transcheck.language.scripts import base
from transcheck.patterns import late_regex

_LEAD = r"[\s*_\"“”'„>]{0,6}"
_AGREED = (
    r"(?:sure|certainly|of course|absolutely)[!,.:—– -]+(?:here|below|i)(?:['’]| )"
)
_THE = r"(?:the|your|my|a)(?: [\w*-]+){0,3}"
# How English answers start, to which models fall back in any language, and prompts that
# were translated with the text, "You are an expert in translation". Each is looked for
# where the word before it is anywhere in the text, so that few are compiled.
_ANSWERS = {
    **dict.fromkeys(("sure", "certainly", "of course", "absolutely"), _AGREED),
    "translat": rf"here(?:['’]s| is| are) {_THE} translat(?:ion|ed)\b"
    rf"|below is {_THE} translat(?:ion|ed)\b"
    r"|(?:the )?translat(?:ion|ed text) (?:is|follows|into [\w ]{2,30}):"
    r"|(?:please )?translate (?:the following|this|it) [\w ,]{0,40}(?:in)?to [A-Z]"
    r"|you are an? [\w ]{0,40}translator\b",
    "ve ": r"i(?:['’]ve| have) (?:translated|preserved|kept the)",
    "sorry": r"i(?:['’]m| am) sorry[,.]? (?:but )?(?:i|as an|to) ",
    "unable": r"i(?:['’]m| am) unable[,.]? (?:but )?(?:i|as an|to) ",
    "i can": r"i can(?:not|['’]t) (?:translate|assist|help)",
    "please provide": r"please provide (?:the|me|more) [\w ]{0,30}"
    r"(?:text|content|document|translat)",
    "let me know": r"let me know if you[\w ’']{1,40}"
    r"(?:translat|changes|adjust|revis|further)",
    "note:": r"note: (?:i|the translation|this translation) "
    r"(?:have|has|was|keeps|preserves|is)",
    "tradu": r"(?:eres una?|você é uma?|sei un[oa]?|vous êtes une?) [\w ]{0,40}tradu",
    "übersetz": r"(?:sie sind|du bist) eine? [\w ]{0,40}übersetz",
    "vertal": r"(?:je bent|u bent) een [\w ]{0,40}vertal",
    "tłumacz": r"jesteś [\w ]{0,40}tłumacz",
    "перев": r"(?:вы|ты)(?: [—–-]|,)? [\w ]{0,40}(?:переводчи[кц]|"
    r"(?:эксперт|специалист|профессионал)\w* [\w ]{0,20}перев[оеё]д)",
    "перекл": r"ви(?: [—–-]|,)? [\w ]{0,40}(?:перекладач|"
    r"(?:експерт|фахівець|спеціаліст|професіонал)\w* [\w ]{0,20}перекл)",
    "uzman": r"[\w ]{0,80}çeviri? uzmanı(?:sınız|sın)",
    "terjemah": r"anda adalah [\w ]{0,40}terjemah",
    "dịch": r"bạn là [\w ]{0,40}dịch",
    "ترجم": r"أنت (?:(?:\w+ ){0,3}(?:خبير|متخصص|محترف)(?: \w+){0,3} (?:ال)?ترجم"
    r"|(?:\w+ ){0,2}مترجم)|شما یک [\w ]{0,40}(?:مترجم|ترجمه)",
    "翻译": r"你是一.{0,16}翻译",
    "翻譯": r"你是一.{0,16}翻譯",
    "翻訳": r"あなたは.{0,60}翻訳(?:者|家|の?(?:専門|エキスパート|プロ))",
    "번역": r"당신은.{0,30}번역(?:가|사|자| 전문)",
}
# The same where it is said anywhere in a text.
_CONFESSIONS = (
    r"\bas an ai(?: language)? (?:model|assistant)\b|<\|im_(?:start|end)\|>"
    r"|\[/?INST\]|<\|endoftext\|>"
)
_SIGNS = ("as an ai", "<|im_", "inst]", "<|endoftext|>")  # what they have of it
# "Here is the translation" in the language of the page, after which the text follows.
_OWN = {
    "ar": r"(?:بالتأكيد[،,! ]+)?(?:إليك|إليكم|فيما يلي)(?: \w+){0,2} (?:ال)?ترجمة",
    "bg": r"(?:ето|по-долу е) (?:превода?|преведен)",
    "bn": r"এখানে (?:\w+ ){0,2}অনুবাদ",
    "ca": r"(?:aquí (?:teniu|tens|està)|a continuació) [\w ]{0,12}traducció",
    "cs": r"(?:zde je|tady je|níže je) (?:\w+ )?př(?:eklad|eložen)",
    "da": r"her er (?:den |din )?(?:\w+ )?overs(?:ættelse|at)",
    "de": r"(?:hier ist|hier finden sie|nachfolgend|gerne[!,.:]+ hier ist)"
    r" (?:die |der |ihre |deine )?(?:\w+ )?(?:übersetz|deutsche übersetzung)",
    "el": r"(?:ακολουθεί|εδώ είναι|ορίστε) η (?:\w+ )?μετάφραση",
    "es": r"¡?(?:claro[!,.:]+ )?(?:aquí (?:está|tienes|tiene)|a continuación[, ]+"
    r"(?:se presenta|está|tienes)) (?:la |el |tu |su )?(?:\w+ )?(?:traducció|traducid)",
    "et": r"siin on (?:\w+ )?tõl(?:ge|gitud)",
    "fa": r"(?:در (?:زیر|اینجا)) (?:\w+ ){0,2}ترجمه",
    "fi": r"(?:tässä on|alla on) (?:\w+ )?(?:käännös|käännetty)",
    "fr": r"(?:bien sûr[ !,.:]+)?(?:voici|ci-dessous) (?:la |le |votre )?(?:\w+ )?"
    r"tradu(?:ction|it)",
    "he": r"(?:הנה|להלן) ה?תרגום",
    "hi": r"(?:यहाँ|यहां|नीचे) (?:\S+ ){0,3}अनुवाद",
    "hr": r"(?:evo|ovdje je) (?:\w+ )?prijevod",
    "hu": r"(?:íme|itt (?:van|található)|alább) (?:a |az )?(?:\w+ )?fordít",
    "id": r"(?:tentu[!,.:]+ )?berikut (?:adalah |ini )?(?:\w+ )?terjemahan",
    "it": r"(?:certo[!,.:]+ )?(?:ecco|di seguito) (?:la |il |trovi la )?(?:\w+ )?"
    r"(?:traduzi|tradott)",
    "ja": r"以下[はが].{0,30}(?:翻訳|訳)(?:結果)?(?:です|した|になります)",
    "ko": r"(?:다음은|아래는).{0,40}번역",
    "lt": r"(?:štai|čia yra|žemiau pateik\w+) (?:\w+ )?vertim",
    "lv": r"(?:šeit ir|zemāk ir) (?:\w+ )?tulkojum",
    "ms": r"berikut (?:adalah |ialah )?(?:\w+ )?terjemahan",
    "nl": r"(?:hier is|hieronder (?:staat|vind)|hieronder volgt) (?:de |je |uw |het )?"
    r"(?:\w+ )?vert(?:aling|aalde)",
    "no": r"her er (?:den |din )?(?:\w+ )?overs(?:ettelse|att)",
    "pl": r"(?:oto|poniżej (?:znajduje się|przedstawiam)) (?:\w+ )?"
    r"(?:tłumaczeni|przetłum)",
    "pt": r"(?:claro[!,.:]+ )?(?:aqui está|segue|abaixo está) (?:a |o |sua )?(?:\w+ )?"
    r"tradu(?:ção|zid)",
    "ro": r"(?:iată|mai jos este|aici este) (?:\w+ )?(?:traducer|tradus)",
    "ru": r"(?:конечно[!,.:]+ )?(?:вот|ниже (?:представлен|приведён|приведен))"
    r" (?:\w+ )?перев[оеё]д",
    "sk": r"(?:tu je|nižšie je) (?:\w+ )?prekl",
    "sl": r"(?:tukaj je|spodaj je) (?:\w+ )?prevod",
    "sr": r"(?:ево|ovo je|evo) (?:\w+ )?(?:превод|prevod)",
    "sv": r"här är (?:den |din )?(?:\w+ )?övers(?:ättning|att)",
    "th": r"(?:นี่คือ|ต่อไปนี้คือ|ด้านล่างนี้คือ).{0,12}(?:แปล)",
    "tr": r"(?:işte|aşağıda) (?:\w+ ){0,3}çeviri",
    "uk": r"(?:звичайно[!,.:]+ )?(?:ось|нижче наведено) (?:\w+ )?перекл",
    "vi": r"(?:dưới đây|sau đây) là (?:\w+ )?bản dịch",
    "zh": r"(?:好的[，,。！!]?)?(?:以下|下面|下方)(?:是|为|為).{0,30}"
    r"(?:翻译|翻譯|译文|譯文)(?:文本|版本|内容|內容|文档|文檔|的?结果|的?結果)?(?:[：:。，,]|$)",
}
# "Let me know if you would like changes" and "this was the translation" in the language
# of the page. Who asks to be told of mistakes is one of a team.
_SOME = r"[^.!?。！？]{0,80}"
_CLOSINGS = {
    "ar": rf"(?:أخبرني|أعلمني|يرجى إعلامي) إذا {_SOME}(?:تعديل|تغيير)",
    "bg": rf"(?:кажете ми|уведомете ме),? ако {_SOME}(?:промен|корекци)",
    "cs": rf"dejte mi vědět,? (?:pokud|jestli|kdyby) {_SOME}(?:změn|úprav)",
    "da": rf"(?:lad mig vide|giv mig besked),? hvis {_SOME}(?:ændring|justering)",
    "de": r"(?:lassen sie|lass)(?: es)? mich (?:\w+ )?wissen,? "
    rf"(?:wenn|falls|ob|sollte){_SOME}(?:änderung|anpass)"
    rf"|(?:wenn|falls) (?:sie|du) {_SOME}(?:änderung|anpass)"
    rf"{_SOME}mich (?:\w+ )?wissen",
    "el": rf"(?:ενημερώστε με|πείτε μου) (?:αν|εάν) {_SOME}(?:αλλαγ|διορθώσ|προσαρμογ)",
    "es": rf"(?:av[ií]s[ae]me|h[aá][zg]a?me saber|d[ií](?:me|game)) si "
    rf"{_SOME}(?:cambio|ajuste|modificaci)",
    "fa": rf"اگر {_SOME}(?:تغییر|اصلاح|ویرایش){_SOME}به من",
    "fi": rf"kerro(?: minulle)?,? jos {_SOME}(?:muuto|korjau)",
    "fr": rf"(?:faites|dites|laissez)-(?:le-)?moi (?:le )?(?:savoir )?s(?:i |['’]il )"
    rf"{_SOME}(?:modifi|ajuste|changement)"
    rf"|n['’]hésitez pas à me (?:le )?(?:dire|faire savoir|demander) "
    rf"{_SOME}(?:modifi|ajuste|changement)",
    "hi": rf"(?:यदि|अगर) {_SOME}(?:बदलाव|परिवर्तन|संशोधन){_SOME}मुझे (?:ज़रूर )?बता",
    "hu": rf"(?:szóljon|jelezze|szólj)(?: nekem)?,? ha {_SOME}(?:módosít|változtat)",
    "id": rf"(?:beri tahu|beritahu) saya (?:jika|apabila|bila) "
    rf"{_SOME}(?:perubahan|penyesuaian|revisi)",
    "it": r"(?:fammi|mi faccia|fatemi) sapere se "
    rf"{_SOME}(?:modific|cambiament|aggiust)",
    "ja": r"以上[がは、].{0,20}(?:翻訳|訳文|訳)(?:文|結果)?"
    r"(?:です|でした|となります|になります)[。！]"
    r"|翻訳.{0,20}(?:調整|変更)が必要.{0,20}お知らせください",
    "ko": r"(?:이상|위)(?:이|은|는)? .{0,20}번역(?:본|문|결과)?"
    r"(?:입니다|이었습니다)[.!]",
    "nl": rf"laat (?:het )?(?:me|mij) (?:het )?weten (?:als|of|indien) "
    rf"{_SOME}(?:wijzig|aanpass)",
    "no": rf"(?:la meg vite|gi meg beskjed),? (?:hvis|om) {_SOME}(?:endring|justering)",
    "pl": rf"(?:daj|proszę dać|dajcie) (?:mi )?znać,? (?:jeśli|jeżeli|czy|gdyby) "
    rf"{_SOME}(?:zmian|poprawek|poprawk)",
    "pt": rf"(?:me avise|avise-me|me diga|diga-me|me informe|informe-me) se "
    rf"{_SOME}(?:alteraç|ajuste|mudança)",
    "ro": r"(?:anunțați-mă|spuneți-mi|spune-mi|anunță-mă) dacă "
    rf"{_SOME}(?:modific|ajust)",
    "ru": rf"(?:дайте|дай|сообщите|сообщи)(?: мне)?(?: знать)?,? если "
    rf"{_SOME}(?:изменени|правк)",
    "sv": rf"(?:låt mig veta|säg till),? om {_SOME}(?:ändring|justering)",
    "tr": rf"(?:başka|ek|herhangi bir) {_SOME}değişiklik{_SOME}bana ",
    "uk": r"(?:дайте|дай|повідомте)(?: мені)?(?: знати)?,? якщо "
    rf"{_SOME}(?:змін|правк)",
    "vi": r"(?:hãy|vui lòng) cho tôi biết nếu "
    rf"{_SOME}(?:chỉnh sửa|thay đổi|điều chỉnh)",
    "zh": r"(?:以上|上面|上述)(?:就?是|为|為).{0,20}(?:翻译|翻譯|译文|譯文)"
    r"(?:内容|內容|的?结果|的?結果)?(?:[。！!]|$)"
    r"|如果?(?:您|你)?(?:还|還)?(?:有|需要).{0,20}(?:修改|调整|調整|润色|潤飾)"
    r".{0,20}告[诉訴]我",
}
_CONFESSION = late_regex(_CONFESSIONS, re.IGNORECASE)
# So much of a block is looked at, of the part that it opens with.
_OPENING = 300


@lru_cache(maxsize=128)
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(f"{_LEAD}(?:{pattern})", re.IGNORECASE)


def is_answer(text: str, language: str | None) -> bool:
    """Tell whether a text opens as the answer of a language model does, or its end.

    Args:
        text: A block of a page, as it is read.
        language: The BCP 47 tag of the page, None where it is not known.
    """
    text = text[:_OPENING]
    low = text.lower()
    if any(sign in low and _compile(one).match(text) for sign, one in _ANSWERS.items()):
        return True
    own = base(language or "")
    patterns = (table.get(own) for table in (_OWN, _CLOSINGS))
    return any(one is not None and _compile(one).match(text) for one in patterns)


def find_confession(text: str) -> tuple[int, int] | None:
    """Return where a text says that a model wrote it, None where it does not."""
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return None
    match = _CONFESSION.search(text)
    return match.span() if match else None
