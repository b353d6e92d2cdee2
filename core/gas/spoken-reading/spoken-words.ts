import type { GasUnit } from '../../job/site-records.ts'
import { spokenGases, type SpokenGas } from './spoken-gas.ts'

/** `percent` alone may be of the volume or of the explosion limit; what it is of is said by the gas or not at all. */
export type SpokenUnit = GasUnit | 'percent'

export type Word =
  | { readonly kind: 'gas'; readonly gas: SpokenGas }
  | { readonly kind: 'unit'; readonly unit: SpokenUnit; readonly stands: 'before' | 'after' | 'either' }
  /** Explosion limit: a unit beside a number, and what people call the combustible gas by. */
  | { readonly kind: 'lel' }
  | { readonly kind: 'filler' }
  /** A number with it is no reading: about, less than, normal, not found. */
  | { readonly kind: 'vague' }
  /** CO2 may be carbon dioxide, or CO with a two behind it; a thousandth is no unit of any detector. */
  | { readonly kind: 'unknown' }
  /** "No, …": which of the values stands is not ours to guess. */
  | { readonly kind: 'correction' }

const words = new Map<string, Word>()
for (const [gas, { said }] of Object.entries(spokenGases))
  for (const word of said) words.set(word, { kind: 'gas', gas: gas as SpokenGas })

const add = (word: Word, ...said: readonly string[]): void => said.forEach((one) => words.set(one, word))

const unit = (of: SpokenUnit, stands: 'before' | 'after' | 'either', ...said: readonly string[]): void =>
  add({ kind: 'unit', unit: of, stands }, ...said)

unit('percent', 'before', '百分之')
unit('percent', 'after', '%', 'percent', '个百分点')
unit('percent-vol', 'before', '体积百分之', '体积分数百分之', '体积分数')
unit('percent-vol', 'after', '%vol', 'vol%', 'vol', '%体积', 'percent vol', 'percent volume', 'percent by volume')
unit('percent-lel', 'after', '%lel', '百分lel', 'percent lel')
unit('ppm', 'before', '百万分之')
unit('ppm', 'after', 'ppm', 'p p m', '皮皮艾姆', '皮皮埃姆', 'parts per million')
unit(
  'mg-per-m3',
  'after',
  '毫克每立方米',
  '毫克每立方',
  '毫克/立方米',
  '毫克每方',
  'mg/m3',
  'milligrams per cubic metre',
)

add({ kind: 'lel' }, 'lel', 'l e l', '爆炸下限')

add(
  { kind: 'filler' },
  ...'嗯 啊 呃 哦 额 哈 呢 了 那个 这个 就是 的 是 为 有 含量 浓度 读数 数值 数据 值 显示 显示的 显示为 现在 目前 当前 检测 检测结果 结果 测得 测出来 测到 测量 报告 报 收到 等于 好 然后 还有 以及 再 下面 接着 最后 另外 个 呀 嘛 哎 是的 我 这里 这边 气体 气体检测'.split(
    ' ',
  ),
  ...'is reads at uh um er the reading level equals shows now then we have'.split(' '),
)
add(
  { kind: 'vague' },
  ...'大约 大概 约 约为 左右 差不多 不到 不足 不超过 没超过 没到 以下 以上 以内 超过 低于 高于 小于 大于 少于 多于 接近 将近 近 多 几 来 好像 可能 似乎 估计 也许 应该 应该是 正常 合格 没问题 无 没有 没 未检出 未检测到 未超标 不超标 超标 上下 之间 到 至 出头 点多 半 还行 可以 安全'.split(
    ' ',
  ),
  ...'about around roughly approximately maybe below above under over less more than nearly almost normal none nothing fine okay ok between'.split(
    ' ',
  ),
)
add(
  { kind: 'correction' },
  ...'不对 不是 错了 说错了 更正 改成 改为 重来 纠正 应为'.split(' '),
  ...'no not sorry correction wait'.split(' '),
)

add({ kind: 'unknown' }, 'co2', '千分之', '万分之')

const longest = Math.max(...[...words.keys()].map((word) => word.length))
const isLatin = (sign: string | undefined): boolean => sign !== undefined && /[a-z]/.test(sign)

/** The longest word that begins here. A word in Latin letters ends where the letters end: "no" is not the beginning of "nothing". */
export const wordAt = (text: string, at: number): { readonly said: string; readonly word: Word } | null => {
  for (let length = Math.min(longest, text.length - at); length > 0; length--) {
    const said = text.slice(at, at + length)
    const word = words.get(said)
    if (!word) continue
    // 可燃气体积 is 可燃气 by its 体积.
    if (said.endsWith('体') && text[at + length] === '积') continue
    if (isLatin(said.at(-1)) && isLatin(text[at + length])) continue
    if (isLatin(said[0]) && isLatin(text[at - 1])) continue
    return { said, word }
  }
  return null
}
