"""Slips in ordinary words are told from names, coinages and rare but right wordings."""

import pytest

from assistant.checks.anomalies import Anomalies
from assistant.checks.cut_runs import cut_runs
from assistant.checks.engine import check, find_text
from assistant.checks.nearby import EditKind
from assistant.checks.similar import similar
from assistant.checks.vocabulary import vocabulary
from assistant.document.context import Context
from assistant.text.usage import Usage
from assistant.text.words import Words
from tests.builders import doc
from tests.checks.examples import word_slips
from tests.shipped_rules import RULES


def _found(text: str) -> list[tuple[str, str]]:
    return word_slips(RULES, text)


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("把问题解绝在基层。", "解绝", "解决"),  # the same sound
        ("帮助企叶解决用工难题。", "企叶", "企业"),
        ("听取群众意贝。", "意贝", "意见"),  # alike in shape
        ("听取党员群众见意。", "见意", "意见"),  # swapped
        ("全面提升党建作工质量。", "作工", "工作"),  # swapped into a word
        ("在实际执行国程中督查。", "国程", "过程"),
        ("逐项制定整改措把。", "整改措把", "整改措施"),  # a character that is in no way like the right one
        ("组织党员开展志的愿服务。", "志的愿服务", "志愿服务"),  # a common character inside a word
        ("加强党员教育官吏。", "官吏", "管理"),  # a word of the same sound
        ("有针性地开展工作。", "针性", "针对性"),  # one missing
        ("按时完成成各项指标。", "成成", "成"),  # one twice
        ("新院区在在建设中，年底封顶。", "在在", "在"),  # not 在|在建
        ("按季度开开展专题研讨。", "开开", "开"),  # although 开 may well stand twice
        ("现将有关情况汇报如下下。", "下下", "下"),  # at the end of a clause
        ("梳理梳理各类问题清单。", "梳理梳理", "梳理"),  # a word twice
        ("全年开展微宣讲18埸，覆盖党员群众。", "埸", "场"),  # what counts, behind a figure
        ("修订完善制度19相。", "相", "项"),
        ("支部书记9名，其中40岁一下4名。", "一下", "以下"),  # a listed word for another
        ("休缮村级活动场所2处。", "休缮", "修缮"),  # 村级 ends no name of a village
        ("促进步融合发展。", "促进步", "促进"),  # two words run into one another
        ("巩固定成果。", "巩固定", "巩固"),
        ("组建员突击队19支。", "员", "党员"),  # a suffix that no word before it bears
        ("新建活动场所15出，覆盖全镇。", "出", "处"),  # what counts again
        ("争议贯穿行政议全过程。", "行政议", "行政复议"),  # a term of which a word and a character are left
        ("推动各项任落实。", "各项任", "各项任务"),  # half a word, hardly ever one by itself
    ],
)
def test_a_slip_is_found_as_a_whole_word(text: str, wrong: str, right: str) -> None:
    assert (wrong, right) in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "把育警摆在前头，耐心接待涉教、涉军来访者。",  # what is done to whom
        "联点干部每月驻村四天，各系部党员轮流领学。",
        "遇到请托一律拒受，当场说明。",
        "做到靶心不移、频道不换。",  # 不 before any verb
        "请各村及驻村队员报名。",
        "近两成青年报了名，各楼栋轮流值守。",
        "发现一处，立整立改一处。",  # nothing but usage speaks for 立行立改
        "何庄社区、王桥社区的灯光球场建成了。",  # a family and its village
        "凡事多商量，办公财物逐件登记。",
        "接到求助后，第 一时间赶到楼下。",  # a blank parts what belongs together
        "对全年工作作了客观的分析。",
        "火灾案案发当晚，民警走访到天亮。",
        "趁着冬天翻地，来年好下种。",
        "网格员走楼入户登记信息。",
        "在开放中成长，招聘中以公开为先。",  # a word and a small one behind it
        "桌上备着茶水，四处跑路子、筹资金。",
        "通关时长再压减一成。",  # an adverb before any verb
        "大家记性不如忘性大。",
    ],
)
def test_what_real_writers_coin_and_call_their_own_is_left_alone(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "支部书记王建社带头承诺。",  # 建社 is a name, not 建设
        "李治冶同志到会指导。",
        "为坐轮椅的学生小宇修了坡道。",
        "青禾县农业技术推广中心",
        "水电站位于乌沙江中游。",
        "述职人：郁文涛",
        "形成车车有党员、班班有骨干的格局。",  # said of each of them
        "开展“我为安全把把脉”活动。",  # a verb said twice for a little of it
        "红红脸、开开会，把话说开。",
        "第三支部支部委员分工包片。",
        "只要再坚持坚持就能干成，服务再优化优化。",
        "群众诉求满足与不满足，都要给个说法。",  # one or the other
        "代表广泛参与与本地区有关的调研。",
        "做到与与会人员充分交流。",
        "重点抓好以下四项工作。",
        "支持有市场、有效益的企业。",  # 有 stands alone more often than in 有效
        "根据（2025）川01民终12号判决执行。",  # part of a number
        "出动车辆46辆，清运杂物12车、砖石3吨。",  # rare, but they count
        "以全部精力抓好整改，各单位逐一对照。",
        "【数量】个支部结合职能各做一件实事。",  # a blank stands for a figure
        "全楼的人都鼓了掌，和国旗合个影。",  # a verb parted from its object
        "修订学院党委会会议议事规则。",
        "让组织生活活起来。",
        "可真正用到村里发展上的还不多。",
        "学习停留在记笔记、写心得上。",  # a single verb that may be part of a longer one
        "到双畈村走访群众。",
        "拓宽石塘至杨湾公路，解决石塘、杨湾两个村出行难。",
        "在在建工地设立党小组，和和平社区结对。",
        "一个一个问题过，一件一件事办。",
        "党员人人有责，件件有着落。",
        "请大家说说心里话，多到群众家里走走看看。",
        "整治庸政懒政怠政行为。",
        "二零零零年建成投用。",
        "国家法制机构开展法制审核。",
    ],
)
def test_names_and_coinages_stay_silent(text: str) -> None:
    assert _found(text) == []


def test_a_place_without_weak_words_is_not_even_tried() -> None:
    followers = {"^": {"坚持": 9}, "坚持": {"问题": 9}, "问题": {"导向": 9}, "导向": {"$": 9}}
    alike = similar({"xiang": "向项"}, ())
    words = vocabulary(["坚持", "问题", "导向"], alike)
    usage = Usage(Words(), followers)
    finder = Anomalies(usage, alike, words)
    assert list(finder.find(cut_runs(usage, "坚持问题导向"))) == []
    found = max(finder.find(cut_runs(usage, "坚持问题导项")), key=lambda one: one.gain)
    assert (found.start, found.end, found.right, found.kind) == (5, 6, "向", EditKind.WRONG)


def test_what_a_text_writes_three_times_is_a_term() -> None:
    slip = "听取群众意贝。"
    document = doc(slip, "抓好整改。", slip)
    assert [f.text for f in check(document, (), RULES, Context())] == ["意贝", "意贝"]
    assert check(doc(slip, slip, slip), (), RULES, Context()) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("指道3个届满的支部换届。", "指道"),
        ("对监测户户实行干部包联。", "户户"),
        ("对各类阵地逐一一排查。", "逐一一"),
        ("坚持一身作则，带头守纪律。", "一身作则"),
        ("党员干部学深悟透、融会贯穿。", "融会贯穿"),
        ("联系基础最博弱的村。", "博弱"),
    ],
)
def test_runs_of_two_doubled_ends_and_idioms_known_by_half_are_found(text: str, wrong: str) -> None:
    assert [finding.text for finding in find_text(RULES, text, 2025)] == [wrong]


@pytest.mark.parametrize("text", ["推动任务抓实见效。", "宣传的面不广。", "考核年年一个样。", "把支部建强。"])
def test_verbs_with_their_results_stay_silent(text: str) -> None:
    assert _found(text) == []
