import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { HeartbeatAnswer, MyGuarding } from '#contract/presence.ts'
import { distanceMetres, type Position } from '#core/place/position.ts'
import { useWords } from '../../session/language.tsx'
import { useServices } from '../../session/services.tsx'
import { useRead } from '../../session/use-read.ts'
import { useListed } from '../../ui/listed.ts'
import { SafetyLabel } from '../../ui/safety/safety-shape.tsx'
import { useClockText } from '../../ui/time/clock-text.ts'
import { usePosition, type Position as Watched } from '../../ui/place/use-position.ts'
import { useWakeLock } from '../../ui/wake/use-wake-lock.ts'
import { useUi } from '../../ui/ui-context.tsx'
import css from './guard-watch.module.css'

const beatEveryMs = 60_000
/** Whoever walks does not wait for the next minute. */
const stepMetres = 30
/** What the server takes at most; beyond, the position says nothing anyway. */
const ageSecondsMax = 86_400
const accuracyMetresMax = 10_000

/** On every page of the phone while somebody guards: a sign of life each minute, and what came of the last one. */
export const GuardWatch = () => {
  const { data } = useRead<MyGuarding>(['jobs', 'guarding'], '/api/me/guarding')
  return data && data.jobs.length > 0 ? <Beating jobs={data.jobs} /> : null
}

type Beat = { readonly at: number; readonly answer: HeartbeatAnswer | null }

const Beating = ({ jobs }: { jobs: MyGuarding['jobs'] }) => {
  const { duty: words } = useWords().guarding
  const { api, queries } = useServices()
  const { now } = useUi()
  const clock = useClockText()
  const listed = useListed()
  const watched = usePosition(true)
  const sent = useRef<Position>(undefined)
  const [last, setLast] = useState<Beat>()
  const [heardAt, setHeardAt] = useState<number>()
  useWakeLock(true)

  const beat = useEffectEvent(async (known?: Fix): Promise<void> => {
    const fix = known ?? (await readPosition()) ?? fixOf(watched)
    if (fix.position) sent.current = fix.position
    for (const { job, state } of jobs)
      try {
        const { answer } = await api.send<HeartbeatAnswer>({
          method: 'POST',
          path: `/api/jobs/${job}/presence`,
          body: { kind: 'json', value: fix },
          key: crypto.randomUUID(),
        })
        setLast({ at: now(), answer })
        setHeardAt(now())
        if (answer.state !== state) await queries.invalidateQueries({ queryKey: ['jobs'] })
      } catch {
        setLast({ at: now(), answer: null })
      }
  })
  const guarded = jobs.map(({ job }) => job).join(' ')
  useEffect(() => {
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') void beat()
    }
    void beat()
    const timer = setInterval(() => void beat(), beatEveryMs)
    document.addEventListener('visibilitychange', onVisible)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
    }
  }, [guarded])

  const beatWhenWalked = useEffectEvent((fix: Fix) => {
    if (!fix.position) return
    if (!sent.current || distanceMetres(sent.current, fix.position) >= stepMetres) void beat(fix)
  })
  useEffect(() => beatWhenWalked(fixOf(watched)), [watched])

  const place = listed(jobs.map((one) => one.place))
  const answer = last?.answer
  const isLeft = answer?.state === 'outside'
  return (
    <aside className={css.watch} data-left={isLeft} role="status">
      <SafetyLabel state={isLeft ? 'stopped' : last && answer?.placing !== 'inside' ? 'due' : 'met'}>
        {isLeft ? words.left : words.on(place)}
      </SafetyLabel>
      {!isLeft && last && (
        <span className={css.detail}>
          {answer === null || answer === undefined
            ? words.unsent
            : answer.placing === 'unclear'
              ? words.unclear
              : words.sent(clock.short(heardAt ?? last.at))}
        </span>
      )}
    </aside>
  )
}

type Fix = { readonly position: Position | null; readonly ageSeconds: number }

const toFix = ({ latitude, longitude, accuracyMetres }: Position, takenAt: number): Fix => ({
  position: { latitude, longitude, accuracyMetres: Math.min(accuracyMetres, accuracyMetresMax) },
  ageSeconds: Math.min(ageSecondsMax, Math.max(0, (Date.now() - takenAt) / 1000)),
})

const fixOf = (watched: Watched): Fix =>
  watched.status === 'known' ? toFix(watched, watched.takenAt) : { position: null, ageSeconds: 0 }

/** Asked anew each time: a watched position that has not changed may also be one that is not watched any more. */
const readPosition = (): Promise<Fix | undefined> =>
  new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy }, timestamp }) =>
        resolve(toFix({ latitude, longitude, accuracyMetres: accuracy }, timestamp)),
      () => resolve(undefined),
      { enableHighAccuracy: true, maximumAge: 20_000, timeout: 8_000 },
    )
  })
