import { Button } from 'antd'
import { useState } from 'react'
import { isoDate } from '#core/time/epoch.ts'
import { plantClockOf } from '#core/time/plant-clock.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { useUi } from '../../ui/ui-context.tsx'
import css from './feed.module.css'

type Portion = { readonly jobs: number; readonly records: number; readonly after: string | null }

/** Asks for one portion after the other and tells how far it is; what was queued already stays queued if it is left. */
export const ReplayForm = ({ onQueued }: { onQueued: () => void }) => {
  const { feed: words } = useWords()
  const { api } = useServices()
  const { timeZone } = useUi()
  const [day, setDay] = useState('')
  const [progress, setProgress] = useState<string | null>(null)
  const [isRunning, setRunning] = useState(false)
  const run = async () => {
    setRunning(true)
    let [jobs, records] = [0, 0]
    let after: string | null = null
    try {
      do {
        const { answer }: { answer: Portion } = await api.send<Portion>({
          method: 'POST',
          path: '/api/feed/replay',
          body: { kind: 'json', value: { from: plantClockOf(timeZone).startOf(isoDate(day)), after } },
          key: crypto.randomUUID(),
        })
        jobs += answer.jobs
        records += answer.records
        after = answer.after
        setProgress(words.replaying(jobs, records))
      } while (after !== null)
      setProgress(words.replayed(jobs, records))
    } catch {
      setProgress(words.failed)
    }
    setRunning(false)
    onQueued()
  }
  return (
    <div className={css.replay}>
      <span>{words.replay}</span>
      <div>
        <input type="date" aria-label={words.replayFrom} value={day} onChange={({ target }) => setDay(target.value)} />
        <Button disabled={day === ''} loading={isRunning} onClick={() => void run()}>
          {words.replayNow}
        </Button>
      </div>
      <small>{progress ?? words.replayHow}</small>
    </div>
  )
}
