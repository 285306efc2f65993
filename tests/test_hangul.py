"""Korean names as they are heard, and as they are typed on the wrong keyboard."""

import re
from unicodedata import normalize

import pytest

from sadkpop.catalog import load
from sadkpop.hangul import INITIALS, keys, read, sound, syllables

SONGS = load().songs
KOREAN = list(dict.fromkeys(name for song in SONGS for name in (song.korean_title, song.korean_artist) if name))
LATIN = list(dict.fromkeys(name for song in SONGS for name in (song.title, song.artist)))
NAMES = [*LATIN, *KOREAN]

# Each Korean name of the catalog in Revised Romanization, then as listeners spell it.
SPELLINGS = {
    "아름답고도 아프구나": ["areumdapgodo apeuguna", "areumdabgodo apuguna", "ahreumdapgodo ahpeuguna"],
    "내 마음이 뭐가 돼": ["nae maeumi mwoga dwae", "nae maeumi moga dwe", "ne maeumi mwoga doe", "naemaeumi"],
    "비가 와": ["biga wa", "beega wa", "pika wa", "bi ga wah"],
    "고블린": ["gobeullin", "gobullin", "kobeulrin", "go beul lin"],
    "그 여름 (0805)": ["geu yeoreum", "gu yeorum", "keu yoreum", "geu yeoreum 0805"],
    "한숨": ["hansum", "hansoom", "han soom"],
    "부를게": ["bureulge", "booreulge", "bu reul ge", "pureulke"],
    "사랑이었다": ["sarangieotda", "sarangieossda", "sarang i eot da", "sarangiyeotta"],
    "안녕": ["annyeong", "annyong", "anyoung", "an nyung"],
    "무제(無題)": ["muje", "mujae", "mooje"],
    "눈, 코, 입": ["nun, ko, ip", "noon ko ip", "nunkoip", "noon ko eep"],
    "약속": ["yaksok", "yagsok", "yakssok", "yak sok"],
    "이 바보야": ["i baboya", "ee babo ya", "yi paboya", "babo ya"],
    "야생화": ["yasaenghwa", "yasenghwa", "ya saeng hwa", "yasaenghwah"],
    "이런 엔딩": ["ireon ending", "irun ending", "ee reon en ding"],
    "7월 7일": ["7wol 7il", "chirwol chiril", "chilwol chilil", "7 wol 7 il"],
    "꼭 돌아오리": ["kkok doraori", "kok dolaori", "ggok dora ori"],
    "겁": ["geop", "gup", "geob", "gyeop"],
    "놓아줘": ["noajwo", "noahjwo", "nohajwo", "no a juo"],
    "기억을 따라": ["gieogeul ttara", "kieogeul ttara", "giokul ddara", "gi eok eul tta ra"],
    "그리워하다": [
        "geuriwohada",
        "guriwohada",
        "kuriwohada",
        "kŭriwŏhada",
        "geu ri wo ha da",
        "griwohada",
        "griweohada",
    ],
    "예뻤어": ["yeppeosseo", "yepposseo", "yeppeoseo", "yeppŏssŏ", "ye ppeo sseo"],
    "비투비": ["bitubi", "beetoobee", "pitubi"],
    "윤하": ["yunha", "yoonha", "youn ha"],
    "빅뱅": ["bikbaeng", "bigbaeng", "bik beng"],
    "백현 & 소유": ["baekhyeon & soyu", "baekhyun soyou", "paekhyŏn soyoo", "baekhyun"],
    "설리": ["seolli", "sulli", "sully"],
    "소녀시대": ["sonyeosidae", "sonyeoshidae", "so nyuh shi dae", "sonyo shidae"],
    "이하이": ["ihai", "lee hai", "yi ha i"],
    "제이비제이": ["jeibijei", "jeibeejei", "je i bi je i"],
    "지코 feat. 루나": ["jiko feat. runa", "jiko ft. luna", "chiko", "jee ko"],
    "투애니원": ["tuaeniwon", "tooaeniwon", "tu ae ni won"],
    "지드래곤": ["jideuraegon", "jidurekon", "ji deu rae gon"],
    "태양": ["taeyang", "teyang", "tae yang", "teayang", "T'aeyang"],
    "엑소": ["ekso", "exo", "ek so"],
    "정승환": ["jeongseunghwan", "jung seunghwan", "jeong seung-hwan", "chung sunghwan"],
    "박효신": ["bakhyosin", "park hyoshin", "pak hyo shin", "bak hyosin"],
    "아이유": ["aiyu", "ai yoo", "ah i yu"],
    "레드벨벳": ["redeubelbet", "redeu velvet", "le deu bel bet"],
    "찬열 & 펀치": ["chanyeol & peonchi", "chanyul", "chan yeol", "chanyeol punchi"],
    "임선혜": ["imseonhye", "im sunhae", "lim sun hye", "im seon-hye"],
    "송민호 feat. 태양": ["songminho feat. taeyang", "song minho", "song mino ft. taeyang"],
    "종현": ["jonghyeon", "jonghyun", "chong hyun"],
    "슈퍼주니어": ["syupeojunieo", "shupeojunieo", "syupo junio"],
    "방탄소년단": ["bangtansonyeondan", "bangtan", "bang tan so nyeon dan"],
    "데이식스": ["deisikseu", "deishikseu", "de i sik seu"],
}

# Words that people bring to a sad song, and a few that sound a little like a name.
WORDS = (
    "abandoned afraid alone angry anxiety apart autumn baby beautiful betrayed bitter breakup broken bye "
    "cancer cheated cheating cherry cold cry crying cup dead death depressed divorce dream dumped ex "
    "failure family forget friend funeral ghosted goodbye grief grow happy hate heart help hope hurt "
    "jealous job kill lonely lost love mad miss missing mother moving nobody numb pain panic pet quit "
    "rain regret sad scared school sick sleep snow song sorry spring stress suicide summer tears ugly "
    "want war winter work worry wrong"
)


def korean_keys(latin):
    """Return what Latin letters become on a Korean keyboard that joins no letters."""
    on_keys = {keys(chr(jamo)): chr(jamo) for jamo in range(0x3131, 0x3164)}
    return "".join(on_keys.get(letter) or on_keys.get(letter.lower(), letter) for letter in latin)


def test_every_korean_name_of_the_catalog_has_spellings():
    """No song is left out of the table, and none has fewer than two spellings beside the romanization."""
    assert SPELLINGS.keys() == set(KOREAN)
    assert min(map(len, SPELLINGS.values())) >= 3


def first(text):
    """Return the name that a text is read as, None if it is none."""
    return next(iter(read(text, NAMES)), None)


def test_a_name_is_known_by_its_sound():
    """A title or artist comes first for each of its spellings, in any letter case."""
    wanted = {text: name for name, texts in SPELLINGS.items() for text in texts}
    assert {text: first(text) for text in wanted} == wanted
    assert {text: first(text.upper()) for text in wanted} == wanted


def test_korean_typed_on_a_latin_keyboard():
    """A Korean name is found by its keys: with Shift, without, with capitals the wrong way round, without blanks."""
    for name in KOREAN:
        typed = keys(name).replace("無題", "")
        assert typed.isascii()
        for text in (typed, typed.lower(), typed.swapcase(), typed.replace(" feat.", "").replace(" ", "")):
            assert (text, first(text)) == (text, name)


def test_latin_typed_on_a_korean_keyboard():
    """A Latin name is found by the Korean letters on its keys, with Shift and without."""
    for name in LATIN:
        for text in (korean_keys(name), korean_keys(name.lower())):
            assert not re.search("[a-z]", text)
            assert (text, first(text)) == (text, name)


@pytest.mark.parametrize(
    ("korean", "typed"),
    [
        ("그리워하다", "rmfldnjgkek"),
        ("예뻤어", "dPQjTdj"),
        ("해ㅠㅣㅑㅜ", "goblin"),
        ("ㄳㅘ", "rthk"),
        ("값 뷁 의", "rkqt qnpfr dml"),
        (normalize("NFD", "한숨"), "gkstna"),
        ("ﾡￂ", "rk"),
        ("7월 7일!", "7dnjf 7dlf!"),
        ("Goblin", "Goblin"),
    ],
)
def test_keys(korean, typed):
    """Syllables, joined letters and letters of every form are taken apart into keys; what is not Korean stays."""
    assert keys(korean) == typed


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("해ㅠㅣㅑㅜ", "Goblin"),
        ("ㅎㅐㅠㅣㅑㅜ", "Goblin"),
        ("ㄴ먀ㅣㅑㅜㅎ", "Sailing (0805)"),
        ("ㅑㅕ", "IU"),
        ("2ㅜㄷ1", "2NE1"),
        ("햐기ㄴ' ㅎㄷㅜㄷㄱㅁ샤ㅐㅜ", "Girls' Generation"),
        ("ㅕㅜ샤싣ㅇ", "Untitled, 2014"),
        ("ㅜㅐㄴㄷ ㅣㅑㅔㄴ", "Eyes, Nose, Lips"),
    ],
)
def test_latin_typed_as_korean_by_hand(text, name):
    """What a Korean keyboard makes of a Latin name, joined into syllables, finds it, from the start of any word."""
    assert read(text, NAMES) == [name]


@pytest.mark.parametrize(
    ("name", "spellings"),
    [
        ("같이 가자", "gachi gaja, kachi kaja"),
        ("잊혀진 계절", "ichyeojin gyejeol, ijhyeojin gyejol"),
        ("첫눈", "cheonnun, cheotnoon, cheot nun"),
        ("사랑합니다", "saranghamnida, saranghapnida, sarang hap ni da"),
        ("작년", "jangnyeon, jaknyeon"),
        ("독립", "dongnip, dokrip"),
        ("법률", "beomnyul, beopryul"),
        ("프로포즈", "peuropojeu, feuropojeu"),
        ("신라", "silla, shinra"),
        ("칼날", "kallal, kalnal"),
        ("심리", "simni, simri"),
        ("종로", "jongno, jongro"),
        ("밝은 밤", "balgeun bam, balkun bam"),
        ("읽다", "ikda, ikta"),
        ("값이", "gapsi, kapshi"),
        ("괜찮아", "gwaenchana, kwenchanha"),
        ("끝사랑", "kkeutsarang, ggeut sarang"),
        ("벚꽃 엔딩", "beotkkot ending, butkot ending, beojkkoch ending"),
        ("소희", "sohui, sohee"),
        ("우주", "uju, woojoo"),
        ("최고", "choego, chwego"),
        ("취중진담", "chwijungjindam, chuijungjindam"),
        ("사랑했나봐", "saranghaennabwa, saranghaetnabwa, saranghessnabwa"),
        ("너였다면", "neoyeotdamyeon, nuh yut da myun"),
        ("나뭇잎", "namunnip, namoonnip, namutnip"),
        ("꽃잎", "kkonnip, ggonnip, kkotnip"),
    ],
)
def test_sounds_that_change_where_syllables_meet(name, spellings):
    """A name is known as it is spoken and as it is spelled letter by letter."""
    assert [text for text in spellings.split(", ") if read(text, [name]) != [name]] == []


def test_a_part_is_known_from_the_start_of_a_word():
    """Four letters of a sound, five keys or a whole name will do, over several words too; the middle of a word not."""
    names = ["내 마음이 뭐가 돼", "송민호 feat. 태양", "겁"]
    assert read("maeumi mwo", names) == names[:1]
    assert read("mai", names) == read("umimwoga", names) == []
    assert read("taeyang", names) == read("xodid", names) == names[1:2]
    assert read("xodi", names) == read("odid", names) == []
    assert read("geop", names) == read("rjq", names) == names[2:]
    assert read("song", names) == read("ge", names) == []


def test_a_whole_name_comes_before_a_part_of_one():
    """Names are given once each, the best first and otherwise in their order."""
    names = ["송민호 feat. 태양", "태양의 노래", "태양", "태양"]
    assert read("taeyang", names) == read("xodid", names) == ["태양", "송민호 feat. 태양", "태양의 노래"]
    assert read("toro", ["도로시", "새개"]) == ["새개", "도로시"]
    assert read("7dnjf", ["8월", "7월"]) == ["7월"]
    assert read("ㅎㅐㅠㅣㅑㅜ", ["Goblin King", "Goblin", "Goblin"]) == ["Goblin", "Goblin King"]


def test_a_sound_finds_no_latin_name():
    """Latin names are found by their letters, and Korean letters are no sound of anything."""
    assert read("wasted", ["Wasted"]) == read("h", ["Goblin"]) == []
    assert read("그리워", NAMES) == read("루저", ["Loser"]) == []


def test_an_english_word_is_no_korean_name():
    """What people say of a sad song is not taken for a Korean name."""
    assert [word for word in WORDS.split() if read(word, KOREAN)] == []


def test_an_english_plural_is_no_korean_s():
    """A t is silent before s and a vowel alone, as in haetseumnida."""
    assert read("ballads", ["발라시"]) == []
    assert read("haetseumnida", ["했습니다"]) == read("haesseumnida", ["했습니다"]) == ["했습니다"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "?!",
        "7",
        "0805",
        "♥",
        "無題",
        "예뻤어 yeppeosseo",
        "yeppeosseo 無題",
        "привет",
        "h",
        "\ud800",
        "\n",
        "ㅋㅋㅋ",
    ],
)
def test_what_is_no_reading(text):
    """Signs, digits, other scripts and mixtures give nothing."""
    assert read(text, NAMES) == []


def test_names_of_every_kind():
    """No name, names without letters, decomposed names and names on two lines are taken as they are."""
    assert read("hansum", []) == read("hansum", ["", "♥", "ㅎ", "無題"]) == []
    names = ["첫\n둘", normalize("NFD", "한숨"), "보이 Boys", "끝"]
    assert read("hansum", names) == names[1:2]
    assert read("cheot dul", names) == names[:1]
    assert read("boi boys", names) == names[2:3]


def test_a_sound_is_the_same_for_every_spelling():
    """Reduced, the romanizations of a text and the text itself are one."""
    assert len({*map(sound, ["예뻤어", "yeppeosseo", "yepposseo", "YEPPOSEO", "yeppŏssŏ"])}) == 1
    assert sound("한숨\n겁") == "\n".join(map(sound, ["한숨", "겁"]))


def test_initials():
    """An initial stands for itself and the syllables that begin with it, and joined ones come apart into two."""
    assert [initial for initial in INITIALS if re.fullmatch(syllables(initial), "한")] == ["ㅎ"]
    assert [initial for initial in INITIALS if re.fullmatch(syllables(initial), initial)] == list(INITIALS)
    assert all(sum(bool(re.match(syllables(i), chr(s))) for i in INITIALS) == 1 for s in range(0xAC00, 0xD7A4, 97))
