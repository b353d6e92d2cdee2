import { id, type ContingencyId, type SourceId } from '../ids.ts'
import { analyst, gasTest, noon, rulebook as ordinary } from '../job/examples.ts'
import type { RecordGasTest } from '../job/commands.ts'
import type { ContingencyMode } from '../rulebook/contingency-mode.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import { addHours, addMinutes, type EpochMs } from '../time/epoch.ts'
import type { Contingency } from './contingency.ts'
import type { Source } from './source.ts'

export const detectors = id<SourceId>('detectors-1')

export const detectorsSilent: ContingencyMode = {
  id: 'detectors-silent',
  silentSource: 'fixed-detectors',
  name: { zh: '例', en: 'example' },
  silentMinutesMin: { value: 10, source: 'enterprise' },
  hoursMax: { value: 8, source: 'enterprise' },
  by: { authority: 'safety-department' },
  fulfils: ['air-is-watched'],
  extends: [{ step: id('space-approval'), minutes: 120, source: 'enterprise' }],
  debt: {
    dueHours: { value: 24, source: 'enterprise' },
    by: { authority: 'safety-department' },
    escalateTo: { authority: 'director' },
    oxygenPercent: { value: 0.5, source: 'enterprise' },
    lelPercent: { value: 5, source: 'enterprise' },
    toxicPercentOfLimit: { value: 25, source: 'enterprise' },
  },
  source: 'enterprise',
}

export const positioningSilent: ContingencyMode = {
  ...detectorsSilent,
  id: 'positioning-silent',
  silentSource: 'positioning',
  fulfils: ['position'],
  extends: [],
}

export const gatewaySilent: ContingencyMode = { ...detectorsSilent, id: 'gateway-silent', silentSource: 'gateway' }

export const rulebook: Rulebook = { ...ordinary, contingencies: [detectorsSilent, gatewaySilent, positioningSilent] }

/** The detectors as last heard this many minutes before noon; `null`: never. */
export const heardBefore = (minutes: number | null): Source => ({
  id: detectors,
  kind: 'fixed-detectors',
  lastHeardAt: minutes === null ? null : addMinutes(noon, -minutes),
})

export const opened = (change: Partial<Contingency> = {}): Contingency => ({
  id: id<ContingencyId>('contingency-1'),
  mode: 'detectors-silent',
  source: detectors,
  declaredBy: id('safety-1'),
  openedAt: addMinutes(noon, -5),
  until: addHours(noon, 4),
  endedAt: null,
  ...change,
})

export const spokenTest = (takenAt: EpochMs): RecordGasTest => {
  const test = gasTest(takenAt)
  if (test.type !== 'RecordGasTest') throw new Error('the example is no gas test')
  return {
    ...test,
    by: analyst,
    test: { ...test.test, spoken: { recording: id('recording-1'), said: '氧气二十点九,可燃气零' } },
  }
}
