import { useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { Icon } from '../ui/icons/icon.tsx'
import { SafetyShape } from '../ui/safety/safety-shape.tsx'
import { useClockText } from '../ui/time/clock-text.ts'
import { useWords } from './language.tsx'
import css from './live-updates.module.css'
import { listenLive, type LiveState } from './live.ts'
import { sessionKey, useServices } from './services.tsx'

const LiveContext = createContext<LiveState>({ at: 'connecting' })

/** One connection for the whole page: when the server says that a topic changed, everything read under it is read anew. */
export const LiveProvider = ({ children }: { children: ReactNode }) => {
  const { clock } = useServices()
  const queries = useQueryClient()
  const [state, setState] = useState<LiveState>({ at: 'connecting' })

  useEffect(
    () =>
      listenLive({
        open: () => new EventSource('/api/live'),
        now: clock.now,
        onState: setState,
        onTopics: (topics) =>
          void queries.invalidateQueries({
            predicate: ({ queryKey: [topic] }) =>
              topic !== sessionKey[0] && (topics === 'everything' || topics.includes(String(topic))),
          }),
      }),
    [clock, queries],
  )
  return <LiveContext value={state}>{children}</LiveContext>
}

export const useLiveState = (): LiveState => use(LiveContext)

/** Says whether the screen shows what is or what was. Quiet while it is live. */
export const LiveMark = () => {
  const state = useLiveState()
  const words = useWords().session.live
  const clock = useClockText()
  switch (state.at) {
    case 'live':
      return (
        <span className={css.mark}>
          <Icon name="check" size={16} />
          {words.live}
        </span>
      )
    case 'connecting':
      return <span className={css.mark}>{words.connecting}</span>
    case 'lost':
      return (
        <span className={css.mark} data-lost role="status">
          <SafetyShape state="due" size={18} />
          {state.since === 'never-live' ? words.lostAtOnce : words.lost(clock.short(state.since))}
        </span>
      )
  }
}
