import type { StepId } from '../ids.ts'
import type { JobRecord } from '../job/job.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { earliest } from '../time/epoch.ts'
import type { Window } from '../time/window.ts'
import { modeOf } from './contingency.ts'

/** How much longer a step may take because a contingency was open while its time ran; of several the most generous counts once. */
export const extendedMinutes = (
  { contingencies }: Pick<JobRecord, 'contingencies'>,
  step: StepId,
  { from, to }: Window,
  rulebook: Rulebook,
): number =>
  Math.max(
    0,
    ...contingencies
      .filter(({ openedAt, until, endedAt }) => openedAt < to && earliest(until, endedAt ?? until) > from)
      .flatMap(({ mode }) => modeOf(rulebook, mode)?.extends ?? [])
      .flatMap((extension) => (extension.step === step ? [extension.minutes] : [])),
  )
