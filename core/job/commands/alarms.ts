import type { Issued } from '../commands.ts'

/** Somebody says what became of an alarm and closes it; an alarm that the fact ends needs nobody. */
export type CloseAlarm = Issued & { readonly type: 'CloseAlarm'; readonly alarm: string; readonly result: string }
