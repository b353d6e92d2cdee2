import type { ScreenWords } from '../screens.zh-cn.ts'
import { weatherEn as kind } from '../vocabulary.en.ts'

export const weatherScreenEn: ScreenWords['weather'] = {
  title: 'Report the weather',
  latest: 'Latest',
  none: 'Nobody has reported yet. Outdoor work needs a reading of the last hour.',
  fair: 'fair',
  windOf: (force) => `wind force ${force}`,
  windUnknown: 'wind unknown',
  skyUnknown: 'sky unknown',
  metresPerSecond: (value) => `${value} m/s`,
  celsius: (value) => `${value} °C`,
  visibility: (metres) => (metres >= 1000 ? `sight ${metres / 1000} km` : `sight ${metres} m`),
  rain: (value) => `rain ${value} mm/h`,
  byHand: (person) => (person === null ? 'by hand' : `by ${person}`),
  byFeed: (station) => (station === null ? 'weather feed' : `weather feed · ${station}`),
  age: (minutes) =>
    minutes < 1 ? 'just now' : minutes < 120 ? `${minutes} min ago` : `${Math.floor(minutes / 60)} h ago`,
  others: 'Other sources',
  feed: {
    answered: (at) => `The feed answers, last at ${at}`,
    waiting: 'The feed has not answered yet',
    failed: (at) =>
      at === null ? 'The feed has never answered: record by hand' : `No word from the feed since ${at}: record by hand`,
  },
  wind: 'Wind',
  force: 'Bft',
  windLimit: '0 to 17',
  windFault: 'The wind is a whole number from 0 to 17',
  sky: 'Sky (nothing chosen means fair)',
  kind,
  save: 'Report this',
  saveFair: 'Report fair weather',
  saved: 'Recorded',
}
