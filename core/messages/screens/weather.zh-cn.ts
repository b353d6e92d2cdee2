import { weatherZhCn as kind } from '../vocabulary.zh-cn.ts'

/** What somebody outside says about wind and sky. */
export const weatherScreenZhCn = {
  title: '报天气',
  latest: '最近一次',
  none: '还没有人报过。室外作业要有一小时内的天气。',
  fair: '晴好',
  windOf: (force: number): string => `${force} 级风`,
  windUnknown: '风力不明',
  skyUnknown: '天空不明',
  metresPerSecond: (value: number): string => `${value} m/s`,
  celsius: (value: number): string => `${value} °C`,
  visibility: (metres: number): string => (metres >= 1000 ? `能见度 ${metres / 1000} km` : `能见度 ${metres} m`),
  rain: (value: number): string => `雨 ${value} mm/h`,
  byHand: (person: string | null): string => (person === null ? '人工记录' : `${person} 记录`),
  byFeed: (station: string | null): string => (station === null ? '气象数据' : `气象数据 · ${station}`),
  age: (minutes: number): string =>
    minutes < 1 ? '刚刚' : minutes < 120 ? `${minutes} 分钟前` : `${Math.floor(minutes / 60)} 小时前`,
  others: '其他来源',
  feed: {
    answered: (at: string): string => `气象数据正常，${at} 更新`,
    waiting: '气象数据还没有来过',
    failed: (at: string | null): string =>
      at === null ? '气象数据从来没有来过，请人工记录' : `气象数据 ${at} 之后没有来，请人工记录`,
  },
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
