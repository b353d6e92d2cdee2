import type { Done } from '../events.ts'

export type AlarmClosed = Done & { readonly type: 'AlarmClosed'; readonly alarm: string; readonly result: string }
