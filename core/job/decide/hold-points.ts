import { openFallbacks } from '../../contingency/contingency.ts'
import type { PersonId } from '../../ids.ts'
import { judgeFence, type Position } from '../../place/position.ts'
import { holdPointOrder, type HoldPointKind } from '../../rulebook/hold-point.ts'
import type { Rulebook } from '../../rulebook/rulebook.ts'
import { assessHoldPoint } from '../assess-hold-point.ts'
import type { RecordGasTest, RecordVentilation } from '../commands.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { JobEvent } from '../events.ts'
import { evolve } from '../evolve.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import { fenceMetresMaxOf, pointsOf } from '../hold-points-of.ts'
import type { Job, JobRecord } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { withoutRepeats } from '../without-repeats.ts'
import type { GasTest } from '../site-records.ts'
import { checkEvidence, checkPictures, checkRecording } from './check-evidence.ts'
import { checkAnalyst, checkMayAttest, checkPart } from './check-part.ts'
import { checkScan } from './check-site.ts'
import { needsState } from './needs-state.ts'

export const atSite = ['approved', 'active', 'suspended'] as const

/**
 * A gas test is recorded even when it is bad: a reading over the limit is the most important one. What it may not be is
 * unreadable, from the future, or without its picture. Whether it lets work begin is asked at the start.
 */
export const recordGasTest = (
  { by, occurredAt, test }: RecordGasTest,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, atSite, ({ record, ...rest }) => {
    const refusals = [
      ...checkApplies('gas-test', record, rulebook),
      ...checkAnalyst(test.analyst, record, rulebook, facts),
      ...(by === test.analyst ? [] : checkMayAttest(by, record, rulebook, facts)),
      ...checkPosition(test.position, record, rulebook, facts).filter(
        ({ code }) => !(code === 'position-uncertain' && isPlacedByVoice(test, rulebook, facts)),
      ),
      ...checkEvidence(test.displayPicture, { step: 'gas-test', by }, record, facts),
      ...(test.spoken ? checkRecording(test.spoken.recording, { step: 'gas-test', by }, record, facts) : []),
    ]
    const [fallback] = test.spoken ? openFallbacks(facts.contingencies, 'air-is-watched', rulebook, facts.now) : []
    const recorded: JobEvent = {
      type: 'GasTested',
      by,
      occurredAt,
      test,
      isWithinLimits: false,
      ...(fallback ? { contingency: { id: fallback.id, mode: fallback.mode } } : {}),
    }
    const after = evolve({ ...rest, record }, recorded, record.id)
    const judged = 'record' in after ? assessHoldPoint('gas-test', after.record, rulebook, facts) : []
    refusals.push(...judged.filter(({ code }) => unreadable.has(code)))
    if (refusals.length > 0) return refuse(refusals)
    const isWithinLimits = !judged.some(({ code }) => code === 'gas-out-of-limits')
    const gasTested: JobEvent = { ...recorded, isWithinLimits }
    // Over the limit during work: stop, leave, treat, test again (6.5). The reading itself is the alarm.
    return accept(
      isWithinLimits || job.status !== 'active'
        ? [gasTested]
        : [gasTested, { type: 'WorkStopped', by: null, occurredAt, reason: 'gas-alarm', note: '' }],
    )
  })

/** While positioning is down a doubtful position is carried by voice and picture; one that is surely elsewhere never is. */
const isPlacedByVoice = ({ spoken }: GasTest, rulebook: Rulebook, { contingencies, now }: Facts): boolean =>
  spoken !== undefined && openFallbacks(contingencies, 'position', rulebook, now).length > 0

const unreadable: ReadonlySet<string> = new Set([
  'gas-unknown',
  'gas-unit-unfit',
  'gas-value-impossible',
  'gas-sample-future',
  'gases-of-place-unknown',
  'instrument-unknown',
  'instrument-out-of-calibration',
  'instrument-cannot-measure',
])

export const recordVentilation = (
  { by, occurredAt, ventilation }: RecordVentilation,
  job: Job,
  rulebook: Rulebook,
  facts: Facts,
): Decision =>
  needsState(job, atSite, (current) => {
    const { record } = current
    const recorded: JobEvent = { type: 'VentilationRecorded', by, occurredAt, ventilation }
    const after = evolve(current, recorded, record.id)
    const refusals = [
      ...checkApplies('ventilation', record, rulebook),
      ...checkTurn('ventilation', record, rulebook, facts),
      ...checkPart(by, ['guardian', 'leader', 'crew'], record, facts),
      ...checkPosition(ventilation.position, record, rulebook, facts),
      ...checkPictures([ventilation.scan, ventilation.runningPicture], { step: 'ventilation', by }, record, facts),
      ...checkScan(ventilation, record, rulebook, facts),
      ...('record' in after ? assessHoldPoint('ventilation', after.record, rulebook, facts) : []),
    ]
    return refusals.length > 0 ? refuse(withoutRepeats(refusals)) : accept([recorded])
  })

export const checkApplies = (kind: HoldPointKind, record: JobRecord, rulebook: Rulebook): Refusal[] =>
  pointsOf(kind, record, rulebook).length > 0
    ? []
    : [ground({ code: 'hold-point-not-applicable', params: { holdPoint: kind } }, { source: 'product' })]

/** The former hold points must be met before this one opens. */
export const checkTurn = (
  kind: HoldPointKind,
  record: JobRecord,
  rulebook: Rulebook,
  facts: Facts,
): readonly Refusal[] => {
  const waitsFor = holdPointOrder
    .slice(0, holdPointOrder.indexOf(kind))
    .find((former) => assessHoldPoint(former, record, rulebook, facts).length > 0)
  return waitsFor === undefined
    ? []
    : [ground({ code: 'hold-point-not-open', params: { holdPoint: kind, waitsFor } }, { source: 'product' })]
}

export const checkGuardian = (person: PersonId, { application }: JobRecord): readonly Refusal[] =>
  application.guardians.includes(person)
    ? []
    : [ground({ code: 'not-this-role', params: { person, role: 'guardian' } }, { clause: '4.10' })]

/** What is witnessed at the site must come from the site, without doubt. */
export const checkPosition = (
  position: Position,
  record: JobRecord,
  rulebook: Rulebook,
  { place }: Facts,
): readonly Refusal[] => {
  const metresMax = fenceMetresMaxOf(record, rulebook)
  if (metresMax === null) return []
  if (!place)
    return [ground({ code: 'place-unknown', params: { place: record.application.place } }, { source: 'product' })]
  const { verdict, distanceMetres } = judgeFence(position, place.fence, metresMax)
  switch (verdict) {
    case 'inside':
      return []
    case 'outside':
      return [ground({ code: 'position-outside', params: { distanceMetres, metresMax } }, { source: 'product' })]
    case 'unclear':
      return [
        ground(
          {
            code: 'position-uncertain',
            params: { accuracyMetres: position.accuracyMetres, distanceMetres, metresMax },
          },
          { source: 'product' },
        ),
      ]
  }
}
