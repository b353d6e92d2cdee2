import { weatherZhCn as kind } from '../vocabulary.zh-cn.ts'

/** What somebody outside says about wind and sky. */
export const weatherScreenZhCn = {
  title: '报天气',
  latest: '最近一次',
  none: '还没有人报过。室外作业要有一小时内的天气。',
  fair: '晴好',
  reading: (at: string, windForce: number, sky: string): string => `${at} · ${windForce} 级风 · ${sky}`,
  wind: '风力',
  force: '级',
  windLimit: '0–17 级',
  windFault: '风力是 0 到 17 的整数',
  sky: '天空(没有就不选)',
  kind,
  save: '报这个天气',
  saveFair: '报晴好',
  saved: '已记录',
}
