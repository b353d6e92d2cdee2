import type { OperationId } from '../ids.ts'
import type { Refusal, RefusalCode } from '../job/refusal.ts'
import type { Condition } from '../rulebook/condition.ts'
import type { Rulebook } from '../rulebook/rulebook.ts'
import type { AlarmCode } from './alarm.ts'

/** Which alarm it is that a gate had to say no for this; a refusal without one is no alarm of table A.4. */
const codeOfRefusal: { readonly [C in RefusalCode]?: AlarmCode } = {
  'gas-sample-missing': '01',
  // A sample from the future is a clock that is wrong: there is none that counts.
  'gas-sample-future': '01',
  'gas-sample-stale': '02',
  'gas-test-after-break': '03',
  'gas-test-of-day-missing': '04',
  'gas-out-of-limits': '06',
  'guardian-not-signed-in': '31',
  'guardian-outside': '31',
  'guardian-silent': '31',
  'credential-missing': '50',
  'credential-not-yet-valid': '50',
  'credential-validity-unknown': '50',
  'credential-not-confirmed': '50',
  'credential-expired': '51',
  'credential-review-overdue': '51',
  'credential-holder-mismatch': '52',
  'approval-missing': '61',
  'linked-permit-missing': '62',
  'briefer-missing': '70',
  'briefing-unsigned': '70',
  'measure-unconfirmed': '90',
}

export const alarmOfRefusal = (
  refusal: Refusal,
  command: 'SubmitJob' | 'ApproveStep' | 'StartWork' | 'ResumeWork',
  rulebook: Rulebook,
): AlarmCode | null => {
  switch (refusal.code) {
    case 'position-outside':
    case 'position-missing':
    case 'position-uncertain':
      return command === 'ApproveStep' ? '30' : null
    case 'job-in-wrong-state':
      return command === 'StartWork' && isBeforeIssue(refusal.params.status) ? '60' : null
    case 'preparation-missing':
    case 'preparation-incomplete':
      return isRiskAnalysis(refusal.params, rulebook) ? '80' : null
    case 'level-outdated':
      return notUpgraded(refusal.params, rulebook)
    default:
      return codeOfRefusal[refusal.code] ?? null
  }
}

type Outdated = { readonly operation: OperationId; readonly upgradedBy: readonly string[] }

/** Which of 40 to 43 it is follows from what the rulebook's own row asks about; a place that became more dangerous has none. */
const notUpgraded = ({ operation, upgradedBy }: Outdated, { operations }: Rulebook): AlarmCode | null => {
  const rows = operations[operation]?.upgrades.filter(({ id }) => upgradedBy.includes(id)) ?? []
  return rows.map(({ when }) => codeOfTime(when)).find((code) => code !== null) ?? null
}

const codeOfDay: { readonly [day: string]: AlarmCode } = { holiday: '40', 'rest-day': '41', 'major-event': '43' }

const codeOfTime = (when: Condition): AlarmCode | null => {
  if ('fact' in when && when.fact === 'window.isNight') return '42'
  return 'includes' in when && when.fact === 'window.days' ? (codeOfDay[when.includes] ?? null) : null
}

const isBeforeIssue = (status: string): boolean => status === 'none' || status === 'drafted' || status === 'submitted'

type About = { readonly operation: OperationId; readonly preparation: string }

/** A rescue plan that is missing stops the signature as well, and yet it is no missing risk analysis. */
const isRiskAnalysis = ({ operation, preparation }: About, { operations }: Rulebook): boolean =>
  operations[operation]?.preparations.find(({ id }) => id === preparation)?.kind === 'hazards'
