import type { UnclearCode } from '../../gas/spoken-reading/parse-spoken-reading.ts'

const unclear: { readonly [C in UnclearCode]: string } = {
  'nothing-said': '没有听到读数',
  'not-understood': '听不懂',
  vague: '说得不确切',
  corrected: '说了又改,请重新念一遍',
  'number-without-gas': '有数值,没有说是哪种气体',
  'gas-without-number': '说了气体,没有数值',
  'gas-said-twice': '同一种气体说了两次',
  'number-incomplete': '数值没有说完',
  'number-unclear': '数值可能有两种意思',
  'number-runs-into-gas': '数值和气体连在一起了',
  'unit-without-number': '有单位,没有数值',
  'unit-unfit': '这种气体不用这个单位',
  'unit-unclear': '单位不清楚',
  'value-implausible': '数值不可能',
}

/** Reading aloud while a source is silent. */
export const spokenZhCn = {
  banner: (until: string): string => `应急方式:念读数并录音,到 ${until} 为止`,
  title: '念读数',
  how: '按「录音」,对着屏幕念,例如:氧气二十点九,可燃气零',
  record: '录音',
  stop: '念完了',
  again: '重新录音',
  noMicrophone: '用不了麦克风,请允许使用麦克风后再试',
  kept: '录音已保存',
  saving: '录音正在保存…',
  notKept: '录音没有被接受,请重新录音',
  said: '听到的话(可以改,也可以自己输入)',
  fill: '填入读数',
  filled: '已填入,请核对每一个数值',
  unclear,
  notAsked: '这里不测这种气体',
  several: '说不清是哪一种气体',
}
