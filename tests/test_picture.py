"""The picture of songs: valid, self-contained, within its frame, and the line through the moods."""

import re
from xml.etree import ElementTree

import pytest

from sadkpop.catalog import Song, load
from sadkpop.picture import MOST_SONGS, as_svg, cut, width, wrap

CATALOG = load()
SONGS = CATALOG.songs
MOODS = list(CATALOG.moods)
SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = [
    "<b>&amp;</b>",
    "]]> <!-- --> <?x?>",
    "\"' onload='x",
    "$name ${x} {y} %s",
    "\ufffe\uffff\x00\x1b",
    "한글 ♥ 👩‍👩‍👧",
]


def song_of(**fields):
    """Return the first song of the catalog with other fields."""
    return SONGS[0]._replace(**fields)


def picture(songs, moods=MOODS, name="a name"):
    """Return a picture as a tree."""
    return ElementTree.fromstring(as_svg(songs, moods, name))


def texts(tree, style):
    """Return the texts set in a style."""
    return ["".join(text.itertext()).strip() for text in tree.iter(f"{SVG}text") if text.get("class") == style]


def titles(tree):
    """Return the titles that are shown, without the Korean ones beside them."""
    return [text.text.strip() for text in tree.iter(f"{SVG}text") if text.get("class") == "title"]


def dots(tree):
    """Return where the songs' dots are."""
    circles = [circle for circle in tree.iter(f"{SVG}circle") if circle.get("class") == "dot"]
    return [(float(circle.get("cx")), float(circle.get("cy"))) for circle in circles]


def points(tree):
    """Return the points through which the line goes."""
    return [start for start, *_ in curves(tree)] + [curves(tree)[-1][-1]]


def curves(tree):
    """Return the pieces of the line, each with where it starts, its two control points, and where it ends."""
    start, *steps = tree.find(f"{SVG}path").get("d").removeprefix("M").split(" c")
    (x, y), found = map(float, start.split()), []
    for step in steps:
        xs, ys = (list(map(float, step.split()[axis::2])) for axis in (0, 1))
        found.append([(x, y), *((x + dx, y + dy) for dx, dy in zip(xs, ys, strict=True))])
        x, y = found[-1][-1]
    return found


@pytest.mark.parametrize("songs", [SONGS[:1], SONGS[:5], SONGS])
def test_every_song_is_there(songs):
    """Titles, Korean titles, artists and moods are there in full, in order, each title linked to its song."""
    tree = picture(songs)
    assert titles(tree) == [song.title for song in songs]
    assert texts(tree, "title") == [" ".join(filter(None, (song.title, song.korean_title))) for song in songs]
    assert texts(tree, "artist")[: len(songs)] == [song.artist for song in songs]
    assert texts(tree, "mood")[2:] == [" ".join(song.moods) for song in songs]
    assert [link.get("href") for link in tree.iter(f"{SVG}a")] == [song.url for song in songs]


def test_name_at_the_foot():
    """The name is on the picture beside the program's, and what a screen reader says of it."""
    tree = picture(SONGS[:2], name="heartbroken to hopeful")
    assert tree.get("role") == "img"
    assert tree.findtext(f"{SVG}title") == "heartbroken to hopeful"
    assert tree.findtext(f"{SVG}desc") == "Beautiful Pain by BTOB; Wasted by Younha"
    assert texts(tree, "foot") == ["heartbroken to hopeful"]
    assert texts(tree, "artist")[-1] == "sadkpop"


@pytest.mark.parametrize("text", HOSTILE)
def test_valid_for_any_text(text):
    """Whatever the catalog or the name says is text in the picture; what XML cannot hold is replaced."""
    song = Song(1, text, text, text, text, (text,), (text,), (text,), (text, "light"), text)
    shown = re.sub("[\ufffe\uffff\x00\x1b]", "\ufffd", text)
    for songs in ([song], [song, song]):
        tree = picture(songs, [text, "light"], text)
        assert tree.findtext(f"{SVG}title") == shown
        assert tree.findtext(f"{SVG}desc") == "; ".join([f"{shown} by {shown}"] * len(songs))
        assert all(shown.startswith(title.removesuffix("…")) for title in titles(tree))
        assert {element.tag.removeprefix(SVG) for element in tree.iter()} <= set(
            "svg title desc style linearGradient stop rect text tspan circle path g a".split()
        )


def test_name_that_is_no_text():
    """A name can come from a command line, which may hold bytes that are not text."""
    assert texts(picture(SONGS[:2], name="-t br\ud800k"), "foot") == ["-t br\ufffdk"]


def test_nothing_is_fetched():
    """The picture links its songs, and refers to nothing but what is in it."""
    svg = as_svg(SONGS, MOODS, "sadkpop list")
    assert "@import" not in svg
    assert "@font-face" not in svg
    (gradient,) = re.findall(r'id="(.+?)"', svg)
    assert set(re.findall(r"url\(.*?\)", svg)) == {f"url(#{gradient})"}
    links = {
        value for element in ElementTree.fromstring(svg).iter() for value in element.attrib.values() if "//" in value
    }
    assert links == {song.url for song in SONGS}


def test_fonts_have_korean():
    """A font with Korean is named for macOS, Windows, and Linux with Android."""
    families = picture(SONGS).findtext(f"{SVG}style")
    assert all(f'"{name}"' in families for name in ("Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans CJK KR"))


def test_styles_stay_in_the_picture():
    """In a page that a picture is inlined in, its styles are for nothing else, and each gradient has its own name."""
    pictures = [picture(SONGS[:2]), picture(SONGS[2:4]), picture(SONGS[2:4], name="another")]
    for tree in pictures:
        selectors = re.findall(r"\s*([^{}]+) {[^}]*}", tree.findtext(f"{SVG}style"))
        assert len(selectors) >= 6
        assert all(selector.startswith(f".{tree.get('class')} ") for selector in selectors)
        assert all(element.get("class") or element.tag != f"{SVG}text" for element in tree.iter())
    ids = [[element.get("id") for element in tree.iter() if element.get("id")] for tree in pictures]
    assert all(len(found) == 1 and found[0].startswith("sadkpop-") for found in ids)
    assert ids[0] != ids[1]


def test_ground_of_its_own():
    """A ground covers all of the picture, so that the page behind it does not matter."""
    tree = picture(SONGS)
    ground = tree.find(f"{SVG}rect")
    assert tree.get("viewBox") == f"0 0 {ground.get('width')} {ground.get('height')}"


@pytest.mark.parametrize("letter", ["a", "W", "한", "é", "♥"])
@pytest.mark.parametrize("count", [1, 2])
def test_long_text_is_cut(letter, count):
    """A long title, Korean title, artist, mood and name end in "…", and leave room for each other."""
    long = letter * 100
    song = song_of(title=long, korean_title=long, artist=long, moods=(long, "light"))
    tree = picture([song] * count, [long, "light"], long)
    for text in [*titles(tree), *texts(tree, "artist")[:count], *texts(tree, "mood")[2:], *texts(tree, "foot")]:
        assert re.fullmatch(f"{letter}{{5,}}…", text)
    assert re.fullmatch(f"{letter}{{5,}}… {letter}{{5,}}…", texts(tree, "title")[0])


def test_short_korean_title_leaves_the_room():
    """A title is cut no further than the Korean one needs."""
    with_long, with_short, without = (
        titles(picture([song_of(title="a" * 99, korean_title=korean)] * 2))[0] for korean in ("한" * 99, "한", None)
    )
    assert len(with_long) < len(with_short) < len(without)
    assert len(without) * 0.6 < len(with_long) < len(without) * 0.7


@pytest.mark.parametrize("title", ["Rain", "One of These Nights", "한" * 12, "W" * 99])
def test_titles_fit_beside_each_other(title):
    """However long they are, title and Korean title together end before the right margin."""
    tree = picture([song_of(title=title, korean_title="그리워하다" * 20)] * 2)
    shown, korean = texts(tree, "title")[0].rsplit(" ", 1)
    left = float(re.search(r"translate\((\d+)", tree.find(f"{SVG}g").get("transform"))[1])
    right = float(tree.findall(f"{SVG}text")[-1].get("x"))
    taken = width(shown, "title") + width(korean, "korean")
    assert right - left - 50 < taken < right - left


def test_too_many_moods():
    """Where a song's moods are more than fit, the last one shown says so, and each has its own color."""
    moods = [f"mood {number}" for number in range(40)]
    tree = picture([song_of(moods=tuple(moods))] * 2, moods)
    shown = [tspan for tspan in tree.iter(f"{SVG}tspan") if "fill" in tspan.attrib]
    assert shown[0].text == "mood 0"
    assert shown[-1].text.endswith("…")
    colors = [tspan.get("fill") for tspan in shown[: len(shown) // 2]]
    assert len(colors) == len(set(colors)) > 3


def test_mood_with_a_wide_space():
    """A mood of several words is shown in full, whatever is between them."""
    moods = ["at\u3000night", "at day"]
    assert texts(picture([song_of(moods=tuple(moods))] * 2, moods), "mood")[2:] == ["at\u3000night at day"] * 2


@pytest.mark.parametrize("moods", [["a", "b"], [f"mood {number}" for number in range(40)]])
def test_dots_are_ordered_by_mood(moods):
    """A dot stands the further right the lighter its song's mood, from "heavy" to "light"; the line joins them."""
    tree = picture([song_of(moods=(mood,)) for mood in moods], moods)
    places = dots(tree)
    assert places == sorted(places)
    assert len({x for x, _ in places}) == len(moods)
    assert points(tree) == [pytest.approx(place, abs=0.05) for place in places]
    heavy, light = (text for text in tree.iter(f"{SVG}text") if text.text in ("heavy", "light"))
    assert (float(heavy.get("x")) + 8, float(light.get("x")) - 8) == (places[0][0], places[-1][0])
    assert heavy.get("fill") == light.get("fill") == tree.find(f"{SVG}path").get("stroke")


def test_colors_are_those_of_the_scale():
    """Whatever stands at a place of the scale has one color: the line, a dot, and a mood where it is written."""
    tree = picture([song_of(moods=(mood,)) for mood in ("a", "b", "c")], ["a", "b", "c"])
    gradient = [stop.get("stop-color") for stop in tree.iter(f"{SVG}stop")]
    line = [gradient[0], gradient[len(gradient) // 2], gradient[-1]]
    circles = {style: [] for style in (None, "dot", "glow")}
    for circle in tree.iter(f"{SVG}circle"):
        circles[circle.get("class")].append(circle.get("fill"))
    assert len(set(line)) == 3
    assert all(colors == line for colors in circles.values())
    assert [tspan.get("fill") for tspan in tree.iter(f"{SVG}tspan") if "fill" in tspan.attrib] == line


def test_dot_stands_at_the_average_of_the_moods():
    """A song torn between two moods stands in the middle, as where it is ordered."""
    moods = ["heavy", "middling", "light"]
    torn, plain = dots(picture([song_of(moods=("light", "heavy")), song_of(moods=("middling",))], moods))
    assert torn[0] == plain[0]


def test_picture_of_a_command(run):
    """The picture is printed as it is."""
    tree = ElementTree.fromstring(run("pick", "-t", "comfort", "-f", "svg").stdout_bytes.decode())
    assert titles(tree) == ["Breathe", "Fear", "Let Me Out"]


def test_line_stays_between_its_dots():
    """The line leads downward all the way, and never swings out past a dot."""
    tree = picture(SONGS)
    assert points(tree) == [pytest.approx(place, abs=0.05) for place in dots(tree)]
    for (start, top), *controls, (end, bottom) in curves(tree):
        assert all(min(start, end) - 0.1 <= x <= max(start, end) + 0.1 for x, _ in controls)
        assert top < controls[0][1] < controls[1][1] < bottom


def test_one_mood_all_the_way():
    """Songs of one mood stand below each other, on a line of that mood's color."""
    tree = picture([song_of(moods=("tender",))] * 3)
    assert len({x for x, _ in dots(tree)}) == 1
    assert {dot.get("fill") for dot in tree.iter(f"{SVG}circle") if dot.get("class") == "dot"} == {
        tspan.get("fill") for tspan in tree.iter(f"{SVG}tspan") if tspan.text == "tender"
    }
    assert tree.find(f"{SVG}linearGradient").get("gradientUnits") == "userSpaceOnUse"


@pytest.mark.parametrize("count", [0, 2, 5, MOST_SONGS])
def test_height_grows(count):
    """The picture is as high as its songs need, and all of them are in it."""
    tree = picture([SONGS[number % len(SONGS)] for number in range(count)])
    height = float(tree.get("height"))
    assert tree.get("width") == "720"
    assert height == 200 + 104 * count if count else height < 400
    assert len(titles(tree)) == count
    assert all(0 < y < height for _, y in dots(tree))


def test_five_songs_are_a_square():
    """Five songs, as many as a path has by default, are a picture to post."""
    tree = picture(SONGS[:5])
    assert tree.get("height") == tree.get("width")


def test_song_alone_has_its_blurb():
    """A picture of one song tells its story, in lines that are cut nowhere; that of several does not."""
    tree = picture(SONGS[:1])
    assert " ".join(texts(tree, "blurb")) == SONGS[0].blurb
    assert len(dots(tree)) == 1
    assert tree.find(f"{SVG}path").get("d") == ""
    assert texts(picture(SONGS[:2]), "blurb") == []
    longer = picture([song_of(blurb=SONGS[0].blurb * 5)])
    assert float(longer.get("height")) > float(tree.get("height"))


def test_vocabulary_of_one_mood():
    """A single mood has a place, too."""
    assert len(dots(picture([song_of(moods=("only",))] * 2, ["only"]))) == 2


def test_catalog_without_korean():
    """Without a Korean title there is nothing beside the title."""
    tree = picture([song_of(korean_title=None)] * 2)
    assert texts(tree, "title") == ["Beautiful Pain"] * 2


def test_width_of_korean():
    """Hangul is wide, a mark on a letter takes no room, and capitals are wider than small letters."""
    assert width("그리워하다", "title") == 5 * width("한", "title") == 5 * 26
    assert 0.4 < width("a", "title") / width("한", "title") < 0.7
    assert width("e\u0301", "title") == width("e", "title") == width("é", "title")
    assert width("a", "title") < width("A", "title") < width("M", "title")
    assert width("♥", "title") == width("한", "title")
    assert width("", "title") == 0


def test_cut():
    """What fits stays as it is; of the rest the beginning is left that fits with the "…"."""
    assert cut("한글", "korean", 2 * 18) == "한글"
    assert cut("한글날이다", "korean", 4 * 18) == "한글날…"
    assert cut("그 여름", "korean", 3 * 18) == "그…"
    assert cut("cafe\u0301s", "title", 4 * width("e", "title")) == "ca…"
    assert cut("text", "title", 0) == "…"
    assert cut("", "title", 0) == ""


FAMILY, THUMB, JAMO = "👩‍👩‍👧", "👍🏽", "\u1112\u1161\u11ab"
ENGLAND = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    "letter",
    [
        FAMILY,
        THUMB,
        JAMO,
        ENGLAND,
        "❤️",
        "e\u0301",
        "e\u0301\u0323",
        "각\u11a8",
        "नि",
        "1️⃣",
        "👩🏽‍🚀",
    ],
    ids=ascii,
)
def test_cut_splits_no_letter(letter):
    """A letter of several characters is kept or left out as a whole, whatever the room, and so in a broken line."""
    text = letter * 6
    for room in range(30, 250, 7):
        assert re.fullmatch(f"(?:{letter})*…", cut(text + "x" * 99, "title", room).replace("x", ""))
        assert all(re.fullmatch(f"(?:{letter})+", line) for line in wrap(text, "title", room))


@pytest.mark.parametrize(("text", "shown"), [("각한글각", "각…"), ("ab\u0301cd", "ab\u0301…")])
def test_letters_are_not_joined(text, shown):
    """Whole syllables and letters are cut between each other."""
    assert cut(text, "title", width(shown, "title") + 0.1) == shown


@pytest.mark.parametrize(
    ("text", "is_marked"),
    [
        ("مرحبا بالعالم", True),
        ("שלום עולם", True),
        ("Hello مرحبا بالعالم", True),
        ("مرحبا, hello world", False),
        ("Hello world", False),
        ("1234567890", False),
        ("مرحبا 1234567890", True),
    ],
)
def test_cut_of_right_to_left_text(text, is_marked):
    """The sign of a cut stands where the last word is read to its end, on the left if that is right-to-left text."""
    shown = cut(text, "title", width(text, "title") - 13)
    assert shown.endswith("…\u200f" if is_marked else "…")
    assert text.startswith(shown.removesuffix("\u200f").removesuffix("…"))
    assert cut(text, "title", width(text, "title")) == text


def test_wrap():
    """Lines break between words; a word that is too long breaks where it must."""
    assert wrap("one two three four", "blurb", 6 * 21) == ["one two", "three four"]
    assert wrap("가나다라마바사", "blurb", 3 * 21) == ["가나다", "라마바", "사"]
    assert wrap("aa bb cc", "blurb", width("aa bb", "blurb") + 0.1) == ["aa bb", "cc"]
    assert wrap("", "blurb", 90) == []
    text = "It may be a love, a dream or a chance that slipped by; 그리워하다 she is in the middle of the grief. " * 9
    lines = wrap(text, "blurb", 388)
    assert " ".join(lines) == text.strip()
    assert all(250 < width(line, "blurb") <= 388 for line in lines[:-1])
