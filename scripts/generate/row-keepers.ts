/** The code that keeps a row of a rulebook, and the test that fails when it does not. */
export type Keeper = { readonly file: string; readonly test: string }

const rowTest = 'server/rulebooks/every-row.test.ts'
const limitsTest = 'server/rulebooks/limits.test.ts'
const matrixTest = 'server/rulebooks/matrix.test.ts'

/** Rows by the list in which they stand; a demand names its requirement and is found by that. */
const lists: { readonly [list: string]: Keeper } = {
  levelRows: { file: 'core/job/plan-permits.ts', test: matrixTest },
  upgrades: { file: 'core/job/plan-permits.ts', test: 'server/rulebooks/chemical.test.ts' },
  riskRows: { file: 'core/job/plan-permits.ts', test: matrixTest },
  combinations: { file: 'core/job/plan-permits.ts', test: matrixTest },
  fields: { file: 'core/job/decide/submit.ts', test: rowTest },
  measures: { file: 'core/rules/preparation/measures-confirmed.ts', test: rowTest },
  preparations: { file: 'core/rules/preparation/preparations-complete.ts', test: rowTest },
  approvals: { file: 'core/job/approval-chain.ts', test: rowTest },
  acceptances: { file: 'core/job/decide/closing.ts', test: rowTest },
  conflicts: { file: 'core/rules/place/no-neighbour-conflicts.ts', test: rowTest },
  checks: { file: 'core/rules/checks/checks-witnessed.ts', test: rowTest },
  countMin: { file: 'core/job/guardians-needed.ts', test: limitsTest },
  holdPoints: { file: 'core/job/assess-hold-point.ts', test: 'core/job/hold-points-of.test.ts' },
  changes: { file: 'core/job/decide/changes', test: 'core/job/job-changes.test.ts' },
  deadlines: { file: 'core/job/deadlines.ts', test: 'core/job/deadlines.test.ts' },
  people: { file: 'core/job/decide/changes', test: 'core/job/people-change.test.ts' },
  contingencies: { file: 'core/contingency/declare.ts', test: 'core/contingency/declare.test.ts' },
  debt: { file: 'core/contingency/debt.ts', test: 'core/contingency/debts.test.ts' },
  extends: { file: 'core/contingency/extended-minutes.ts', test: 'core/contingency/declare.test.ts' },
  signing: { file: 'core/job/decide/add-signer.ts', test: 'core/job/approval.test.ts' },
  booking: { file: 'core/job/booking.ts', test: 'core/job/booking.test.ts' },
  gases: { file: 'core/gas/judge-reading.ts', test: 'core/rules/gas/gas-within-limits.test.ts' },
  // Nobody is granted to delete what happened, so that it is kept longer than anybody asks.
  retention: { file: 'server/store/migrations/0001-foundations.sql', test: 'server/store/plant-walls.db.test.ts' },
}

/** Numbers and single rows by their own name. */
const named: { readonly [name: string]: Keeper } = {
  night: { file: 'core/job/condition-view.ts', test: 'server/rulebooks/chemical.test.ts' },
  validHoursMax: { file: 'core/rules/time/window-is-lawful.ts', test: matrixTest },
  reTestAfterBreakMinutes: { file: 'core/rules/gas/gas-tested-after-break.ts', test: 'core/rules/gas/gas.test.ts' },
  fireWatchMinutes: { file: 'core/rules/close-out/fire-watch-kept.ts', test: 'core/rules/close-out/close-out.test.ts' },
  residuePicturesMin: {
    file: 'core/rules/close-out/residue-pictured.ts',
    test: 'core/rules/close-out/close-out.test.ts',
  },
  recordEveryMinutes: { file: 'core/job/obligations.ts', test: limitsTest },
  everyMinutes: { file: 'core/job/obligations.ts', test: limitsTest },
  toleranceMinutes: { file: 'core/job/obligations.ts', test: limitsTest },
  withinMinutes: { file: 'core/job/obligations.ts', test: limitsTest },
  escalateTo: { file: 'core/job/obligations.ts', test: 'core/job/approval.test.ts' },
  fenceMetresMax: { file: 'core/job/decide/hold-points.ts', test: 'core/job/decide.test.ts' },
  silentMinutesMax: {
    file: 'core/rules/presence/guardian-is-present.ts',
    test: 'core/rules/presence/guardian-is-present.test.ts',
  },
  onSite: { file: 'core/job/decide/approval.ts', test: 'core/job/decide.test.ts' },
  delegationDaysMax: { file: 'core/people/delegation.ts', test: 'core/people/delegation.test.ts' },
  booking: { file: 'core/job/booking.ts', test: 'core/job/booking.test.ts' },
  // Film stays with its recorder, and its days are counted here.
  'process-video': { file: 'core/video/kept-days.ts', test: 'server/routes/video.db.test.ts' },
  'site-video': { file: 'core/video/kept-days.ts', test: 'server/routes/video.db.test.ts' },
  daily: { file: 'core/rules/gas/gas-tested-today.ts', test: 'core/rules/gas/gas.test.ts' },
}

/** Undefined where nobody said what keeps it, and then the page cannot be written. */
export const keeperOf = (path: readonly string[]): Keeper | undefined => {
  const own = named[path.at(-1) ?? '']
  if (own) return own
  const list = path.findLast((key) => Object.hasOwn(lists, key))
  return list === undefined ? undefined : lists[list]
}
