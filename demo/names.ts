import type { Random } from './random.ts'

/** The commonest surnames, about as often as they occur. */
const surnames =
  '王王王王李李李李张张张张刘刘刘陈陈陈杨杨赵赵黄黄周周吴吴徐徐孙孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文'
const maleGiven = [
  ...'伟强磊军勇杰涛超明刚平辉鹏飞斌波亮峰浩凯健俊帆旭东宁林洋毅翔',
  ...'建国 建军 志强 志刚 国强 海波 海涛 文斌 永强 永刚 立军 立新 新华 卫东 宏伟 晓东 晓明 春雷 长江 振华 金龙 成林 少华 家豪 宇航 子轩 浩然 俊杰 天宇 明远 学文 德胜 兴旺 守义 广生 庆丰'.split(
    ' ',
  ),
]
const femaleGiven = [
  ...'芳娜敏静丽艳娟霞燕玲婷雪慧莹洁倩蕾琳丹萍红梅',
  ...'秀英 桂英 秀兰 玉兰 丽华 淑珍 春梅 海燕 晓燕 雅琴 雪梅 文静 佳怡 欣怡 梦洁 思雨 子涵 晓红 小丽 美玲 红霞 爱华 凤英 素芬'.split(
    ' ',
  ),
]

export const drawName = (random: Random, sex: 'female' | 'male'): string =>
  random.pick([...surnames]) + random.pick(sex === 'male' ? maleGiven : femaleGiven)
