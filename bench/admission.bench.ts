import { assess } from '#core/job/assess.ts'
import { id, type PersonId } from '#core/ids.ts'
import { planPermits } from '#core/job/plan-permits.ts'
import { readRulebook } from '#server/rulebooks/read-rulebook.ts'
import { applicationFor, worldOf } from '#server/rulebooks/testing/rulebook-world.ts'

/** How many admissions of a crew of six one core can check with the full rulebook, once the levels are worked out. */
const checksPerSecondTarget = 200_000
const seconds = 3

const parsed = await readRulebook('chemical')
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const { rulebook } = parsed
const hotWork = rulebook.operations['hot-work']
if (!hotWork) throw new Error('the chemical rulebook has no hot work')

const world = worldOf(rulebook)
const crew = Array.from({ length: 6 }, (_, i) => id<PersonId>(`welder-${i}`))
const [pattern] = Object.values(world.people)
if (!pattern) throw new Error('nobody in the example world')
const facts = { ...world, people: { ...world.people, ...Object.fromEntries(crew.map((one) => [one, pattern])) } }
const application = {
  ...applicationFor(rulebook, hotWork),
  crew: crew.map((person) => ({ person, duties: [id<never>('welder')] })),
}
const { permits } = planPermits(application, {}, rulebook, facts)
const check = () => assess('submit', { application, permits, record: null }, rulebook, facts)

const { refusals } = check()
if (refusals.length > 0) throw new Error(`the measured crew is refused: ${refusals.map(({ code }) => code).join(', ')}`)
for (let i = 0; i < 20_000; i++) check()

let checks = 0
const startedAt = performance.now()
while (performance.now() - startedAt < seconds * 1000) for (let i = 0; i < 100; i++, checks++) check()
const perSecond = checks / ((performance.now() - startedAt) / 1000)
console.log(
  `admission of a crew of six: ${Math.round(perSecond).toLocaleString('en')} checks/s on one core (target ${checksPerSecondTarget.toLocaleString('en')})`,
)
