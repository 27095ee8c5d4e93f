"""Figures that follow from others near them are told where they don't; how they are worded matters little."""

import pytest

from assistant.checks.carried import totals
from assistant.checks.compared import impossible
from assistant.checks.divided import divided
from assistant.checks.recounted import told
from assistant.checks.relations import wrong
from assistant.checks.rhythm import yearly


@pytest.mark.parametrize(
    "text",
    [
        "所属党组织34个，按类型分，村17个，社区5个，机关{8|9}个，企业4个。",
        "接收预备党员14名：医生5名，护士6名，行政后勤{3|4}名。",
        "支出28.6万元，用于阵地15万元，培训8.2万元，慰问{5.4|4.4}万元。",
        "58名党员分到宣传、调解、巡逻三个岗位，分别为21名、19名、{18|28}名。",
        "党员237名，35岁及以下{62|72}名，36至50岁118名，51岁及以上57名。",
        "确定项目8个。其中治理类3个，产业类3个，服务类{2|3}个。",
        "党员3名，其中女党员2名、男党员{1|2}名，转正2名。",
        "列出问题{21|23}条，其中学习教育6条、组织建设8条、作风建设7条。",
        "委员7人，3人联系山区片，2人联系河谷片，{2|3}人联系城郊片。",
        "受表彰的30名个人里，优秀党员20名，优秀党务工作者{10|12}名。",
        "教师128人，党员教师82人，民主党派教师9人，群众{37|47}人。",
        "党员97名，30年以上的28名，10年至30年的41名，10年以下的{28|38}名。",
        "培训26场，线上10场，线下{16|18}场。",
        "考核支部12个，优秀3个，良好7个，一般{2|3}个。",
        "分类定级，先进支部18个，占37.5%；一般支部27个，占56.25%。",
    ],
)
def test_parts_come_to_their_whole_whatever_leads_to_them(text: str) -> None:
    _judge(divided, text)


@pytest.mark.parametrize(
    "text",
    [
        "发展党员14名，女党员5名，35岁以下8名。",
        "职工76人，党支部共有党员29名，其中在职党员21名、退休党员8名。",
        "学生208名，送教上门学生67名，教职工68人，党员24名。",
        "书记员5名、法警2名，党员9名。",
        "讲党课12次，我讲党课2次、委员讲党课9次。",
        "14个支部中，5个活动经常、4个勉强维持，其余流于挂名。",
        "28岁以下护士7人，29岁至40岁医师23人，41岁至55岁医师18人，56岁以上医师4人。",
    ],
)
def test_counts_that_are_no_parts_are_left_alone(text: str) -> None:
    assert not list(divided(text))


@pytest.mark.parametrize(
    "text",
    [
        "反馈问题26个，已经整改24个，还有{2|3}个在推进。",
        "立项9个，结项7个，{2|3}个结转下年。",
        "去年有12户监测户。今年消除风险7户，目前还有{5|6}户。",
        "今年报考36人，去年只有24人，多了{12|14}人。",
        "信访量同比少了18件，由去年的75件降到{57|67}件。",
        "时限从原来的15个工作日压减到9个工作日，整整少了{6|5}天。",
        "接待游客4.5万人次，是去年3万人次的{1.5|2.5}倍。",
        "收入去年为80万元，今年达到100万元，同比增长{25|20}%。",
        "平均年龄由44.6岁下降{5|4.8}岁，降为39.6岁。",
        "有党员41名，参加集中学习的{39|43}名。",
        "12名支委中，{8|13}名具有本科以上学历。",
        "清理微信工作群46个，由原来的71个精简到{25|35}个。",
        "组织45名预备党员和28名积极分子集中培训，参训73人。",
        "审批环节由11个压减到4个，平均用时缩短28个工作日。",
        "收入87万元，比上年增加19万元，按章程拿出26万元分红。",
        "租金11万元，服务费6万元，比去年多了19万元。",
        "男党员7名，女党员9名。",
        "40岁以下党员15人，女党员22人，大专学历党员31人。",
        "召开会议23次，同比增加5次，上年为{18|16}次。",
        "带头人由9名发展到27名，是三年前的{3|4}倍。",
        "今年分红45万元，比上年多分5万元，上年分红{40|35}万元。",
        "新增党支部3个，党支部总数由18个增加到{21|22}个。",
        "48天完成了原计划60天的迁改任务，比计划提前{12|10}天。",
    ],
)
def test_what_is_left_what_changed_and_some_of_all_follow_from_the_others(text: str) -> None:
    _judge(wrong, text)


@pytest.mark.parametrize(
    "text",
    [
        "书籍用去1.2万元，桌椅用去2.3万元，两项共支出{3.5|3.8}万元。",
        "油茶200亩、桃树150亩、李子90亩，总面积{440|450}亩。",
        "机关支部有党员22名。离退休支部有党员19名，两个支部合计{41|43}名。",
        "夏季收储小麦2.4万吨。秋季收储玉米3.1万吨，全年共收储{5.5|5.8}万吨。",
        "投诉从上年的61件降为22件，来信来电共73件。",
        "一季度签约4个，二季度6个，三季度5个，四季度7个，全年签约项目{22|24}个。",
    ],
)
def test_totals_are_held_against_whatever_is_counted_before_them(text: str) -> None:
    _judge(totals, text)


def _judge(finder: object, text: str) -> None:
    """Assert that the text is left alone with the first of every {right|wrong}, and told with the second."""
    assert callable(finder)
    right = text
    while "{" in right:
        head, _, rest = right.partition("{")
        alternatives, _, tail = rest.partition("}")
        first, _, second = alternatives.partition("|")
        assert list(finder(head + second + tail)), head + second + tail
        right = head + first + tail
    assert not list(finder(right)), right


@pytest.mark.parametrize(
    "text",
    [
        "我们坚持每季度召开一次例会，全年召开{4|5}次。",
        "主题党日固定在每月5日，一年下来开展了{12|11}次。",
        "支委会每月开一次，今年共开12次，党员大会每季度一次，今年共开{4|3}次。",
        "4个党小组每月各学习一次，全年累计{48|46}次。",
        "每月15日开展学习日活动，全年累计开展{12|21}次。",
        "每两个月到联系点一次，全年去了{6|5}次。",
        "每周五集中学习，全年集中学习{48|84}次。",
        "读书班从5月13日办到5月17日，历时{5|4}天。",
        "从3月1日干到3月20日，连续奋战{20|30}天。",
        "五个教研部每周备课一次，共156次。",
        "每月至少开展一次，全年开展14次。",
        "每月列明必做事项，全年开展支部互查4次。",
        "7个支部每季度联学一次，全年共联学{28|24}次。",
        "班子成员每半年讲一次党课，7名班子成员全年共讲{14|15}次。",
        "自2020年6月担任书记，至2024年底任职已满{4|6}年。",
    ],
)
def test_times_and_days_come_to_what_is_said_of_their_rhythm(text: str) -> None:
    _judge(yearly, text)


@pytest.mark.parametrize(
    "text",
    [
        "修订《议事规则》《公开办法》《管理办法》{三|四}项制度。",
        "选派张磊、李凤琴、杨波、高建军{4|3}名党员到村任职。",
        "成立政策宣讲、矛盾调解、助老扶幼{3|4}支服务队。",
        "设书记、组织委员、宣传委员、纪检委员各1名，共{4|5}人。",
        "开展“亮身份、亮承诺、亮业绩”{三|四}亮行动。",
        "成立政策宣讲、矛盾调解、助老扶幼等6支服务队。",
        "召开支委会、党员大会、党小组会48次。",
        "修缮某某×、上坪、下坪、桥头3个村的阵地。",
    ],
)
def test_things_that_are_named_are_as_many_as_is_said(text: str) -> None:
    _judge(told, text)


@pytest.mark.parametrize(
    "text",
    [
        "共有47名党员认领“微心愿”{47|37}个，一人一愿。",
        "为42名护士配备带教老师{42|24}名，实行一对一带教。",
        "每个支部确定2个项目，13个支部共确定{26|28}个。",
        "村里120户群众，签订承诺书{120|102}份，实现户户签订。",
        "项目由上年的12件增加到{24|18}件，增加了一倍。",
        "5名支委最大的51岁，最小的{33|53}岁。",
        "今年1至10月完成产值4.8亿元，全年预计完成{5.9|3.9}亿元。",
    ],
)
def test_what_cannot_be_more_is_not(text: str) -> None:
    _judge(impossible, text)
