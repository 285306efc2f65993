"""The 25 songs of the built-in catalog."""

import re

import pytest
from conftest import CHECKOUT

from sadkpop.catalog import load

CATALOG = load()
SONGS = {song.number: song for song in CATALOG.songs}

FACTS = """
1 | Beautiful Pain | 아름답고도 아프구나 | BTOB | 비투비 | breakup, healing | bittersweet
2 | Wasted | 내 마음이 뭐가 돼 | Younha | 윤하 | breakup, betrayal | bitter, heartbroken
3 | Loser | – | BIGBANG | 빅뱅 | breakup, identity | lonely, despairing
4 | Rain | 비가 와 | Baekhyun & Soyou | 백현 & 소유 | breakup, memory | wistful
5 | Goblin | 고블린 | Sulli | 설리 | longing, identity, grief | lonely, yearning
6 | Sailing (0805) | 그 여름 (0805) | Girls' Generation | 소녀시대 | parting, memory, longing | wistful, hopeful
7 | Breathe | 한숨 | Lee Hi | 이하이 | comfort | tender
8 | Call Your Name | 부를게 | JBJ | 제이비제이 | breakup, regret | yearning, hopeful
9 | It Was Love | 사랑이었다 | Zico feat. Luna | 지코 feat. 루나 | breakup, regret | bittersweet
10 | Goodbye | 안녕 | 2NE1 | 투애니원 | parting | heartbroken
11 | Untitled, 2014 | 무제(無題) | G-Dragon | 지드래곤 | breakup, regret | yearning
12 | Eyes, Nose, Lips | 눈, 코, 입 | Taeyang | 태양 | breakup, longing | heartbroken, yearning
13 | Promise | 약속 | EXO | 엑소 | betrayal | anxious, bitter
14 | The Fool | 이 바보야 | Jung Seung Hwan | 정승환 | breakup, memory | heartbroken, bitter
15 | Wildflower | 야생화 | Park Hyoshin | 박효신 | grief, longing | lonely, bittersweet
16 | Ending Scene | 이런 엔딩 | IU | 아이유 | grief, healing, breakup | hopeful, despairing
17 | One of These Nights | 7월 7일 | Red Velvet | 레드벨벳 | memory, longing | wistful
18 | Stay With Me | – | Chanyeol & Punch | 찬열 & 펀치 | breakup, longing | yearning, despairing
19 | Will Be Back | 꼭 돌아오리 | Im Sun Hae | 임선혜 | parting, longing | bittersweet, hopeful
20 | Fear | 겁 | Mino feat. Taeyang | 송민호 feat. 태양 | identity, comfort | anxious, hopeful
21 | Let Me Out | 놓아줘 | Jonghyun | 종현 | comfort | despairing, tender
22 | Memories | 기억을 따라 | Super Junior | 슈퍼주니어 | longing, memory | yearning, heartbroken
23 | Missing You | 그리워하다 | BTOB | 비투비 | breakup, memory, healing | bittersweet, hopeful
24 | House of Cards | – | BTS | 방탄소년단 | breakup | despairing
25 | You Were Beautiful | 예뻤어 | DAY6 | 데이식스 | breakup, memory | wistful, bittersweet
"""


def test_numbers():
    """The songs are 25 and stand in the order of their numbers."""
    assert list(SONGS) == list(range(1, 26))


def test_songs_without_a_korean_title():
    """Three songs came out under an English title alone, and no Korean one is made up for them."""
    assert [number for number, song in SONGS.items() if song.korean_title is None] == [3, 18, 24]


def test_every_artist_has_a_korean_name():
    """Each artist is known in Korean too."""
    assert all(re.search("[가-힣]", song.korean_artist or "") for song in CATALOG.songs)


@pytest.mark.parametrize("facts", FACTS.strip().splitlines())
def test_facts(facts):
    """Titles and credits are spelled as the listener's player spells them, and the main theme and mood stand first."""
    song = SONGS[int(facts.split()[0])]
    title = song.korean_title or "–"
    themes, moods = ", ".join(song.themes), ", ".join(song.moods)
    assert (
        facts == f"{song.number} | {song.title} | {title} | {song.artist} | {song.korean_artist} | {themes} | {moods}"
    )


def test_built_in_catalog_is_checked():
    """Named as a file it is checked like any other, and nothing is found; built in, it is the same."""
    assert load(CHECKOUT / "data" / "songs.yaml") == CATALOG


def test_aliases():
    """Other titles and other names of the artists, under which the songs are looked for."""
    assert {number: song.aliases for number, song in SONGS.items() if song.aliases} == {
        3: ("루저",),
        10: ("굿바이",),
        15: ("Wild Flower",),
        17: ("One of Those Nights",),
        18: ("스테이 위드 미",),
    }
    assert {number: "; ".join(song.artist_aliases) for number, song in SONGS.items() if song.artist_aliases} == {
        1: "Born to Beat",
        3: "Big Bang",
        4: "EXO; SISTAR",
        5: "f(x)",
        6: "SNSD",
        7: "LeeHi; Lee Ha-yi",
        9: "Block B; f(x)",
        11: "GD; BIGBANG",
        12: "BIGBANG",
        14: "Jung Seunghwan",
        15: "Park Hyo Shin",
        18: "EXO",
        19: "Sunhae Im; Im Sunhae",
        20: "Song Minho; WINNER; BIGBANG",
        21: "SHINee",
        22: "SuJu",
        23: "Born to Beat",
        24: "Bangtan Boys; Bangtan Sonyeondan",
    }


def test_vocabulary():
    """There are ten themes and ten moods, each used; the moods go from the heaviest to the lightest."""
    assert set(CATALOG.themes) == {theme for song in CATALOG.songs for theme in song.themes}
    assert set(CATALOG.moods) == {mood for song in CATALOG.songs for mood in song.moods}
    assert len(CATALOG.themes) == 10
    assert " ".join(CATALOG.moods) == (
        "despairing heartbroken bitter anxious lonely yearning wistful bittersweet tender hopeful"
    )


@pytest.mark.parametrize("song", CATALOG.songs, ids=lambda song: song.title)
def test_blurb(song):
    """A blurb is one to three sentences, of 120 to 320 characters."""
    assert 120 <= len(song.blurb) <= 320
    assert 1 <= len(re.findall(r"[.?!](?= [A-Z]|$)", song.blurb)) <= 3
