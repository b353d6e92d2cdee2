import type { JobPage } from '#contract/job-views.ts'
import { useWords } from '../../session/language.tsx'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { Countdown } from '../../ui/time/countdown.tsx'
import { Card } from '../../ui/touch/card.tsx'

const soonMs = 5 * 60_000

/** When the next one is due, and what the rhythm has seen so far: taken, late and missed are facts, shown as such. */
export const SnapshotRecord = ({ duties }: { duties: JobPage['duties'] }) => {
  const { snapshot: words } = useWords()
  const own = duties.filter(({ kind }) => kind === 'snapshot')
  const count = (...states: readonly (typeof own)[number]['state'][]) =>
    own.filter(({ state }) => states.includes(state)).length
  const open = own.findLast(({ state }) => state === 'open' || state === 'due' || state === 'late')
  // Every late one but the last has been overtaken by the next.
  const missed = count('missed') + Math.max(0, count('late') - (open?.state === 'late' ? 1 : 0))
  const late = count('met-late')
  return (
    <Card title={open ? words.due : words.title} tone={open?.state === 'late' ? 'stopped' : 'must'}>
      {open && <Countdown dueAt={open.dueAt} soonMs={soonMs} size="large" />}
      <SafetyLabel state="met">{words.kept(count('met', 'met-late'))}</SafetyLabel>
      {late > 0 && <SafetyLabel state="due">{words.late(late)}</SafetyLabel>}
      {missed > 0 && <SafetyLabel state="stopped">{words.missed(missed)}</SafetyLabel>}
    </Card>
  )
}
