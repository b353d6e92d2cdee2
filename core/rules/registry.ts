import type { Demand } from '../rulebook/rulebook.ts'
import { answerIsAtLeast } from './answers/answer-is-at-least.ts'
import { answerIsAtMost } from './answers/answer-is-at-most.ts'
import { answerIsYes } from './answers/answer-is-yes.ts'
import { answerNamesOne } from './answers/answer-names-one.ts'
import { checksWitnessed } from './checks/checks-witnessed.ts'
import { blindFitsAction } from './blinding/blind-fits-action.ts'
import { blindIsRegistered } from './blinding/blind-is-registered.ts'
import { everythingCountedOut } from './close-out/everything-counted-out.ts'
import { fireWatchKept } from './close-out/fire-watch-kept.ts'
import { residuePictured } from './close-out/residue-pictured.ts'
import { airIsWatched } from './gas/air-is-watched.ts'
import { gasSampleIsFresh } from './gas/gas-sample-is-fresh.ts'
import { gasTestedAfterBreak } from './gas/gas-tested-after-break.ts'
import { gasTestedToday } from './gas/gas-tested-today.ts'
import { gasWithinLimits } from './gas/gas-within-limits.ts'
import { instrumentIsCalibrated } from './gas/instrument-is-calibrated.ts'
import { isolationInPlace } from './isolation/isolation-in-place.ts'
import { crewIsRested } from './people/crew-is-rested.ts'
import { guardianIsNotWorker } from './people/guardian-is-not-worker.ts'
import { holdsValidCredential } from './people/holds-valid-credential.ts'
import { isFreeForThisJob } from './people/is-free-for-this-job.ts'
import { isMedicallyFit } from './people/is-medically-fit.ts'
import { isOnRoster } from './people/is-on-roster.ts'
import { isTrained } from './people/is-trained.ts'
import { mayWorkAtLevel } from './people/may-work-at-level.ts'
import { permitsStillFit } from './permits/permits-still-fit.ts'
import { crossWorkDeclared } from './place/cross-work-declared.ts'
import { fallLineDeclared } from './place/fall-line-declared.ts'
import { activitiesGoTogether } from './place/activities-go-together.ts'
import { neighboursGoTogether, noNeighbourConflicts } from './place/no-neighbour-conflicts.ts'
import { placeNamesGases } from './place/place-names-gases.ts'
import { recordingCoversWork } from './place/recording-covers-work.ts'
import { skyAllows } from './place/sky-allows.ts'
import { windAllows } from './place/wind-allows.ts'
import { briefingSigned } from './preparation/briefing-signed.ts'
import { measuresConfirmed } from './preparation/measures-confirmed.ts'
import { preparationsComplete } from './preparation/preparations-complete.ts'
import { guardianIsPresent } from './presence/guardian-is-present.ts'
import type { Requirement } from './requirement.ts'
import { nowIsWithinWindow } from './time/now-is-within-window.ts'
import { urgentWorkHasReason } from './time/urgent-work-has-reason.ts'
import { planIsUploaded } from './preparation/plan-is-uploaded.ts'
import { windowIsAtMost } from './time/window-is-at-most.ts'
import { windowIsLawful } from './time/window-is-lawful.ts'
import { fanVentilatesThisSpace } from './ventilation/fan-ventilates-this-space.ts'

/** Every requirement that a rulebook may name. */
export const requirements: readonly Requirement[] = [
  isOnRoster,
  holdsValidCredential,
  isTrained,
  isMedicallyFit,
  mayWorkAtLevel,
  guardianIsNotWorker,
  isFreeForThisJob,
  crewIsRested,
  windowIsLawful,
  windowIsAtMost,
  urgentWorkHasReason,
  nowIsWithinWindow,
  permitsStillFit,
  noNeighbourConflicts,
  neighboursGoTogether,
  activitiesGoTogether,
  isolationInPlace,
  placeNamesGases,
  fallLineDeclared,
  crossWorkDeclared,
  blindIsRegistered,
  blindFitsAction,
  windAllows,
  skyAllows,
  recordingCoversWork,
  answerIsAtMost,
  answerIsAtLeast,
  answerIsYes,
  answerNamesOne,
  preparationsComplete,
  planIsUploaded,
  measuresConfirmed,
  briefingSigned,
  gasSampleIsFresh,
  gasWithinLimits,
  instrumentIsCalibrated,
  gasTestedAfterBreak,
  gasTestedToday,
  airIsWatched,
  fanVentilatesThisSpace,
  checksWitnessed,
  guardianIsPresent,
  everythingCountedOut,
  residuePictured,
  fireWatchKept,
]

const byId = new Map(requirements.map((requirement) => [requirement.id, requirement]))

export const requirementOf = (rule: string): Requirement | undefined => byId.get(rule)

/** A demand of a rulebook, and how it is checked: its parameters were read as what its requirement asks for. */
export type DemandCheck = {
  readonly demand: Demand
  readonly parameters: never
  readonly check: Requirement['check']
}

/**
 * A rulebook that names an unknown requirement was refused when it was parsed; should one get here nevertheless, it
 * throws: a demand that nobody can check must not pass.
 */
export const toCheck = (demand: Demand): DemandCheck => {
  const requirement = byId.get(demand.rule)
  if (!requirement) throw new Error(`rulebook names an unknown requirement: ${demand.rule}`)
  return { demand, parameters: demand.parameters as never, check: requirement.check }
}
