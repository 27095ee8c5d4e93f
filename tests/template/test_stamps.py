"""Stamps and page notes are told from what a report itself may say."""

import pytest

from assistant.template.stamps import is_stamp
from tests.template.outlines import templates


@pytest.mark.parametrize(
    "text",
    [
        "仅供学习参考，请勿外传",
        "此件只在会员间传阅，仅供交流，不得转卖。",
        "更多材料请关注公众号",
        "资料整理，咨询QQ12345678",
        "免费QQ群：",
        "【打击倒卖活动】",
        "举报倒卖会员资料的人，奖励一年会员！",
        "现在订阅立享优惠",
        "www.example.com",
        "来源：某某公文网",
        "文章来源于网络，侵权请联系删除",
        "扫描二维码关注公众号",
        "会员投稿，仅供学习，请勿照搬！",
        "第 3 页 共 8 页",
        "第3页",
        "— 2 —",
        "- 12 -",
        "3/8",
        "首页 > 报告大全 > 述职报告",
        "村支书述职报告（精选5篇）",
        "下面是小编为大家整理的述职报告，欢迎大家阅读。",
        "希望对大家有所帮助",
        "发布时间：2024-01-05　点击：218",
        "2024-01-05 09:30:12",
        "本文由公文文库下载",
        "本文档来自某某资料网",
    ],
)
def test_stamps(text: str) -> None:
    assert is_stamp(text, templates()[0].vocabulary)


@pytest.mark.parametrize(
    "text",
    [
        "（二）规范会员资料管理。",
        "三、严厉打击倒卖票证行为",
        "涉密资料严禁外传。",
        "以上数据仅供参考，以年报为准。",
        "引导群众关注公众号。",
        "逐户加微信、建群，做到联系到人。",
        "全面清理备案本系统QQ群、微信群。",
        "第一书记驻村工作情况",
        "时间：2026年1月5日",
        "发表调研报告3篇，撰写信息26篇。",
        "资料由各支部提供。",
        "县委网信办帮助整理网上留言86条。",
        "评出先进党支部5个、优秀党课6篇。",
        "3",
        "",
    ],
)
def test_what_a_report_says_itself(text: str) -> None:
    assert not is_stamp(text, templates()[0].vocabulary)
