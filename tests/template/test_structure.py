"""Headings, levels, roles, parts and missing sections, in the many ways reports are really written.

All sentences are our own.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.document.block import Block, Cell, Document, Marks, Opaque, Run, Said
from assistant.document.context import Context
from assistant.document.outline import Report
from assistant.template.roles import RoleReader
from assistant.template.structure import recognise
from tests.builders import block, doc, of
from tests.template.outlines import annotated, headings, read, read_headings, templates

BODY = "全年召开专题会议六次，走访支部十二个，推动任务落到实处。"

COMPLETE = """
0 title||中共清河县水务局党组书记
2025年度抓基层党建工作述职报告
清河县水务局党组书记　赵立新
（2026年1月9日）

各位领导、同志们：
2025年，我带领党组一班人推动各项任务落地。现将有关情况报告如下。
1 rectification|一、|上年度述职评议指出问题整改情况
2 rectification|1.|关于学习不深入的问题|。制定计划，集中学习12次。
2 rectification|2.|关于阵地建设滞后的问题|。投入3.5万元改造活动室。
1 main_work|二、|2025年履职情况
2 main_work|1、|抓学习，强思想|。组织中心组学习12次，研讨4次。
2 main_work|2、|抓支部，强堡垒|。全年召开支部大会6次。
3 main_work|（1）|规范组织生活|。落实三会一课。
3 main_work|（2）|整顿后进支部|。完成1个支部转化。
2 main_work|3、|抓作风，强队伍|。开展警示教育3次。
1 problems|三、|存在的主要问题
1.理论学习还不够系统，学用结合不紧密，用理论指导实践的能力有待提升。
2.抓支部的办法不多，深入一线不够，调研次数偏少。
1 causes|四、|原因分析
一是思想认识有偏差。二是工作作风不够实。
1 next_steps|五、|2026年工作打算
2 next_steps|（一）|压实责任|。建立清单，每季度调度一次。
3 next_steps|1.|列出清单|。全年更新4次。
3 next_steps|2.|定期调度|。每季度一次。
2 next_steps|（二）|建强支部|。创建示范点2个。
以上报告，请予评议。
"""

UNNUMBERED = """
0 title||述 职 报 告
（2025年度）
李 明

尊敬的各位领导：
根据安排，现将本人抓党建工作情况述职如下：
1 main_work||主要工作
抓好理论学习。全年组织学习十二次，开展专题研讨。
1 problems||存在的问题和不足
对支部工作指导不够，办法不够新。产生问题的原因，主要是主观上重视不够。
1 next_steps||下一步打算
一是抓好学习，二是抓好队伍，三是抓好落实。
特此报告。
述职人：李明
2026年1月5日
"""

BADLY_TYPED = """
0 title||2025年度述职述廉报告
1 main_work|一 、|履职情况
2 main_work|(一)|抓学习，提素质|。全年学习12次。
2 main_work|二）|抓管理，促规范|。健全制度5项。
2 main_work|（三|抓服务，办实事|。办结事项30件。
2 main_work|（ 四）|抓安全，保稳定|。开展检查20次。
2 main_work|（四\u200b）|抓信访，解矛盾|。化解纠纷8起。
1 integrity|二．|廉洁自律情况
严格遵守廉洁纪律，没有违规违纪情况。
1 problems_next_steps|三、|存在的不足与今后打算
2 problems|（一）|存在的不足
学习不够深入。
2 next_steps|（二）|今后打算
继续加强学习。
附件：1.学习台账
2.会议记录
"""

LISTS = """
0 title||党支部书记抓党建述职报告
各位党员：
现将2025年工作报告如下：
1 main_work|一、|一年来的工作
2 main_work|（一）|严格组织生活|。全年完成以下任务：
1.召开党员大会4次；
2.召开支委会12次；
3.讲党课4次。
2 main_work|（二）|抓好发展党员|。主要做法有：
1.严把入口
2.严格程序
3.跟踪培养
2025.3.15 开展志愿服务。
3.5%的党员参加了培训，12.4宪法日开展宣传。
“1.抓学习”是年初提出的要求。
上级明确要求：“
1.抓学习。要真学。
2.抓落实。要真干。”
1 problems_causes|二、|不足之处及原因剖析
2 problems_causes|1.|学习抓得不紧|。集中学习多，个人自学少。究其原因，是思想上有松懈。
2 problems_causes|2.|活动形式不多|。以开会为主，党员参与热情不高。
1 next_steps|三、|努力方向
2 next_steps|1.|抓紧学习|。每月至少一次。
2 next_steps|2.|丰富活动|。每季度一次。
请大家批评指正！
"""

SEVERAL_WORK_SECTIONS = """
0 title||市水利局党委书记履行抓基层党建工作责任情况的报告
市委组织部：
按照要求，现将情况报告如下。
1 main_work|一、|提高政治站位，把牢正确方向
坚持第一议题制度，研究部署党建工作8次。针对上年度述职点评指出的三个问题，逐条整改到位。
1 main_work|二、|夯实基层基础，建强战斗堡垒
2 main_work|（一）|建强支部
选优配强支部书记6名，全部完成换届。
2 main_work|（二）|管好党员
落实谈心谈话制度。
1 problems|三、|坚持问题导向，查找短板差距
主要是抓支部不够深入。分析原因，主要是自己认识不到位。
1 next_steps|四、|强化责任担当，推动党建再上台阶
压实责任，抓好落实。以上汇报，请予评议。
中共清河市水利局委员会
2026年1月12日
"""

NUMBERS_UNDER_LEADS = """
0 title||抓基层党建工作述职报告
1 main_work||主要工作
2 main_work|一、|抓学习
组织学习十二次，开展研讨四次，撰写心得体会三十篇。
2 main_work|二、|抓支部
完成换届三个，整顿后进支部一个，发展党员两名。
1 problems_causes||存在问题及原因
2 problems_causes|一、|学习不深
学习时间得不到保证，主要原因是自我要求不严。
1 next_steps||下一步打算
2 next_steps|一、|加强学习
制定计划，每月组织一次集中学习，每季度一次研讨。
"""

PROBLEMS_AND_CAUSES_IN_ONE = """
0 title||2025年度抓基层党建工作述职报告
1 main_work|一、|主要工作及成效
2 main_work|（一）|以“学习先行。支部先做”为抓手，推动学用结合|。组织学习12次。
2 main_work|（一）|建强支部班子|。完成换届。
1 problems_causes|二、|存在的突出问题和原因
2 problems|（一）|存在问题|：一是学习不够。二是调研不够。
2 causes|（二）|原因分析|。一是认识不到位。二是作风不扎实。
三是制度落实不严。
1 next_steps|三、|改进措施
2 next_steps|（一）|强化学习|。制定计划。
"""

RUN_IN_FIRST_LEVEL = """
0 title||抓基层党建述职报告
现将2025年情况报告如下：
1 main_work|一、|履职情况|。一是抓学习，全年12次。二是抓支部，换届3个。
1 problems|二、|存在的问题|：一是办法不多。二是调研不够。
1 next_steps|三、|下步打算| 一是多学习。二是多调研。
"""

COUNTED_LEADS = """
0 title||青山村党支部书记抓基层党建工作述职报告
（二〇二五年十二月二十日）
青山村党支部书记  王大山
各位代表：
我从三个方面汇报。
1 main_work|第一，|抓班子，带队伍
村两委班子团结干事，全年研究村级事务二十四次。
1 main_work|第二，|抓产业，促增收
发展茶叶三百亩，集体收入达到二十万元。
1 problems_next_steps|第三，|存在的不足和下一步打算
办法不够多，明年继续努力，争取再上一个台阶。
"""

RUN_IN_SENTENCES = """
0 title||述职述廉报告
根据要求，现将本人一年来履职情况报告如下：
1 main_work|一、|加强学习，不断提高自身素质|。一年来，我坚持学习，参加集中学习20次。
1 main_work|二、|认真履职，扎实做好本职工作|。完成各项任务12项，走访群众50户。
1 integrity|三、|廉洁自律，树立良好形象|。严格遵守各项规定，没有违规行为。
1 problems|四、|存在不足|。学习不够深入，调研不够多。
1 next_steps|五、|今后努力方向|。加强学习，深入调研。
述职人：周立
"""

LEADS_WITH_COLONS = """
0 title||党建述职报告
尊敬的领导：
现将情况报告如下：
1 main_work||主要工作|：
一是抓学习，全年组织学习十二次，研讨四次，党课两次。
1 problems||存在的问题|：
一是学习不够系统，二是创新不够，原因在于重视不够。
1 next_steps||今后打算|：
一是坚持学习，二是加强创新，三是狠抓落实，做出成效。
特此报告，请予评议！
                         述职人:王强
                         二〇二六年一月五日
"""

FOUR_VIRTUES = """
0 title||2025年度述职述德述廉述法报告
市审计局 孙晓
1 main_work|一、|述职方面
2 main_work|（一）|政治学习|。学习12次。
2 main_work|（二）|业务工作|。完成审计项目20个。
1 main_work|二、|述德方面
坚持党性原则，遵守社会公德。
1 integrity|三、|述廉方面
严守纪律，没有违规违纪行为。
1 main_work|四、|述法方面
带头学法，依法审计。
1 problems_next_steps|五、|存在的不足及努力方向
学习不系统，今后将加强学习。
"""

WRONG_NUMBERS = """
0 title||清河镇党委书记抓基层党建工作述职报告
1 main_work|一、|工作开展情况
2 main_work|（一）|抓班子|。研究6次。
2 main_work|（三）|抓队伍|。培训8次。
2 main_work|（三）|抓阵地|。新建2个。
1 highlights|二、|工作亮点
打造“红色驿站”品牌，获评市级示范点。
1 problems|二、|存在问题
2 problems|（一）|班子建设有短板|。学习少。
2 problems|（二）|队伍素质有差距|。培训少。
1 causes|四、|原因
主要是主观重视不够。
1 next_steps|五、|工作打算
2 next_steps|（一）|抓学习
制定学习计划，每月调度一次，每季度集中研讨。
清河镇党委
2026年1月6日
"""

WITHOUT_HEADINGS = """
0 title||述职报告
各位领导：
现将一年来工作情况汇报如下。
一年来，我抓学习、抓支部、抓作风，全年学习十二次，研讨四次。
同时，也存在一些问题和不足，主要是学习不够深入，产生问题的原因是重视不够。
下一步，我将加强学习，改进作风，提升能力。
述职完毕，请评议。
"""

PARTS = """
0 title||2025年度抓党建和述责述廉工作述职报告
1 main_work|第一部分|履行党建责任情况
2 main_work|一、|抓学习
全年组织学习十二次，开展专题研讨四次。
2 main_work|二、|抓支部
全年完成换届三个，整顿后进支部一个。
1 integrity|第二部分|廉洁自律情况
遵守各项规定，没有违规违纪行为。
1 problems|第三部分|存在的不足
主要是学习不够系统，调研不够深入。
"""


@pytest.mark.parametrize(
    "text",
    [
        COMPLETE,
        UNNUMBERED,
        BADLY_TYPED,
        LISTS,
        SEVERAL_WORK_SECTIONS,
        NUMBERS_UNDER_LEADS,
        PROBLEMS_AND_CAUSES_IN_ONE,
        RUN_IN_FIRST_LEVEL,
        PARTS,
        COUNTED_LEADS,
        WITHOUT_HEADINGS,
        RUN_IN_SENTENCES,
        LEADS_WITH_COLONS,
        FOUR_VIRTUES,
        WRONG_NUMBERS,
    ],
)
def test_headings_levels_and_roles(text: str) -> None:
    document, wanted = annotated(text)
    reports = read(document)
    assert headings(reports) == wanted
    for heading in (heading for report in reports for heading in report.headings):
        text_of_block = document.blocks[heading.index].text
        assert document.blocks[heading.index].id == heading.block
        assert text_of_block[heading.start : heading.end] == heading.text


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (COMPLETE, ()),
        (UNNUMBERED, ("rectification",)),
        (BADLY_TYPED, ("salutation", "opening", "closing", "signature")),
        (LISTS, ("rectification", "signature")),
        (SEVERAL_WORK_SECTIONS, ()),
        (NUMBERS_UNDER_LEADS, ("salutation", "opening", "rectification", "closing", "signature")),
        (PROBLEMS_AND_CAUSES_IN_ONE, ("salutation", "opening", "rectification", "closing", "signature")),
        (COUNTED_LEADS, ("rectification", "causes", "closing")),
        (WITHOUT_HEADINGS, ("rectification", "signature")),
        (RUN_IN_SENTENCES, ("salutation", "closing")),
        (LEADS_WITH_COLONS, ("rectification",)),
        (FOUR_VIRTUES, ("salutation", "opening", "closing")),
        (WRONG_NUMBERS, ("salutation", "opening", "rectification", "closing")),
        (RUN_IN_FIRST_LEVEL, ("salutation", "rectification", "causes", "closing", "signature")),
    ],
)
def test_missing_sections_in_the_order_of_the_kind(text: str, missing: tuple[str, ...]) -> None:
    assert read(annotated(text)[0])[0].missing == missing


def test_parts_around_the_headings() -> None:
    report = read(annotated(COMPLETE)[0])[0]
    assert [(s.role, s.first, s.last) for s in report.sections] == [
        ("title", 0, 1),
        ("byline", 2, 3),
        ("salutation", 5, 5),
        ("opening", 6, 6),
        ("rectification", 7, 9),
        ("main_work", 10, 15),
        ("problems", 16, 18),
        ("causes", 19, 20),
        ("next_steps", 21, 25),
        ("closing", 26, 26),
    ]
    assert report.title == "中共清河县水务局党组书记2025年度抓基层党建工作述职报告"
    work = report.sections[5]
    assert [(child.first, child.last, len(child.children)) for child in work.children] == [
        (11, 11, 0),
        (12, 14, 2),
        (15, 15, 0),
    ]


def test_signature_and_closing_are_parts_of_their_own() -> None:
    report = read(annotated(UNNUMBERED)[0])[0]
    assert [(s.role, s.first, s.last) for s in report.sections[-2:]] == [("closing", 12, 12), ("signature", 13, 14)]
    assert report.sections[1].role == "byline"


@pytest.mark.parametrize(
    "lines",
    [
        ["抓基层党建工作述", "职报告"],
        ["中共清河县委", "2025年度抓基层党建工作", "述职报告"],
        ["2025年度抓基层党建工作述职报告", "（清河县水务局）"],
    ],
)
def test_a_title_over_several_lines_is_one_title(lines: list[str]) -> None:
    reports = read(doc(*lines, "", "一、主要工作", BODY))
    assert len(reports) == 1
    assert reports[0].title == "".join(lines)
    assert [h.index for h in reports[0].headings if h.level == 0] == [0]


@pytest.mark.parametrize(
    "line",
    [
        "清河县水务局党组书记　赵立新",
        "水务局党组书记、局长 赵立新",
        "赵立新",
        "赵 立",
        "述职人：赵立新",
        "2026年1月9日",
        "（2026年1月9日）",
        "20XX年X月X日",
        "清河县水务局党组",
        "清河县水务局 赵立新",
        "×××",
    ],
)
def test_a_byline_under_the_title_stands_for_the_signature(line: str) -> None:
    report = read(doc("抓基层党建工作述职报告", line, "", "一、主要工作", BODY))[0]
    assert report.sections[1].role == "byline"
    assert "signature" not in report.missing
    assert "opening" in report.missing


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("各位领导、同志们：", True),
        ("尊敬的各位领导、各位代表：", True),
        ("同志们：", True),
        ("中共清河县委组织部：", True),
        ("县直机关工委:", True),
        ("区委组织部、街道党工委各位领导、同志们：", True),
        ("各位领导：现将2025年抓党建工作情况报告如下。", False),
        ("现将2025年抓党建工作情况报告如下：", None),
    ],
)
def test_salutations(line: str, alone: bool | None) -> None:
    report = read(doc("抓基层党建工作述职报告", line, "一、主要工作", BODY))[0]
    assert ("salutation" not in report.missing) is (alone is not None)
    assert ("opening" in report.missing) is (alone is True)


@pytest.mark.parametrize(
    "line",
    [
        "仅供学习参考，请勿外传",
        "更多材料请关注公众号",
        "资料整理，咨询QQ12345678",
        "第 3 页 共 8 页",
        "— 2 —",
        "www.example.com",
    ],
)
def test_stamps_are_no_part_of_anything(line: str) -> None:
    document = doc(line, "抓基层党建工作述职报告", line, "一、主要工作", BODY, "二、存在问题", line, BODY, line, "")
    report = read(document)[0]
    assert (report.first, report.last) == (1, 7)
    assert "opening" in report.missing
    assert [h.index for h in report.headings] == [1, 3, 5]


def test_several_reports_in_one_file() -> None:
    one = ["书记抓党建述职报告（甲局）", "现就履职情况报告如下：", "一、履职情况", "（一）抓学习。学了12次。"]
    two = ["2025年度述职述廉报告", "一、履职情况", BODY, "二、廉洁自律情况", BODY]
    reports = read(doc("封面文字", *one, "", "仅供学习参考", *two, ""))
    assert [(r.kind, r.first, r.last) for r in reports] == [
        ("grassroots-party-building", 1, 4),
        ("work-and-integrity", 7, 12),
    ]
    assert "causes" in reports[0].missing
    assert not {"causes", "rectification", "integrity", "main_work"} & set(reports[1].missing)


def test_a_cover_page_and_a_mention_of_the_title_make_no_further_report() -> None:
    document = doc(
        "抓基层党建工作述职报告",
        "清河县水务局",
        "",
        "2025年度抓基层党建工作述职报告",
        "一、主要工作",
        BODY,
        "上年抓基层党建工作述职报告",
        BODY,
    )
    reports = read(document)
    assert [(r.first, r.last) for r in reports] == [(3, 7)]
    assert [(h.index, h.level) for h in reports[0].headings] == [(0, 0), (3, 0), (4, 1)]  # the title, told twice


def test_a_table_of_contents_holds_no_headings() -> None:
    report = read(
        doc("抓党建述职报告", "一、主要工作……………1", "二、存在问题\t3", "一、主要工作", BODY, "二、存在问题", BODY)
    )[0]
    assert [h.index for h in report.headings] == [0, 3, 5]


def test_cells_and_locked_blocks_are_no_headings() -> None:
    cell = replace(block("二、存在问题"), container=Cell(0, 0, 0))
    locked = Block("x", opaque=Opaque("toc", "目录"))
    report = read(of(block("抓党建述职报告"), block("一、主要工作"), block(BODY), cell, locked, block(BODY)))[0]
    assert [h.index for h in report.headings] == [0, 1]


def test_computed_labels_number_headings() -> None:
    document = of(
        block("抓党建述职报告"),
        block("主要工作", label="一、"),
        block("抓好学习。组织学习12次。", label="（一）"),
        block(BODY, label="•"),
        block("存在问题", label="二、"),
        block(BODY),
    )
    assert [(h.level, h.number, h.text, h.start) for h in read(document)[0].headings[1:]] == [
        (1, "一、", "主要工作", 0),
        (2, "（一）", "抓好学习", 0),
        (1, "二、", "存在问题", 0),
    ]


def test_styles_are_evidence_for_leads_without_number_but_nesting_gives_the_level() -> None:
    document = of(
        block("抓党建述职报告", style_level=0),
        block("一、主要工作", style_level=3),
        block("抓实学习教育", style_level=2),
        block(BODY),
        block("建强支部班子", style_level=2),
        block(BODY),
    )
    assert [(h.level, h.text) for h in read(document)[0].headings] == [
        (0, "抓党建述职报告"),
        (1, "主要工作"),
        (2, "抓实学习教育"),
        (2, "建强支部班子"),
    ]


def test_a_bold_line_is_a_lead_unless_the_whole_text_is_bold() -> None:
    lines = ["抓党建述职报告", "一、主要工作", "抓实学习教育", BODY, BODY]
    some = of(*(block(line, bold=len(line) < 8) for line in lines))
    every = of(*(block(line, bold=True) for line in lines))
    assert [h.index for h in read(some)[0].headings] == [0, 1, 2]
    assert [h.index for h in read(every)[0].headings] == [0, 1]


def test_several_short_lines_before_body_text_are_leads() -> None:
    lines = ["抓党建述职报告", "一、主要工作", "抓实学习教育", BODY, "建强支部班子", BODY, "二、存在问题", BODY]
    assert [(h.index, h.level) for h in read(doc(*lines))[0].headings] == [(0, 0), (1, 1), (2, 2), (4, 2), (6, 1)]


@pytest.mark.parametrize("line", read_headings(), ids=str)
def test_section_headings_say_their_role(line: tuple[str, str]) -> None:
    role, heading = line
    assert (RoleReader(templates()[0]).read(heading).role or "main_work") == role


def test_a_heading_before_a_long_sentence_ends_at_the_colon() -> None:
    tail = f"今年以来我先后走访支部十二个，{BODY}"
    document = doc("一、主要工作", f"（一）坚持书记带头：{tail}", f"（二）坚持重心下移：{tail}", f"1.报送材料：{tail}")
    assert [(h.text, h.run_in) for h in read(document)[0].headings] == [
        ("主要工作", False),
        ("坚持书记带头", True),
        ("坚持重心下移", True),
    ]


@pytest.mark.parametrize("lead", ["落实“三个到位：思想", "会议在9：30", "我们提出的要求有，一个目标，两个抓手："])
def test_a_colon_inside_a_sentence_ends_no_heading(lead: str) -> None:
    tail = "今年以来我先后走访支部十二个，召开座谈会听取意见并逐项研究解决推动任务落到实处。"
    document = doc("一、主要工作", f"（一）{lead}{tail}", BODY)
    assert [h.text for h in read(document)[0].headings if h.run_in and len(h.text) < 20] == []


def test_bold_first_sentences_are_run_in_headings_where_several_are() -> None:
    def lead(text: str) -> Block:
        return Block("", (Run(text, marks=Marks.BOLD), Run(BODY)))

    document = of(block("抓党建述职报告"), block("一、主要工作"), lead("抓实学习教育。"), lead("建强支部班子。"))
    assert [(h.level, h.text, h.run_in) for h in read(document)[0].headings[2:]] == [
        (2, "抓实学习教育", True),
        (2, "建强支部班子", True),
    ]
    single = of(block("抓党建述职报告"), block("一、主要工作"), lead("抓实学习教育。"), block(BODY))
    assert len(read(single)[0].headings) == 2


def test_what_the_user_said_wins() -> None:
    document = of(
        block("抓党建述职报告"),
        block("一、主要工作"),
        block("抓实学习教育", said=Said(level=2)),
        block(BODY),
        block("二、这是一句普通的话", said=Said(level=-1)),
        block("二、聚焦短板", said=Said(role="main_work")),
        block("三、体会", said=Said(level=1, role="highlights")),
        block(BODY),
    )
    assert [(h.index, h.level, h.role) for h in read(document)[0].headings] == [
        (0, 0, "title"),
        (1, 1, "main_work"),
        (2, 2, "main_work"),
        (5, 1, "main_work"),
        (6, 1, "highlights"),
    ]


def test_a_title_the_user_named_begins_a_report() -> None:
    document = of(block("前言"), block("我的年度汇报", said=Said(level=0)), block("一、主要工作"), block(BODY))
    assert [(r.first, r.title) for r in read(document)] == [(1, "我的年度汇报")]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("局党组书记抓基层党建工作述职报告", "grassroots-party-building"),
        ("机关第一党支部书记抓党建工作述职报告", "branch-secretary"),
        ("2025年度述责述廉报告", "duty-and-integrity"),
        ("2025年度述职述廉述德述法报告", "work-and-integrity"),
        ("2025年度抓基层党建和述责述廉述职报告", "combined"),
        ("述职报告", "grassroots-party-building"),
    ],
)
def test_the_kind_follows_from_the_title(title: str, kind: str) -> None:
    assert read(doc(title, "一、主要工作", BODY))[0].kind == kind


def test_the_kind_follows_from_the_opening_where_the_title_is_silent() -> None:
    assert (
        read(doc("述职报告", "现将2025年述职述廉情况报告如下：", "一、履职情况", BODY))[0].kind == "work-and-integrity"
    )


def test_the_user_chooses_the_kind() -> None:
    report = read(doc("述职报告", "一、履职情况", BODY), Context(kind="work-and-integrity"))[0]
    assert report.kind == "work-and-integrity"
    assert "causes" not in report.missing


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("究其主要原因，一是认识不到位。", True),
        ("存在问题的原因：一是学习不够。", True),
        ("产生上述问题的原因，主要在自身。", True),
        ("抓支部不够深入，主要原因是精力投入少。", True),
        ("没有原因的一段话。", False),
    ],
)
def test_causes_may_hide_in_a_paragraph(paragraph: str, found: bool) -> None:
    report = read(doc("抓党建述职报告", "一、主要工作", BODY, "二、存在的问题", paragraph))[0]
    assert ("causes" not in report.missing) is found


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("上年度述职评议时，县委点评指出“学用脱节”等两个问题。我列出措施10条，已全部落实整改。", True),
        ("对照上年度述职评议点评意见，列出清单，逐项整改。", True),
        ("针对2024年述职中点评指出的问题，已整改销号3个。", True),
        ("抓好巡察反馈问题整改。", False),
        ("述职评议等制度落实到位。", False),
    ],
)
def test_rectification_may_be_part_of_the_work(paragraph: str, found: bool) -> None:
    report = read(doc("抓党建述职报告", "一、主要工作", paragraph, "二、存在的问题", BODY))[0]
    assert ("rectification" not in report.missing) is found


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("一、2024年度述职评议考核问题整改落实情况", "rectification"),
        ("一、上年度承诺事项完成情况", "rectification"),
        ("一、特色做法和亮点", "highlights"),
        ("一、主要做法和特色亮点", "main_work"),
        ("一、一年来的主要工作", "main_work"),
        ("一、聚焦主责主业，扛牢第一责任", "main_work"),
        ("一、当前存在的短板弱项", "problems"),
        ("一、存在主要问题及原因", "problems_causes"),
        ("一、直面问题不足，深挖根源症结", "problems_causes"),
        ("一、问题产生的原因", "causes"),
        ("一、存在问题及整改措施", "problems_next_steps"),
        ("一、下一步工作思路", "next_steps"),
        ("一、2026年党建工作计划", "next_steps"),
        ("一、今后的努力方向", "next_steps"),
        ("一、几点体会", "other"),
        ("一、补短板强弱项，筑牢基层堡垒", "main_work"),
    ],
)
def test_roles_of_section_headings(heading: str, role: str) -> None:
    assert read(doc("抓党建述职报告", heading, BODY))[0].headings[1].role == role


def test_a_text_without_a_title_is_one_report() -> None:
    report = read(doc("", "一、主要工作", BODY, "二、存在问题", BODY))[0]
    assert (report.kind, report.title, report.first, report.last) == ("grassroots-party-building", "", 1, 4)
    assert [h.level for h in report.headings] == [1, 1]


def test_an_empty_paragraph_is_a_report_that_lacks_everything() -> None:
    report = read(doc(""))[0]
    assert report.missing == templates()[0].needed


def test_a_document_without_blocks_holds_no_report() -> None:
    assert read(Document()) == ()


PIECES = tuple(
    """抓基层党建工作述职报告
一、主要工作
（一）抓学习。读书。
1.抓支部。换届。
（1）抓点
一是抓人。

二、存在问题
述职人：甲
2026年1月5日
各位领导：
请予评议。
附件：1.表
附件
原因分析
第一部分 总结
“
①
1.1 甲
\ufffc
仅供学习
全年走访支部十二个，推动任务落到实处。""".splitlines()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_any_order_of_lines_is_read_without_error_and_consistently(lines: list[str]) -> None:
    document = doc(*lines)
    reports = read_cached(document)
    ends = [-1, *(report.last for report in reports)]
    for report, before in zip(reports, ends, strict=False):
        assert before < report.first <= report.last < len(lines)
        assert all(h.index <= report.last and (report.first <= h.index or not h.level) for h in report.headings)
        assert all(document.blocks[h.index].text[h.start : h.end] == h.text for h in report.headings)
        assert [h.index for h in report.headings] == sorted({h.index for h in report.headings})
        assert all(s.first <= s.last for s in report.sections)
        assert not {s.role for s in report.sections} & set(report.missing)


TEMPLATES = templates()


def read_cached(document: Document) -> tuple[Report, ...]:
    return recognise(document, TEMPLATES, Context())


def test_a_long_text_that_never_names_itself_is_no_duty_report() -> None:
    lines = ["各位代表：", "一、2025年工作回顾", *[BODY] * 12, "二、2026年重点工作", *[BODY] * 12]
    report = read(doc(*lines))[0]
    assert (report.kind, report.missing) == ("other", ())
    assert [h.level for h in report.headings] == [1, 1]
    assert read(doc(*lines, "三、存在的问题", BODY))[0].kind != "other"
    assert read(doc("向大会述职：", *lines))[0].kind != "other"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("（一）抓班子带队伍.全年开会十二次，研究党建。", "抓班子带队伍"),
        ("（一）述廉：守住底线", "述廉：守住底线"),
        ("（一）存在问题：学得不够深，用得不够活，走得不够勤，统筹的办法还不够多。", "存在问题"),
    ],
)
def test_where_a_heading_ends(line: str, text: str) -> None:
    assert [h.text for h in read(doc("一、主要工作", line, BODY))[0].headings][1:] == [text]


def test_colons_behind_arabic_numbers_end_headings_where_the_neighbours_have_them_too() -> None:
    tail = f"今年以来我先后走访支部十二个，{BODY}"
    both = doc("一、主要工作", f"1、抓班子、强核心：{tail}", f"2、抓支部、强堡垒：{tail}")
    alone = doc("一、主要工作", f"1、抓班子、强核心：{tail}", BODY)
    assert [h.text for h in read(both)[0].headings] == ["主要工作", "抓班子、强核心", "抓支部、强堡垒"]
    assert [h.text for h in read(alone)[0].headings] == ["主要工作"]


def test_points_behind_an_arabic_number_are_no_heading() -> None:
    document = doc("一、存在问题", "1、一是学习不深入。学用结合不紧。", "2、二是调研不多。走得不勤。")
    assert [h.index for h in read(document)[0].headings] == [0]


def test_causes_may_stand_under_a_heading_that_names_problems_only() -> None:
    document = doc("一、主要工作", BODY, "二、存在的问题", "（一）学习不够", BODY, "（二）产生问题的原因", BODY)
    report = read(document)[0]
    assert [h.role for h in report.headings] == ["main_work", "problems", "problems", "causes"]
    assert "causes" not in report.missing


def test_a_year_behind_a_number_and_a_blank_is_part_of_the_heading() -> None:
    document = doc("1　主要工作", BODY, "2　存在的问题", BODY, "3　2026年工作思路", BODY)
    assert [(h.number, h.text) for h in read(document)[0].headings][-1] == ("3", "2026年工作思路")


def test_a_list_in_running_text_is_no_heading_unless_the_user_says_so() -> None:
    line = "1.学得不够深，系统学习少。2.走得不够勤，下基层少。"
    assert [h.index for h in read(doc("一、存在的问题", line))[0].headings] == [0]
    said = of(block("一、存在的问题"), block(line, said=Said(level=2)))
    assert [(h.number, h.text) for h in read(said)[0].headings] == [
        ("一、", "存在的问题"),
        ("1.", "学得不够深，系统学习少"),
    ]


def test_bullets_stand_below_numbers_and_beside_known_headings() -> None:
    below = doc("一、主要工作", "●把课堂搬到田头", BODY, "●把支部建在链上", BODY, "二、存在的问题", BODY)
    beside = doc("抓党建述职报告", "●把支部建在链上", BODY, "●存在的问题", BODY)
    assert [(h.text, h.level) for h in read(below)[0].headings] == [
        ("主要工作", 1),
        ("把课堂搬到田头", 2),
        ("把支部建在链上", 2),
        ("存在的问题", 1),
    ]
    assert [(h.text, h.level) for h in read(beside)[0].headings][1:] == [("把支部建在链上", 1), ("存在的问题", 1)]


def test_where_most_items_are_sentences_none_is_a_heading_but_those_the_user_named() -> None:
    items = ["1.抓学习有提升。全年学习十二次。", "2.抓组织有起色。", "3.抓宣传有亮点。"]
    assert [h.index for h in read(doc("一、主要工作", *items))[0].headings] == [0]
    named = of(block("一、主要工作"), block(items[0], said=Said(level=2)), block(items[1]), block(items[2]))
    assert [h.index for h in read(named)[0].headings] == [0, 1]


def test_the_salutation_may_stand_behind_the_opening() -> None:
    report = read(doc("抓党建述职报告", "根据安排，现将情况报告如下。", "各位领导：", "一、主要工作", BODY))[0]
    assert [(s.role, s.first) for s in report.sections][:3] == [("title", 0), ("opening", 1), ("salutation", 2)]
    assert not {"opening", "salutation"} & set(report.missing)
