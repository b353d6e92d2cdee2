import { holdPointOrder } from '../hold-point.ts'
import type { Operation, Rulebook } from '../rulebook.ts'
import { complain, under, type Spot } from './reader.ts'

/** The eight kinds of the standard: a conflict may name one that this rulebook does not treat. */
const statutoryKinds = [
  'hot-work',
  'confined-space',
  'blinding',
  'work-at-height',
  'lifting',
  'temporary-power',
  'excavation',
  'road-closing',
]

/** What only the whole rulebook can tell: that parts which name each other exist and leave no case open. */
export const checkReferences = (rulebook: Rulebook, spot: Spot): void => {
  const { operations, combinations, categories, gases, risks } = rulebook
  checkUnique(categories, under(spot, 'categories'))
  checkUnique(gases, under(spot, 'gases'))
  checkUnique(combinations, under(spot, 'combinations'))
  checkUnique(rulebook.deadlines ?? [], under(spot, 'deadlines'))
  combinations.forEach(({ needs }, i) => {
    if (!Object.hasOwn(operations, needs))
      complain(under(under(under(spot, 'combinations'), i), 'needs'), 'operation-unknown', { operation: needs })
  })
  checkContingencies(rulebook, under(spot, 'contingencies'))
  for (const [key, operation] of Object.entries(operations)) {
    const at = under(under(spot, 'operations'), key)
    if (operation.id !== key) complain(under(at, 'id'), 'id-differs-from-key', { id: operation.id, key })
    checkIds(operation, at)
    checkLevels(operation, at)
    checkRows(operation.levelRows, under(at, 'levelRows'))
    checkRows(operation.riskRows, under(at, 'riskRows'))
    checkRows(operation.guardian.countMin, under(under(at, 'guardian'), 'countMin'))
    operation.riskRows.forEach(({ risk }, i) => {
      if (!risks.includes(risk)) complain(under(under(at, 'riskRows'), i), 'word-unknown', { word: risk, known: risks })
    })
    checkHoldPoints(operation, under(at, 'holdPoints'))
    operation.conflicts.forEach(({ with: { operation: other } }, i) => {
      if (!Object.hasOwn(operations, other) && !statutoryKinds.includes(other))
        complain(under(under(at, 'conflicts'), i), 'operation-unknown', { operation: other })
    })
  }
}

const checkUnique = (rows: readonly { readonly id: string }[], spot: Spot): void => {
  rows.forEach(({ id }, i) => {
    if (rows.findIndex((one) => one.id === id) < i) complain(under(spot, i), 'id-repeated', { id })
  })
}

/** More time for a step that nobody signs would be time for nobody. */
const checkContingencies = ({ contingencies = [], operations }: Rulebook, spot: Spot): void => {
  checkUnique(contingencies, spot)
  const steps = Object.values(operations).flatMap(({ approvals }) => approvals.map(({ id }) => id))
  contingencies.forEach((mode, i) =>
    mode.extends.forEach(({ step }, j) => {
      if (!steps.includes(step))
        complain(under(under(under(spot, i), 'extends'), j), 'word-unknown', { word: step, known: [...new Set(steps)] })
    }),
  )
}

const checkIds = (operation: Operation, spot: Spot): void => {
  checkUnique(operation.crew.duties, under(under(spot, 'crew'), 'duties'))
  for (const part of [
    'levels',
    'upgrades',
    'fields',
    'preparations',
    'measures',
    'approvals',
    'acceptances',
    'conflicts',
  ] as const)
    checkUnique(operation[part], under(spot, part))
}

const checkLevels = ({ levels, levelRows, approvals }: Operation, spot: Spot): void => {
  const known = levels.map(({ id }) => id)
  levelRows.forEach(({ level }, i) => {
    if (!known.includes(level)) complain(under(under(spot, 'levelRows'), i), 'level-unknown', { level })
  })
  approvals.forEach((step, i) => {
    for (const level of step.levels)
      if (!known.includes(level)) complain(under(under(spot, 'approvals'), i), 'level-unknown', { level })
  })
  for (const level of known)
    // A step with a condition may fall away, so one without must remain.
    if (!approvals.some((step) => step.levels.includes(level) && !step.when))
      complain(under(spot, 'approvals'), 'level-without-approval', { level })
}

/** The last row must hold in every case, and only the last: whatever stands below such a row is never read. */
const checkRows = (rows: readonly { readonly when?: unknown }[], spot: Spot): void => {
  rows.forEach(({ when }, i) => {
    const isLast = i === rows.length - 1
    if (isLast && when !== undefined) complain(under(spot, i), 'last-row-conditional', {})
    if (!isLast && when === undefined) complain(under(spot, i + 1), 'row-unreachable', {})
  })
}

const checkHoldPoints = ({ holdPoints }: Operation, spot: Spot): void => {
  const given = holdPoints.map(({ kind }) => kind)
  // Checks of its own are the one hold point that an operation need not speak of.
  const expected = holdPointOrder.filter((kind) => kind !== 'witnessed-check' || given.includes(kind))
  if (given.length !== expected.length || given.some((kind, i) => kind !== expected[i]))
    complain(spot, 'hold-points-out-of-order', { expected, given })
  holdPoints.forEach((point, i) => {
    if (point.kind === 'witnessed-check' && point.applies) checkUnique(point.checks, under(under(spot, i), 'checks'))
    if (point.kind !== 'close-out' || !point.applies) return
    const declared = {
      'fire-watch-kept@1': ['minutesMin', point.fireWatchMinutes.value],
      'residue-pictured@1': ['picturesMin', point.residuePicturesMin.value],
    } as const
    for (const { rule, parameters } of point.requires) {
      const limit = Object.hasOwn(declared, rule) ? declared[rule as keyof typeof declared] : undefined
      if (!limit) continue
      const demanded = Number(parameters[limit[0]])
      if (demanded !== limit[1])
        complain(under(spot, i), 'limits-disagree', { rule, parameter: limit[0], demanded, declared: limit[1] })
    }
  })
}
