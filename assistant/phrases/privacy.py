"""What is never learned: figures and people's names become one sign that is never offered."""

import re

ANYTHING = "\x00"
"""Stands for a figure, a name or a blank in learned text: a context like any character, but never an offer."""

_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    "石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
# Common surnames, listed from general knowledge; a rarer one is not recognised without a label.
_PERSON = rf"(?!习近平|毛泽东|邓小平|江泽民|胡锦涛)[{_SURNAMES}][\u4e00-\u9fff]"
# Names that stand in fixed wording are words of that wording, not people of this unit.
_LABELS = "姓名|述职人|报告人|汇报人|述责人|述廉人|签名"
_POSTS = "书记|主任|局长|院长|校长|支书|科长|所长|站长"
_PEOPLE = "委员|党员|干部|群众|居民|村民|教师|医生|民警"
_FIGURES = re.compile(r"【[^【】\n]*】|[0-9０-９]+(?:[.．,:：][0-9０-９]+)*|[XxＸ×＊*○]+")
_LABELLED = re.compile(rf"({_LABELS})([：:\s]+)[\u4e00-\u9fff·][\u4e00-\u9fff·\s]{{1,6}}(?=$|[，。；、）)\n])")
_AFTER = re.compile(
    rf"(?:(?<={_POSTS}){_PERSON}[\u4e00-\u9fff]?|(?<={_PEOPLE}){_PERSON}[\u4e00-\u9fff])(?=同志|[，、。；]|等[\d一二三四五六七八九十])"
)
_BEFORE = re.compile(rf"(?:^|(?<=[，、。；：（\n])){_PERSON}[\u4e00-\u9fff]?(?=同志|{_POSTS})", re.MULTILINE)


def anonymous(text: str) -> str:
    """Return `text` with figures, blanks, X placeholders and recognised people's names replaced by `ANYTHING`.

    Names are recognised after a label (述职人：), after a post, and at the start of a clause before 同志 or a post;
    others stay as they are.
    """
    text = _LABELLED.sub(rf"\1\2{ANYTHING}", text)
    for pattern in (_AFTER, _BEFORE, _FIGURES):
        text = pattern.sub(ANYTHING, text)
    return text
