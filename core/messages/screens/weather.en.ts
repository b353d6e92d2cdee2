import type { ScreenWords } from '../screens.zh-cn.ts'
import { weatherEn as kind } from '../vocabulary.en.ts'

export const weatherScreenEn: ScreenWords['weather'] = {
  title: 'Report the weather',
  latest: 'Latest',
  none: 'Nobody has reported yet. Outdoor work needs a reading of the last hour.',
  fair: 'fair',
  reading: (at, windForce, sky) => `${at} · wind force ${windForce} · ${sky}`,
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
