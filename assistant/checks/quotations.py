"""Words of leaders quoted in the text: a list to check against the original, never judged and never corrected."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.document.block import Document

LEAST = 12
"""Characters from which words in quotation marks without a speaker may be somebody's; shorter ones are terms."""

_NAMES = (
    "习近平(?:总书记|主席|同志)?|总书记|毛泽东(?:同志|主席)?|毛主席|邓小平(?:同志)?|江泽民(?:同志)?|胡锦涛(?:同志)?"
    "|周恩来(?:同志|总理)?|焦裕禄(?:同志)?|马克思|恩格斯|列宁|党中央"
    "|(?:[省市县区州盟旗]委|[省市县区州盟旗]长|县委|部委)?(?:书记|主任|部长|县长|市长|局长)?[\u4e00-\u9fff]{2,3}同志"
    "|[省市县区州]委?[\u4e00-\u9fff]{0,6}(?:领导|书记|主要负责同志)"
)
_VERBS = "指出|强调|要求|说过?|讲过?|讲到|提出|提到|指示|嘱托|叮嘱|告诫|寄语|教导|批示|谈到|号召|重要论述|讲话"
_SPOKEN = re.compile(f"(?P<speaker>{_NAMES})[^。！？；“”]{{0,40}}?(?:{_VERBS})[^。！？；“”]{{0,12}}$")
_QUOTED = re.compile("“([^“”]+)”")
_SENTENCE = re.compile("[，。；！？]")
_GOES_ON = re.compile(f"^，?(?:又|还|并|也|再次|同时|进而)?(?:{_VERBS})[^。！？；“”]{{0,12}}$")
_SOURCE = re.compile(
    "《[^》]+》|20[0-9]{2}年|[0-9]+月[0-9]+日|(?:大会|全会|会议|座谈会|考察|视察|调研|典礼|讲话)[^。]{0,8}(?:上|中|时)"
)
_FIXED = re.compile(
    "^(?:一是|二是|三会一课|两学一做|不忘初心|牢记使命|绿水青山|[0-9一二三四五六七八九十]+个|第一议题|党建\\+|支部\\+)"
)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Quoted words: block `index`, their range without the marks, who is said to have spoken them (may be empty).

    `sourced`: the sentence says on what occasion, or where they stand.
    """

    index: int
    start: int
    end: int
    text: str
    speaker: str = ""
    sourced: bool = False


def quotations(document: Document) -> tuple[Quotation, ...]:
    """Return the words somebody is quoted with, in reading order.

    Words whose speaker is named right before them; without a speaker only whole clauses, for terms stand in the same
    marks.
    """
    return tuple(found for index, block in enumerate(document.blocks) for found in _in(index, block.text))


def _in(index: int, text: str) -> Iterator[Quotation]:
    last, until = "", 0
    for match in _QUOTED.finditer(text):
        words = match[1]
        begin = max(text.rfind(mark, 0, match.start()) for mark in "。！？；\n") + 1
        before = text[begin : match.start()]
        spoken = _SPOKEN.search(before)
        speaker = spoken["speaker"] if spoken is not None else ""
        if not speaker and until > begin and _GOES_ON.match(text[until : match.start()]):
            speaker = last
        clause = len(words) >= LEAST and _SENTENCE.search(words) is not None and not _FIXED.match(words)
        last, until = speaker, match.end()
        if clause or (speaker and len(words) >= LEAST // 2):
            yield Quotation(index, match.start(1), match.end(1), words, speaker, _SOURCE.search(before) is not None)
