"""The function words by which languages give themselves away.

For each language the thirty to sixty most frequent articles, pronouns, prepositions,
conjunctions and auxiliaries, in lower case, as grammars and the usual stop-word lists
give them; words that name things are left out. Only languages whose script others
share are here: a script that one language has decides by itself.
"""

from __future__ import annotations

from functools import lru_cache

from transcheck.language.scripts import base

_WORDS = {
    # Germanic
    "en": "the of and to in is that for it as was with be by on not he his but at are"
    " this have from or had an they which you were there been if will would their we"
    " can has its your when how what should does than these those into about",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine"
    " als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch"
    " wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man"
    " dann wenn kann können sein ihre diese dieser du wir ich ihr",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om die ook als"
    " dan maar bij of uit nog door naar heeft hebben wordt worden deze dit over ze"
    " tot je kan kunt kunnen zich geen was hij wij hun deze welke wanneer moet",
    "af": "die van en in is het dat om nie te vir met op n sy wat hy aan ook as by was"
    " deur word uit sal kan hulle maar nie of een hierdie jou jy ons moet hulle daar",
    "da": "og i at det er en til af på den for med de der som ikke har et om var fra"
    " kan sig eller så du men vil være skal jeg efter også når blev over ved nu hvis"
    " denne dette disse hvor mellem uden bliver din deres hvordan",
    "no": "og i det er en til av på som for med at de den har ikke et om var fra kan"
    " seg eller så du men vil være skal jeg etter også når ble over ved nå hvis denne"
    " dette disse hvor mellom uten blir din deres hvordan ein ikkje eit frå eg vere",
    "sv": "och i att det som en på är av för med till den har de inte om ett han men"
    " var jag sig från så kan när ska eller vi under också efter än mot nu hur där"
    " denna detta dessa blir vid utan mellan du din deras sina skulle varje",
    "is": "og að í er á sem það til við um en með fyrir ekki af var frá hann eru eða"
    " hún þess þetta þessi þar verið hefur eftir ég þú okkur þegar verður hvernig",
    # Romance
    "fr": "de la le et les des en un du une est que dans qui par pour au il sur pas"
    " plus se ne ce avec sont son ou sa aux cette ces mais comme nous vous être ont été"
    " leur si fait elle même aussi peut votre vos tout sans entre lorsque afin",
    "es": "de la que el en y los del se las por un para con no una su al lo como más"
    " pero sus le ya o este sí porque esta entre cuando muy sin sobre también hasta"
    " hay donde desde todo nos durante es son ser puede está estos tu si cada",
    "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como"
    " mas foi ao ele das tem à seu sua ou ser quando muito nos já está também só pelo"
    " pela até isso ela entre era depois sem mesmo aos são você pode seus este essa",
    "gl": "de a o que e do da en un para é con non unha os no se na por máis as dos"
    " como mais foi ao el das ten á seu súa ou ser cando moito nos xa está tamén só"
    " polo pola ata isto ela entre era despois sen mesmo aos son pode este esta pero",
    "ca": "de la i el que a en un per els les una amb del no és es al com més dels o"
    " però si són seva seu aquest aquesta ha han pot també quan sense entre fins"
    " molt això ser hi ho les seves perquè cada vostè aquests mitjançant",
    "it": "di e il la che in a per un è del non una i le da con si dei della sono nel"
    " al come alla o anche più delle gli se lo ma ha dal nella questo questa su suo"
    " essere può quando tra sia degli alle hanno tutti ogni puoi tuo ed loro dove",
    "ro": "de și în a la cu pe care nu este un o din că pentru să se mai al ale sau ca"
    " sunt prin după fi fost lui acest această dar când între unei fără poate dacă"
    " despre cele cel toate vă vor puteți trebuie unui asupra acestea",
    # Slavic, Latin script
    "pl": "w i na z się do nie że jest o to od za po jak ale dla przez są ich które być"
    " który która oraz lub a ten ta jego tym może także tylko już przy ze gdy jeśli"
    " można tego tej te aby co czy bez pod więc między każdy będzie twój",
    "cs": "a v se na je že o s z do i to pro za by ale jako jsou nebo k po od ve který"
    " které která byl jeho být podle ze také až při není pokud tak může bez jen"
    " před tento tato toto jejich aby než však můžete mezi když",
    "sk": "a v sa na je že o s z do i to pre za by ale ako sú alebo k po od vo ktorý"
    " ktoré ktorá bol jeho byť podľa zo tiež až pri nie ak tak môže bez len pred"
    " tento táto toto ich aby než však môžete medzi keď",
    "hr": "i u je na se da su za od s a o što kao koji koja koje ne po to iz do ili"
    " bi sa ali nije kako više samo biti može prema pri ako te će ovaj ova ovo svoje"
    " između kada bez tako nakon možete treba",
    "bs": "i u je na se da su za od s a o što kao koji koja koje ne po to iz do ili bi"
    " sa ali nije kako više samo biti može prema pri ako te će ovaj ova ovo svoje"
    " između kada bez tako nakon možete treba",
    "sl": "in je v na se da so za z s ki ni pri po bi od do ali kot iz tudi o ne pa"
    " še ter lahko bil bila k več če to med biti ta kar ko samo tem svoj kako vse"
    " brez ker ima vendar morate zelo",
    # Baltic and Finnic, Hungarian
    "lt": "ir į iš su kad yra kaip tai o bet ar ne už dėl per nuo apie jo jos prie iki"
    " tik po taip buvo jų kurie kuris kuri gali arba šis ši būti jei savo pagal tarp"
    " be kai jau dar turi visi naudoti",
    "lv": "un ir no ar uz par ka tas kas kā vai bet pēc arī to pie tā ja nav lai viņš"
    " kurš kura šis šī ko līdz tikai pa bija ir būt var jau savu jūs pirms starp"
    " kad bez vēl tiek jums šo",
    "et": "ja on ei see et oli ka kui või ning mis aga oma ta kes selle seda nii siis"
    " ma ole sest kuid veel kuidas selles pole olla saab nad välja vaid üle need"
    " teie võib kas seal ainult peab",
    "fi": "ja on ei että se oli joka hän myös mutta kun sen tai ovat ole jos kuin ne"
    " niin voi vain mitä sekä jotka olla tämä tätä tämän eli kuten nyt sitten jossa"
    " voit voidaan sitä siitä näin kaikki ennen sinun ilman",
    "hu": "a az és hogy nem egy is ez de azt van volt csak meg már ha mint vagy ki el"
    " még kell lehet mert pedig aki ami amely ezt után között által majd minden"
    " valamint így olyan ezek annak lesz vannak ahol amikor amit való szerint",
    # Celtic, Albanian, Basque, Maltese
    "ga": "an na agus ar is i a go le ag sé do bhí tá atá ó nó ach leis seo sin den"
    " mar faoi chun bhfuil ní don gur aon eile nach sa raibh sí",
    "cy": "y yn a i o r ar mae ei am yr wedi ac gan bod wrth oedd eu hyn cael fel hefyd"
    " gyda neu ond nid ni chi eich sydd dros nad rhwng sy gallwch",
    "sq": "të e në i dhe një për me nga që është së më u si ka nuk ky kjo janë ose por"
    " do edhe tij mund kur ishte duke këtë pas deri saj shumë tyre gjatë nëse",
    "eu": "eta da ez bat du dira ere edo izan dela zen baina bere hau horrek hori dute"
    " egin arte behar beste ditu duen den zuen baino gero oso ezin dago bezala",
    "mt": "li ta u il fil huwa din dan kien mill dawn jew ma għal biex minn meta fuq"
    " kif tal hija bħala wara iktar kienet lill ukoll mhux jista",
    # Turkic, Latin script
    "tr": "ve bir bu için ile de da olarak daha çok ne gibi en ya ki kadar olan sonra"
    " veya her ancak olduğu göre değil var ise ama o şu hem nasıl eğer tüm böyle"
    " olur olması oldu bunu üzerinde sadece yani şekilde burada çünkü",
    "az": "və bir bu üçün ilə də da ki olan kimi daha çox sonra hər olaraq deyil isə"
    " var o ya lakin necə əgər bütün onun edir olur belə ancaq görə zaman həm",
    "uz": "va bir bu uchun bilan ham deb shu o lekin yoki agar edi kerak emas har esa"
    " keyin boshqa uning ular mumkin qanday barcha bo lgan ega orqali",
    # Asia and Africa, Latin script
    "vi": "và của là có trong được cho các một với không này những khi người để đã từ"
    " đó như về tại ra sẽ hoặc nếu bạn trên cũng thì hơn vào đến phải còn cần vì"
    " theo nhiều mỗi nhưng bằng tôi rất đang",
    "id": "yang dan di dengan untuk dari ini pada itu dalam tidak adalah akan ke juga"
    " atau sebagai oleh dapat ada anda telah karena bisa saat lebih kita jika secara"
    " tersebut menjadi kami seperti bahwa setelah sudah hanya setiap namun",
    "ms": "yang dan di dengan untuk dari ini pada itu dalam tidak adalah akan ke juga"
    " atau sebagai oleh boleh ada anda telah kerana apabila lebih kita jika secara"
    " tersebut menjadi kami seperti bahawa selepas sudah hanya setiap namun",
    "tl": "ang ng sa na mga at ay ito para hindi kung ni si may isang nito o mula"
    " bilang lamang din rin pa kanyang kapag upang maaari iyong mo ko siya nang dahil",
    "sw": "ya na wa kwa ni katika za la kuwa cha hii huu vya au kama pia ili lakini"
    " hizo hiyo yake moja zaidi wao kutoka mwaka hivyo baada sana kila ambayo",
    "so": "oo ka ku waa iyo in ay uu la u ah waxaa ama si wax kala aan kale ayaa inuu"
    " markii waxay soo sida isku dhex leh",
    "eo": "la de kaj en estas al por ke kun ne kiu oni ĝi li estis el sed pri kiel"
    " ankaŭ aŭ kiuj dum per inter tio ĉi ili sur nur tiu devas povas",
    # Cyrillic
    "ru": "и в не на что с по как это из для к но а от за все так его же она он они"
    " или при если до только у мы вы бы был была было были также может который"
    " которые есть чтобы быть уже когда этот эта эти этого вам вас будет нет о их",
    "uk": "і в не на що з до як це для та але у від за про його є або при якщо під так"
    " вони він вона ми ви бути був була було може який яка які також щоб цей ця ці"
    " цього вже коли вам вас буде немає їх лише після через між",
    "be": "і ў не на што з да як гэта для але у ад за пра яго ёсць або пры калі так"
    " яны ён яна мы вы быць быў была было можа які якая якія таксама каб гэты гэтая"
    " ужо вам вас будзе няма іх толькі пасля праз паміж",
    "bg": "на и е в да за се от с не са по като че това при или ще който която които"
    " към до след може си има което но бъде тази този тези само ако във със между"
    " ви вашия трябва също без през",
    "mk": "на и е во да за се од со не се по како дека ова при или ќе кој која кои"
    " кон до по може си има што но биде оваа овој овие само ако меѓу вашиот треба"
    " исто без преку",
    "sr": "и у је на се да су за од с а о што као који која које не по то из до или"
    " би са али није како више само бити може према при ако те ће овај ова ово"
    " између када без тако након можете треба i u je na se da su za od s a o što kao"
    " koji koja koje ne po to iz do ili bi sa ali nije kako više samo biti može"
    " prema pri ako te će ovaj ova ovo između kada bez tako nakon možete treba",
    "kk": "және бұл бір үшін мен де да деп болып осы немесе ол бар емес керек жоқ"
    " болады қалай егер барлық сол еді бойынша арқылы кейін туралы ретінде",
    "ky": "жана бул бир үчүн менен да деп болуп ошол же ал бар эмес керек жок болот"
    " кантип эгер бардык эле боюнча аркылуу кийин жөнүндө катары",
    "mn": "нь бол энэ байна ба нэг юм тэр болон байгаа хийх гэж дээр бүр өөр хэрэв"
    " эсвэл тул үед бүх хувьд байдаг болно",
    "tg": "ва дар аз ба ки ин бо барои як он аст ё мешавад шуд ҳам бояд агар бар"
    " мекунад метавонад худ дигар пас то",
    # Arabic script
    "ar": "من في على إلى أن هذا هذه التي الذي عن مع لا ما كان هو هي أو ذلك كل بعد قبل"
    " عند إذا قد كما لم بين يمكن يتم تم حيث أي ثم حتى لكن غير إن وهو التى هناك وقد",
    "fa": "و در به از که این را با است برای یک آن می شود تا شده بر هم خود دارد یا اگر"
    " هر ما شما کنید کند ها های باشد بود نیز اما همه چه بین بدون آنها",
    "ur": "کے کی میں کا سے ہے اور کو پر یہ نے ایک ہیں کہ بھی جو کر اس تو ہو گا نہیں"
    " لیے اپنے وہ کیا ہوتا آپ یا جب تھا ان گئے ساتھ سکتے کرنے",
    "ps": "د په او چې کې ته له دا سره یو هم کړي دی نه شي چی پر ده يا به دي خپل لپاره",
    # Devanagari
    "hi": "के में की है को से का और यह पर कि एक हैं लिए भी नहीं तो ही या जो कर इस हो"
    " आप अपने करने साथ जब था वह किया होता जाता करता सकते रहा उस यदि जैसे",
    "mr": "आणि आहे या हे ते की एक व तर मध्ये आहेत साठी नाही किंवा केले होते असे हा"
    " करण्यासाठी जे म्हणून त्या होता हो काही तुम्ही जर पण आपण आपल्या",
    "ne": "को र मा छ यो का एक पनि लाई गर्न भने हो तथा हुन्छ गर्ने छन् त्यो लागि वा"
    " बाट गरेको भएको तपाईं थियो गर्नुहोस् यस सबै",
}


@lru_cache(maxsize=1)
def tables() -> dict[str, frozenset[str]]:
    """Return the function words of every language that has a table, by its base."""
    return {language: frozenset(words.split()) for language, words in _WORDS.items()}


@lru_cache(maxsize=1)
def languages_by_word() -> dict[str, tuple[str, ...]]:
    """Return the languages that each function word is one of, by their bases."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in tables().items():
        for word in words:
            found[word] = (*found.get(word, ()), language)
    return found


def function_words(language: str | None) -> frozenset[str]:
    """Return the function words of a language, none where they are not known.

    Args:
        language: Its BCP 47 tag, None where it is not known.
    """
    return tables().get(base(language), frozenset()) if language else frozenset()


# Those that make one term of several: `state of the art` is none without its `the`.
_JOINING = {"en": "of as in to on at by for from with into about"}


def joining_words(language: str | None) -> frozenset[str]:
    """Return the function words that make one term of several.

    Args:
        language: Its BCP 47 tag, None where it is not known.

    Returns:
        The words, none where they are not known.
    """
    return frozenset(_JOINING.get(base(language), "").split() if language else ())
