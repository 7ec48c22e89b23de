"""What the tests of discovery share: a way to write sites, and prose for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from transcheck.config import Settings
from transcheck.discover import discover
from transcheck.site import Site

PROSE = {
    "cs": "Rajčata zalévejte brzy ráno, než slunce vystoupí vysoko, a mezi zaléváním"
    " nechte půdu vyschnout. Srážkoměr ukáže, kolik minulý týden napršelo.",
    "de": "Gießen Sie die Tomaten früh am Morgen, bevor die Sonne hoch steht, und"
    " lassen Sie die Erde dazwischen trocknen. Ein Regenmesser zeigt, wie viel fiel.",
    "en": "Water the tomatoes early in the morning, before the sun is high, and let the"
    " soil dry between two waterings. A rain gauge tells how much fell last week.",
    "gu": "ટામેટાંને વહેલી સવારે પાણી આપો, સૂર્ય ઊંચે ચઢે તે પહેલાં, અને જમીનને સૂકાવા દો.",
    "it": "Annaffiate i pomodori la mattina presto, prima che il sole sia alto, e"
    " lasciate asciugare la terra tra una volta e l'altra, così le radici respirano.",
    "ja": "トマトには朝早く、日が高くなる前に水をやり、"
    "次の水やりまでに土を乾かしてください。",
    "pl": "Podlewaj pomidory wcześnie rano, zanim słońce będzie wysoko, i pozwól ziemi"
    " wyschnąć przed następnym podlewaniem. Deszczomierz pokaże, ile spadło deszczu.",
    "tr": "Domatesleri sabah erkenden, güneş yükselmeden önce sulayın ve iki sulama"
    " arasında toprağın kurumasını bekleyin. Yağmur ölçer ne kadar yağdığını gösterir.",
    "zh": "请在清晨太阳升高之前给番茄浇水，并让土壤在两次浇水之间变干。"
    "雨量计会告诉您下了多少雨。",
}

Find = Callable[..., Site]


@pytest.fixture
def prose() -> Mapping[str, str]:
    """Return language to two sentences in it."""
    return PROSE


@pytest.fixture
def find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Find:
    """Return a function that writes files, each with prose, and finds their pages.

    A file's text is given as a language, or as it is. Paths are relative.
    """

    def find(
        files: Mapping[str, str] | Sequence[str],
        *paths: str,
        settings: Settings | None = None,
    ) -> Site:
        texts = files if isinstance(files, Mapping) else dict.fromkeys(files, "")
        for path, text in texts.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            body = f"# {target.stem}\n\n{PROSE[text]}\n" if text in PROSE else text
            target.write_text(body, encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        return discover(paths or ["."], settings or Settings())

    return find
