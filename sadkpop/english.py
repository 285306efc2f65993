"""English as people type it, and some Korean: spellings, noes, words that mean nothing, numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from .text import fold

_APOSTROPHES = str.maketrans(dict.fromkeys("’‘ʼ´`′", "'"))
# What keeps words apart where no blank does: lonely/sad, so-called, help!!please.
_SEPARATORS = re.compile(r"[\s/,.;:!?…\"“”()\[\]{}&+~=|\\，、。·—–-]+")
# Contractions, with or without the apostrophe, but for what is a word without it: they've, didnt, not well.
_SUBJECTS = "i you he she we they it that there what who how".split()
_VERBS = "is are was were do does did has have had could would should must need might".split()
_ENDINGS = {"'m": "am", "'re": "are", "'s": "is", "'ve": "have", "'d": "would", "'ll": "will"}
_WORDS_THEMSELVES = set("is ire ill well were wed hell shell shed whore here hem whom".split())
_SHORT = {  # chat spellings
    spelling: tuple(full.split())
    for entry in """
        can't cannot cnt: can not, won't: will not, ain't: is not, dnt: do not, dunno: do not know, iam: i am,
        ima imma: i am going to, ur: your, u ya: you, r: are, em: them, y'all: you all, idk: i do not know,
        idc: i do not care, let's: let us, wanna wana wna: want to, gonna gunna gona finna: going to, gotta: got to,
        hafta: have to, tryna: trying to, kinda: kind of, sorta: sort of, outta: out of, lemme: let me, gimme: give me,
        woulda: would have, shoulda: should have, coulda: could have, cuz cus coz cos bc bcs becuz b/c: because,
        bout abt: about, plz pls plss: please, smth sth smthn: something, nothin nuthin: nothing, noone no1: no one,
        every1: everyone, some1 sm1: someone, ppl: people, tho: though, thru: through, til: until, n nd: and,
        w w/: with, wo w/o: without, b4: before, rn: right now, atm: at the moment, alot: a lot, tonite 2nite: tonight,
        2day: today, 2moro tmrw tmr: tomorrow, 4ever 4eva: forever, luv: love, bf: boyfriend, gf: girlfriend,
        bff: best friend, ngl: not going to lie, livin: living, feelin: feeling, dyin: dying, killin: killing,
        doin: doing, goin: going, tryin: trying, d!e: die, k!ll: kill, r*pe: rape
    """.split(",")
    for spellings, full in [entry.split(":")]
    for spelling in spellings.split()
}
_SHORT |= {first + end: (first, _ENDINGS[end]) for first in _SUBJECTS for end in _ENDINGS}
_SHORT |= {first + "n't": (first, "not") for first in _VERBS}
_SHORT |= {
    short.replace("'", ""): full for short, full in _SHORT.items() if short.replace("'", "") not in _WORDS_THEMSELVES
}
# The blank in a torn word: kill my self.
TORN = re.compile(r"(?<=\bmy) (?=self\b)|(?<=\bany) (?=more\b)|(?<=\bsome) (?=one\b)|(?<=\bfor) (?=ever\b)")
_LETTERS = str.maketrans("013457@$*", "oieastasi")
_HIDDEN = re.compile("[a-z]+[013457@$*][a-z][a-z013457@$*]*")  # with signs for letters: d1e, su1c1de, de@th
_REPEATED = re.compile(r"([a-z])\1\1+|([^\w\s]|[ㄱ-ㅣ])\2+")  # sooooo, 😭😭😭, ㅠㅠ
_BLANKS = re.compile("[_<>\xad\u200b\u2060\u3164\ufeff]|(?<=[a-z가-힣])\ufe0f")  # what may stand for them
_SIGN = re.compile("[!-~]+|[^!-~](?:[\ufe0f\U0001f3fb-\U0001f3ff]|\u200d.)*")  # :(, or an emoji, of several characters


def spell_out(text: str) -> list[str]:
    """Return the words of `text`, folded, with contractions and chat spellings in full: `cant` is "can", "not"."""
    words = text.lower().split()
    joined = "".join(words)
    is_plain = joined.isalpha() and (joined.isascii() or "가" <= min(joined) <= max(joined) <= "힣")
    if is_plain and _SHORT.keys().isdisjoint(words) and not _REPEATED.search(joined):
        return words  # fast, for a vocabulary has thousands
    words = []
    for chunk in _BLANKS.sub(" ", text.lower()).split():
        if chunk.strip(".,!?") in _SHORT:
            words += _SHORT[chunk.strip(".,!?")]
        elif re.search(r"\w", chunk):
            for part in filter(None, _SEPARATORS.split(chunk)):
                words += _spelled(part)
        elif chunk.strip(".,;:!?…&/-–—\"'’‘"):
            words += filter(None, map(fold, _SIGN.findall(_REPEATED.sub(r"\1\2", chunk))))
    return words


def _spelled(typed: str) -> Sequence[str]:
    word = _REPEATED.sub(r"\1\2", typed.translate(_APOSTROPHES).strip("'"))
    word = word.translate(_LETTERS) if _HIDDEN.fullmatch(word) else word
    return _SHORT.get(word) or fold(word).split()


# Words of degree, which may stand inside a phrase and change nothing: i just really want to sleep.
DEGREE = set(
    "just really so very too quite pretty fucking fuckin fking freaking frickin literally honestly actually seriously "
    "truly totally completely absolutely simply only even still also basically probably maybe kind sort of "
    "lowkey highkey desperately badly such like please lol tbh".split()
)
# Words of time, which may follow: i can't live anymore.
TIME = set(
    "anymore now tonight today tomorrow again ever soon already forever always someday sometimes often lately yet any "
    "longer right this these every all the day days night nights week weeks morning time moment at daily".split()
)

# Negation, after NegEx (Chapman et al., 2001, A Simple Algorithm for Identifying Negated Findings in Discharge
# Summaries). Everything is spelled out: do not, i am. Slashes stand between words of which there is one.
_NOES = {
    # Exclusions, in a request: anything but breakup. In a story they deny: i am not angry.
    "exclude": """
        none of, no/not/nothing/without/except/minus/less/excluding/neither/nor/none/than, anything/everything/all but,
        instead of, not because of, apart/aside from, it/this/that is not about""",
    # Refusals exclude, also after i and we: i do not want breakup songs. Of others they deny: he does not want me.
    "refuse": """
        do/does/can/could/would/will not want/need/like/play/give/show/send/pick/include/add/recommend/listen/hear,
        do not make it/this, can/could we/you not, let us not, rather not, not in the mood, can/could do without""",
    # Exclusions at the start of a clause alone: skip the breakups.
    "command": "skip/avoid/drop/stop/quit/exclude/remove, leave out, stay away from, hold the, pass on, enough of/with",
    # Questions, which deny nothing, there alone too: do not you miss me.
    "question": """
        do/does/did/is/are/was/were/has/have/had/will/would/should not
        i/you/he/she/we/they/it/this/that/there/anyone/anybody/everyone/everybody""",
    # Denials: he did not cheat, nobody died.
    "deny": """
        do/does/did/have/has/had/can/could/will/would/should/must/might/need/was/were not, it/this/that is not,
        never/hardly/barely/scarcely/rarely/seldom/nobody/nowhere, no longer/one/way, there is/are/was no/not,
        why do/does/did/is/are/am/was/have/can/could/will not, stopped/quit being/feeling,
        refuse/refuses/refused/unable/fail/failed/impossible/pretend/pretends/pretended/pretending to""",
    # Denials that reach through the next subject: i do not think i will ever heal.
    "reach": """
        do/does/can not think/believe/expect/suppose/see/tell/say/promise, i/we doubt,
        not sure/certain/convinced/confident/that/like/because/saying, it/this/that is not that/like/because""",
    # Pseudo-negations, which deny nothing: i can not believe he cheated. Last what is no term: miss the bus.
    "pass": """
        can/could not believe/handle/stand/face/cope/help/stop/take/bear/imagine/wait/not, can/could not be more,
        never got/get to, did not get to, could not say, did/could not let, was/were not allowed/ready/there,
        did not choose/ask/mean/think/believe/expect/imagine, never thought/believed/expected/imagined/wanted/asked,
        never/not felt/been/feel so/this/that/more/such, not only/just/merely/simply, do/did not want/like to be/feel,
        no wonder/doubt/matter/idea/clue, who would/can not, how can/could i/you/we/he/she not, try/tried/trying not to,
        miss/missed/missing the/my bus/train/flight/exit/deadline, broke/break/breaks up the build/fight/party,
        happy birthday/anniversary/holidays/new/hour, phone/battery/car died/dead, phone/battery/car is dead""",
}
NOES = {
    " ".join(words): kind
    for kind, table in _NOES.items()
    for phrase in table.split(",")
    for words in product(*(word.split("/") for word in phrase.split()))
}
NOES_BEHIND = {"no", "nope", "free"}  # its term, at the end of a clause: breakup no
# Words that are never joined with others to a third: hope less.
NO_WORDS = {phrase for phrase, kind in NOES.items() if kind in ("exclude", "deny") and " " not in phrase}
FILLED = {"no", "nothing", "is", "are"}  # deny with a verb behind: no reason to be happy, nothing gets better

# Terminations, which end a clause, but not right behind a no: not because of a breakup.
ENDS = set("but and that why how when because since if who as though although while until after before".split())
CONTRASTS = set("please also just only yet".split())  # end it there too: no just sad songs
LINKS = {"or", "and"}  # take along what follows at once: no grief or breakup
WHOS = {"that", "who"}
RELATIVES = LINKS | WHOS  # go on telling, or asking: music that is not bitter
SUBJECTS = set("i you he she we they it this there".split())  # a new one ends a clause too
# What is definite: a denial does not reach it behind a preposition, nobody came to the funeral.
DEFINITE = set("i you he she we they my his her our their the this".split())
PREPOSITIONS = set("about over from at through with for after during of to on in".split())
# These tell a story, and those one of others; without a story a no leaves out, with one it denies.
PERSONS = set(
    "mom mum mother dad father parents brother sister son daughter kid kids baby husband wife boyfriend girlfriend "
    "friend friends family grandma grandpa boss teacher people person someone anyone everyone man woman dog cat".split()
)
OTHERS = PERSONS | {"he", "she", "they"}
TELLING = PERSONS | DEFINITE - {"the", "this"}
TELLS = TELLING | {"me", "us", "him", "them"}
# Wanting, and songs: what is said of them is a request.
WANTING = set("want need like give play hear looking mood something anything prefer pick show surprise".split())
SONGS = set("ones song songs music track tracks tune tunes playlist ballad ballads 곡".split())
ASKING = WANTING | SONGS
# Words of degree and articles, which may stand inside a phrase or a no: not really okay.
INNER = DEGREE - {"like", "please", "only"} | set("that as all always ever fully super exactly a an any the".split())
# Words that may stand between a no, or a number, and its term: no more of those breakup songs.
BETWEEN = INNER | SONGS | set("about other more those these my your some please random new old".split())
# Numbers, and one by chance: five lonely songs, a song, surprise me.
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()
NUMBERS = {word: number for number, word in enumerate(_NUMBERS, 1)}
NUMBERS |= {"a": 1, "an": 1, "any": 1, "dozen": 12, "twenty": 20}
COUNTED, SINGULAR = {"songs", "tracks", "tunes", "ballads"}, {"song", "track", "tune", "ballad", "곡"}
CHANCE = r"\brandom\b|\bsurprise me\b|아무거나|랜덤|^(?:anything|whatever|any|(?:just |only )?one)\W*$"
SMALL = set(  # words that mean nothing here
    "am is are was were be been being do does did done have has had can could will would should may must each in on "
    "to for from by with into off out up down under then than here ago once feel feels feeling felt get gets "
    "getting got go going went come came make makes made say said told know knew think thought mean look looks wants "
    "wanted needs liked keep kept take took try trying see saw him them me us what much many lot bit little few thing "
    "things stuff way same where which well oh hey hi yes ok okay thanks sorry back left times home "
    "whatever 아무거나 랜덤".split()
).union(ENDS, CONTRASTS, LINKS, SUBJECTS, PERSONS, WANTING, BETWEEN, DEFINITE, TIME, NUMBERS)

# The Korean that does the same. What stands after a term, blanks aside, excludes it: 이별 노래 말고, 이별이 아니라 ...
_SONG = "(?:노래|곡|음악|얘기|이야기|내용)"
KOREAN_EXCLUSION = (
    f"[가-힣]{{0,2}}?(?:{_SONG}|거|게|것|건|걸|적)*[은는을를이가도만]?"
    f"(?:말고|말구|빼고|빼줘|빼구|제외|아닌|아니라|아니고|하지마|틀지마|없는(?:$|{_SONG}|거|걸))"
    f"|[가-힣]{{0,4}}?{_SONG}[는은도를]?(?:듣기싫|듣고싶지않|안듣|싫)|만아니면|.{{0,3}}?지[는도]?않은(?:{_SONG}|거|걸)"
)
# ... or denies it: 이별 아니야, 외롭지 않아, 후회 안 해. Before it these deny: 안 외로워.
KOREAN_DENIAL = (
    f"[가-힣]?(?:{_SONG}|거|게|것|건|걸|적)*[이가은는도을를]?(?:없|아니[야에었지다네]|아닙|[안못][하해했할함되돼됐])"
    "|[이가은는도][안못]|.{0,3}?지[는도가를]?(?:않|못|안|마)"
)
KOREAN_NOES = {"안", "못"}
# What is written together with a word of care: 나죽고싶어ㅠㅠ.
_BEFORE = "나|난|저|너무|진짜|정말|그냥|오늘|지금|이제|다"
KOREAN_GLUED = re.compile(f"((?<![가-힣])(?:{_BEFORE})(?=죽|자살|자해|사라)|[ㄱ-ㅣ]+)")
KOREAN_LINKS = {"이나", "나", "이랑", "랑", "과", "와", "하고"}  # share what stands behind the next: 죽음이나 이별 말고
