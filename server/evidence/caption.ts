import type { Position } from '#core/place/position.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Caption } from './served-copy.ts'

/** Which work a picture belongs to, in names that stand on the permit. */
export type CapturedWork = {
  readonly permitNumbers: readonly string[]
  readonly place: string
  readonly timeZone: string
}

/** What is known before the picture is taken; the phone shows it in the viewfinder. */
export const captionOfWork = ({ permitNumbers, place }: CapturedWork): Caption =>
  [permitNumbers.join(' · '), place].filter((line) => line !== '')

/** Names and numbers alone, so that the same picture serves readers of every language. */
export const captionOf = (
  work: CapturedWork,
  { capturedAt, position }: { readonly capturedAt: EpochMs; readonly position: Position | null },
): Caption => [...captionOfWork(work), [toLocal(capturedAt, work.timeZone), ...toPlace(position)].join(' · ')]

/** `2026-11-24 12:01:00 +08:00`: unmistakable in every country, also a year later. */
const toLocal = (at: EpochMs, timeZone: string): string => {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return `${local.toPlainDate().toString()} ${local.toPlainTime().toString({ smallestUnit: 'second' })} ${local.offset}`
}

/** Five decimals are a metre. */
const toPlace = (position: Position | null): readonly string[] =>
  position === null
    ? []
    : [`${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)} ±${Math.round(position.accuracyMetres)} m`]
