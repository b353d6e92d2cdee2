import { useUi } from '../ui-context.tsx'

const dayOf = (at: number, timeZone: string): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at)

/**
 * Writes instants as the plant's wall clock shows them, whatever zone the phone is in. The day is left out only when it is today:
 * "14:30" of another day would be a lie.
 */
export const useClockText = (): { readonly short: (at: number) => string; readonly full: (at: number) => string } => {
  const { locale, timeZone, now } = useUi()
  const clock = { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  const day = { month: 'short', day: 'numeric' } as const
  const write = (at: number, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options).format(at)

  return {
    short: (at) => write(at, dayOf(at, timeZone) === dayOf(now(), timeZone) ? clock : { ...clock, ...day }),
    full: (at) => write(at, { ...clock, ...day, year: 'numeric', second: '2-digit' }),
  }
}
