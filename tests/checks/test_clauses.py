"""Marks between clauses: a 、 before another clause, and no mark at all where one deed is told and another begins."""

from pathlib import Path

import pytest

from assistant.checks.clause_words import FILE, ClauseWords
from assistant.checks.clauses import gaps
from assistant.checks.ordinals import mixed_ends
from assistant.errors import ResourceError
from assistant.paths import resources

LEXICON = resources() / "lexicon"
before_clauses = ClauseWords(LEXICON).finder("pauses")
clauses = ClauseWords(LEXICON).finder("unparted")
governed = ClauseWords(LEXICON).finder("governed")
lacking = ClauseWords(LEXICON).finder("lacking")


@pytest.mark.parametrize(
    "text",
    [
        "党支部组织党员到敬老院开展义务劳动、老人们拉着党员的手连声道谢。",
        "今年先后有5名党员走上中层岗位、干部队伍的年龄结构得到改善。",
        "对3个薄弱支部逐一蹲点、帮助他们建起活动阵地。",
        "制定党员积分管理办法、每季度公布一次积分结果。",
        "调整不合格支部委员4名、选优配强了支部班子。",
        "坚持每周五下午集中学习、雷打不动。",
        "深入开展学习教育、教育引导党员干部把纪律规矩刻在心上。",
        "部分党员学习主动性不强、满足于完成规定动作。",
        "坚持问题导向、目标导向、结果导向、逐项列出整改清单。",
        "组织党员到警示教育基地接受教育、做到以案为鉴、警钟长鸣。",
        "对新任职干部实行“一对一”帮带、由老同志手把手教方法。",
        "老党员二十年如一日照顾邻居、被评为全市道德模范。",
        "通过观看廉政短片、旁听庭审等形式、进一步筑牢思想防线。",
        "在学以致用上下功夫、推动党的创新理论入脑入心。",
    ],
)
def test_the_pause_mark_before_another_clause_is_told(text: str) -> None:
    matches = list(before_clauses(text))
    assert [text[match.start] for match in matches] == ["、"]
    assert matches[0].replacements == ("，",)


@pytest.mark.parametrize(
    "text",
    [
        "坚持一把尺子量到底、一个标准抓到底。",
        "让群众喝上放心水、用上贴心水。",
        "增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
        "群众关心的管网改造、通组路硬化等事项均已完成。",
        "城区道路保洁率、路灯亮灯率均达到98%以上。",
        "对局机关抓得多、对局属单位抓得少。",
        "建立党支部联系企业、党员联系职工制度。",
        "提高党员运用理论指导实践、破解难题的能力。",
        "开展“支部书记领学、党员轮流讲学”活动。",
        "党委下设党支部12个、党员小组36个。",
        "3个党组织、17名党员受到表彰。",
        "围绕线上教育、线下实训开展培训。",
    ],
)
def test_the_pause_mark_inside_a_row_stays(text: str) -> None:
    assert not list(before_clauses(text))


@pytest.mark.parametrize(
    ("text", "joint"),
    [
        ("开展专项督查5次下发通报3期。", "次，下发通报"),
        ("组织联合演练2场380名党员参加。", "场，380名"),
        ("全年受理群众诉求860件按期办结率99.3%。", "件，按期办结率"),
        ("开展送医下乡活动32次为群众义诊4100人次。", "次，为群众"),
        ("完善网格化管理体系将全镇划分为76个网格。", "系，将"),
        ("部分党员宗旨意识淡化服务群众不主动。", "化，服务群"),
        ("持续推进移风易俗工作大操大办现象得到有效遏制。", "作，大操"),
    ],
)
def test_the_joint_of_two_clauses_without_a_mark_is_told(text: str, joint: str) -> None:
    (match,) = clauses(text)
    assert match.replacements == (joint,)
    assert text[match.start : match.end] == joint.replace("，", "")


@pytest.mark.parametrize(
    "text",
    [
        "投入资金86万元改造村级党群服务中心5个。",
        "对排名靠后的3个支部书记进行约谈。",
        "实施党务干部素质提升三年行动。",
        "带领局党组一班人推动各项任务落实。",
        "发现问题39个并公开通报。",
        "召开党委会12次以上。",
        "对软弱涣散支部转化不够持久。",
        "盘活闲置护林房4处改造为森林驿站。",
    ],
)
def test_one_clause_is_left_whole(text: str) -> None:
    assert not list(clauses(text))


def test_points_end_alike() -> None:
    text = "一是抓学习；二是抓整改，举一反三。三是抓督查；四是抓考核。"
    assert [(text[match.start - 1], match.replacements) for match in mixed_ends(text)] == [("三", ("；",))]
    assert not list(mixed_ends("一是抓学习。每周一次；二是抓整改；三是抓督查。"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("支部把闲置校舍党员活动室，方便大家学习。", "闲置校舍党员活动室"),
        ("将公益岗位困难家庭，增收有了门路。", "公益岗位困难家庭"),
        ("我把“一线工作法”各支部，带动整体提升。", "“一线工作法”各支部"),
        ("要把为民服务的宗旨前头。", "为民服务的宗旨前头"),
        ("没有把年轻党员的培养。", "年轻党员的培养"),
        ("将31个村民小组为9个网格。", "为9个网格"),
        ("连夜把42名伤员到县医院。", "到县医院"),
        ("把警示教育于日常管理。", "于日常管理"),
    ],
)
def test_what_is_governed_and_has_no_verb_is_told(text: str, told: str) -> None:
    assert [text[match.start : match.end] for match in governed(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "支部把闲置校舍改建为党员活动室。",
        "把伤员连夜送到县医院。",
        "把三件实事在年底前办妥。",
        "把党课讲“活”、把道理讲“透”。",
        "将健全议事规则和培养年轻干部。",  # what will be done
        "把好质量关口，在把方向上下功夫。",
        "现将本人履职情况报告如下。",
        "把年轻党员推上前台，把困难群众放心上。",
    ],
)
def test_what_is_governed_by_a_verb_stays(text: str) -> None:
    assert not list(governed(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("要进一步党员干部的宗旨意识，改进作风。", "进一步"),
        ("支部持续人居环境整治，村容更整洁。", "持续"),
        ("着力一支高素质人才队伍。", "着力"),
        ("切实企业反映强烈的困难。", "切实"),
    ],
)
def test_a_word_of_manner_that_no_verb_follows_is_told(text: str, told: str) -> None:
    assert [text[match.start : match.end] for match in lacking(text)] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "要进一步增强党员干部的宗旨意识。",
        "支部持续整治人居环境。",
        "书记带头、党员跟进，努力方向更加明确。",
        "主动服务企业发展，始终群众第一。",
    ],
)
def test_a_word_of_manner_before_what_is_done_stays(text: str) -> None:
    assert not list(lacking(text))


def test_marks_inside_quotations_part_nothing_outside() -> None:
    (gap,) = gaps("开展“学先进、当先锋，创一流”活动、评比3次。", "、")
    assert (gap.item, gap.next_item, gap.behind) == ("开展“学先进·当先锋·创一流”活动", "评比3次", "。")


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("[unparted]", "[joints]", "joints"),
        ("then = [", "next = [", "pauses.then"),
        ("duty = ['", "duty = ['(", "pauses.duty"),
        ("duty = ['", "duty = ['{two}", "pauses.two"),
        ("duty = ['", "duty = ['{duty}", "pauses.duty"),
        ("duty = ['", "other = ['x']\nduty = ['", "pauses.other"),
        ("duty = [", "duty = ['', ", "pauses.duty"),
    ],
)
def test_a_wrong_entry_is_refused_with_file_and_key(tmp_path: Path, old: str, new: str, key: str) -> None:
    text = (LEXICON / FILE).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ResourceError) as refused:
        ClauseWords(tmp_path).finder("pauses")
    assert refused.value.detail.startswith(f"{FILE}: {key}: ")
