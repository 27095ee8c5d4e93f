"""What no rule may ever object to: right words that look wrong, and wrong forms that are parts of right ones."""

import pytest

from assistant.checks.engine import find_text
from assistant.checks.loader import load_rules
from assistant.paths import resources

RULES = load_rules(resources() / "rules")

RIGHT_WORDS = (
    "按部就班 持之以恒 软弱涣散 共渡难关 明察暗访 明查暗访 故步自封 固步自封 倍受关注 备受关注 汇演 会演 磨炼 磨练 "
    "精炼 精练 当做 当作 即知即改 立行立改 见事早、行动快 党组中心组 党委中心组 靠实责任 应建尽建 动态清零 "
    "全面从严管党治党 管党治党 一把手 三同步 依法处理 舆论引导 社会面管控 和谐和睦 和和美美 的的确确 人人 天天 层层 "
    "往往 种种 平平淡淡 高高举起 学会会员 党组组织 学习习近平 现实实践 开展展览 会会长 法学学科 工作作风 述职职责 "
    "任务务必 实事事项 大会会务 中心心理 以经济建设为中心 再在 企业己任 多年未见 过期未付 大事宣传 上海拨款 入股分红 "
    "周详和 发布署名 必须品行端正 争辩认为 预防害虫 问题升级 上报负责人 最后选人 已以 服务群众 亲自已经 自己经手 "
    "干部暑期培训 立即然后 延伸请示 感激历届 经历炼狱 酒精典型 编纂写作 仲裁种类 总裁培训 网格圆满 究竟赛事 毕竟争取 "
    "民主集中治理 因地制宣传 不适宣传 起诉职务犯罪 公诉职能 选拔款待 时尚末端 记录薄弱 服务群从严 其一但 唯一但 "
    "策划拔河 相信仿佛 获奖厉害 培训炼钢 解决窍门 维修膳食 若干躁动 改编篡改 记账薄弱 前瞻养老 志愿着力 打磨励志 "
    "学习近乎 另散发 形成份额 面对帐篷 支付主任 安分守己经常"
)

SENTENCES = (
    "鼓舞《盛世欢歌》精彩上演。",
    "“乡村振兴 法治同行”“乡村振兴 律师先行”活动。",
    "研读《习近平谈治国理政》第三卷、《习近平法治思想学习纲要》。",
    "照本宣科的多，研讨交流的少。",
    "叫得响、推得开的不多。",
    "在70%左右的地市开展试点。",
    "抓常规工作的多，抓创新的少。",
    "落实“三会一课”、主题党日、“双报到”等制度。",
    "推行“1+X”、5G+X模式，购置X光机，乘坐C919，监测PM2.5。",
    "会议于9:30开始，比例为1:3，金额为1,234.5万元，增长3.2%。",
    "详见http://www.example.com/a,b?c=1，或发邮件到a@example.com。",
    "他说：“路要一步一步走。”我们记住了。",
    "（一）坚持政治引领。学习《条例（试行）》，做到学深悟透……",
    "2024年1—6月，走访群众300余人次，约200户受益。",
    "一是一，二是二，不能含糊。",
    "姓付的同志和付某参加；侯主任、小侯在场。",
    "全年第一、二季度完成过半。",
    "根据（2025）川01民终12号判决执行。",
    "建立机关党建微信群、QQ群，发布信息120条。",
    "述职人：张三（签名）：________",
)


@pytest.mark.parametrize("word", RIGHT_WORDS.split())
def test_right_words_stay_silent(word: str) -> None:
    for text in (word, f"工作中{word}。", f"，{word}。"):
        assert [finding.text for finding in find_text(RULES, text, 2024)] == []


@pytest.mark.parametrize("sentence", SENTENCES)
def test_right_sentences_stay_silent(sentence: str) -> None:
    assert [finding.text for finding in find_text(RULES, sentence, 2024)] == []
