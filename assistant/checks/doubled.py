"""What is rightly written twice: 人人, 说说, 把把脉, 车车有党员; any other character or word twice is a slip."""

import re

_TWICE = frozenset(
    "岗站案账两人天年月日会次件条个家户处层事样种项步代点滴字句声阵笔份村镇县班块件桩期批组队科所社区校店组级周季岁"
    "开评说看想听谈试讲读写走坐问查算帮聊抓改比赛练学念照喊瞧尝逛歇盼找理管晒亮议数把跑散跳摸探敲翻拉劝"
    "常往渐仅纷频屡默悄偷匆刚恰单稍略大小好多少高低清明深浅平慢快早迟远近轻厚满圆紧严实热红绿白蒸欣星呦真妈爸爷奶哥姐弟妹"
)
"""Characters that are rightly written twice (人人, 说说, 常常)."""
_EACH = frozenset("人天年月日事处层样件个次")
"""Those that stand twice behind any word (考核年年有)."""
_EVERY = frozenset("有都皆")
"""Behind a noun said twice they tell that it is so with each of them: 车车有党员."""
_GOING = frozenset(re.findall("..", "活起动起热起会议会前会后会上会中会场会员与会案发案件案情作了作出作为"))
"""What a character begins with the one behind it although it ends the word before: 组织生活|活起来, 党委会|会议.

And where it is a word by itself: 与|与会代表.
"""
_OF_BODIES = frozenset("长员民部务址史舍规训")
"""Behind the last character of the name of a body, said again, they make a word of it: 机械队|队长, 中心校|校舍."""
_OWNERS = frozenset("队校院厂站组馆局会班社团村镇店科处室所部县市乡省州区户馆库园行矿港炉")
"""Characters that such names end with."""
_DONE = frozenset(
    re.findall(
        "..",
        "下棋串户串门举手交心亮灯亮相健身充电写字出汗划线劝架加油动嘴动手动笔动脑发言吃饭听课咬耳唱歌喝茶对账尝鲜"
        "巡山巡河帮忙开会打扫打气打球扫地扯袖把关把脉把舵报名抬头拉手拍照拔河招手挪窝排队探亲探路提醒握手搭手搭话"
        "摆功摸底散心散步敬酒敲钟敲门施肥晒谷望风松土松绑查岗查房查账歇凉歇脚治病洗手洗澡洗脸活动浇水测温点头照镜"
        "理事画图看书看家看报看病碰头种地种树种菜签名签字算账红脸练兵练字练手练笔聊天背书补课补钙表态议事记账讲理"
        "讲话讲课评功评理说事说理说话读书读报谈心走路赶集跑步跑腿跳舞转圈过目过节进城透气通气通风逛街问好问诊问路"
        "除草露脸露面鼓劲鼓掌打分",
    )
)
"""Verbs with their object, the verb of which is said twice for a little of it: 把把脉."""
_TRIED = frozenset(
    [
        "了解",
        "交流",
        "休息",
        "体验",
        "合计",
        "商量",
        "学习",
        "感受",
        "打听",
        "指点",
        "掂量",
        "收拾",
        "整理",
        "检查",
        "比较",
        "活动",
        "清理",
        "琢磨",
        "研究",
        "考虑",
        "表扬",
        "讨论",
        "说道",
        "调查",
        "走动",
        "过问",
        "锻炼",
    ]
)
"""Verbs that are rightly said twice (研究研究)."""
_SPOKEN = frozenset("来去多好起要再先以想常们家员会相请让能够也就可得并己人还我他她你试")
"""Behind them a verb may be said twice: 大家讨论讨论, 多学习学习."""
_NAMES = frozenset("”》的等类")
"""Behind them a verb is the name of something: “送学上门”活动."""
_BODIES = frozenset(["支部", "党支部", "党总支", "小组", "班组", "车间", "工区", "分局", "中队", "大队", "科室"])
_ORDINALS = frozenset("一二三四五六七八九十各两")
"""Behind a number the name of a body may be followed by another that begins with it: 第三支部|支部书记."""
_RIGHTLY = (
    re.compile("(?P<so>[一-鿿]{1,3})(?:[与和或]|还是)不(?P=so)"),
    re.compile("参与与[^，。；：]{1,16}?(?:有关|相关|相适应|相匹配|相联系|挂钩|对应)"),
    re.compile("(?<=[再多])(?P<tried>[一-鿿]{2})(?P=tried)(?:[就也才便还看吧]|(?![一-鿿]))"),
    re.compile("(?P<head>[一-鿿]{2})抓抓(?P=head)"),
    re.compile("有[一-鿿]有[一-鿿]|(?P<try_it>[一-鿿])一(?P=try_it)"),
    re.compile("有有(?=关)|为为(?=[国民党])"),
    re.compile("(?P<a>[一-鿿])(?P=a)[一-鿿]{1,3}[、，](?P<b>[一-鿿])(?P=b)[一-鿿]{1,3}"),
    re.compile("“(?P<called>[一-鿿])(?P=called)”"),
    re.compile("(?<=[一-鿿]{2})一(?:到|来|过|停|响|亮|下|落|开|完)，"),
    re.compile("一[一-鿿]了[之事]|常常|往往|渐渐|频频|屡屡|默默"),
    re.compile("^(?P<called>[一-鿿]{2})(?P=called)，[^。]*“"),
    re.compile("[对照顺沿围]着[一二两三四五六七八九十几0-9]{1,2}[条个项道]"),
    re.compile(
        "(?<![一-鿿])(?:[一二三四五六]是)?(?P<try>[改看听问走查写晒练])(?P=try)(?![进善革造正变看听问查])[一-鿿]{2}(?![一-鿿])"
    ),
    re.compile("(?P<to>[一-鿿]{1,2})来(?P=to)去"),
    re.compile(
        "(?<=[们家你我他她来去要请听再])(?P<bit>[说看想听谈试讲读写走坐问查算帮聊抓改比练学理晒议数跑摸敲翻])(?P=bit)(?![评看读练学说查问算比改理议数])"
    ),
    re.compile("(?P<one>[一-鿿]{2})[带教帮促传管看比连联](?:新|小|大|老|好)?(?P=one)"),
    re.compile("[老小幼少弱病](?:的)?有所[一-鿿]"),
    re.compile(
        "(?<=[上里中下头口前后])一(?:唱|听|看|说|问|比|算|想|试|摸|尝|推|拉|喊|讲|晒|摆|站|坐|走|开|放|念|翻|查|商量|合计)(?=，)"
    ),
    re.compile("(?P<twice>[一-鿿])(?P=twice)(?P<also>[一-鿿])(?P=also)"),
    re.compile("(?P<there>[一-鿿]{2})去(?P=there)[回返]"),
    re.compile("靠(?P<by>[一-鿿]{1,3})吃(?P=by)"),
)
"""满足与不满足, 参与与岗位相关的竞赛, 再坚持坚持就能干成, 书记抓抓书记, 靠工程吃工程, 有有关部门, 书记带书记.

And turns that are spoken: 顺顺畅畅, 老的有所养, 歌会上一唱，, 犹豫来犹豫去, 听他们讲讲外面."""


def touches(text: str, start: int, end: int) -> bool:
    """Tell whether a range touches what is rightly said twice, whatever the words."""
    said = (found.span() for pattern in _RIGHTLY for found in pattern.finditer(text))
    return any(first < end and start < last for first, last in said)


def word(text: str, start: int, end: int) -> bool:
    """Tell whether the word in a range rightly follows itself, which stands right before it."""
    said = text[start:end]
    before = text[start - len(said) - 1 : start - len(said)]
    if before.isascii() and before.isalnum():
        return said in _BODIES
    if before == "该":
        return True  # 该休假休假
    tried = said in _TRIED and (not before or before in _SPOKEN or not "一" <= before <= "鿿") and before not in _NAMES
    return tried or said[0] == "一" or (said in _BODIES and before in _ORDINALS)


def is_each(text: str, at: int) -> bool:
    """Tell whether a character that stands twice says, with what follows, 'each' or 'a little'."""
    said = text[at]
    behind = at + 1 if said == text[at - 1 : at] else at + 2
    follow = text[behind : behind + 1]
    if said in _OWNERS and follow in _OF_BODIES:
        return True
    counted = said != "一" and "一" in text[max(0, at - 2) : at]  # 一剂剂良药
    return counted or follow in _EVERY or said + follow in _DONE or said + follow in _GOING


def character(said: str, *, ends_word: bool) -> bool:
    """Tell whether a character may well stand twice; hardly behind a word that it ends (监测户|户)."""
    return said in _EACH or (said in _TWICE and not ends_word)
