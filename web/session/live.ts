/** Whether the screen shows what is, or what was: a board that silently stopped is worse than none. */
export type LiveState =
  | { readonly at: 'connecting' }
  | { readonly at: 'live' }
  | { readonly at: 'lost'; readonly since: number | 'never-live' }

/** The little of EventSource that is needed. */
export type LiveSource = {
  addEventListener(
    type: 'open' | 'changed' | 'beat' | 'error',
    listener: (event: { readonly data?: unknown }) => void,
  ): void
  close(): void
}

/** The server beats every 15 s; three missed beats are silence. */
export const silenceMsMax = 45_000
const firstRetryMs = 1000
const retryMsMax = 30_000

export const retryDelayMs = (failures: number, chance: number): number =>
  // Between half and all of the step, so that a hundred phones do not return in the same instant.
  Math.min(retryMsMax, firstRetryMs * 2 ** (failures - 1)) * (0.5 + chance / 2)

/**
 * Listens to the server's `changed` events and tells which topics changed; `everything` after any gap, since what happened meanwhile was
 * not heard. Returns a function that ends it.
 */
export const listenLive = ({
  open,
  onTopics,
  onState,
  now,
  chance = Math.random,
}: {
  open: () => LiveSource
  onTopics: (topics: readonly string[] | 'everything') => void
  onState: (state: LiveState) => void
  now: () => number
  chance?: () => number
}): (() => void) => {
  let source: LiveSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let heardAt: number | 'never-live' = 'never-live'
  let ended = false

  const lose = () => {
    if (ended) return
    source?.close()
    source = undefined
    clearTimeout(timer)
    failures += 1
    onState({ at: 'lost', since: heardAt })
    timer = setTimeout(connect, retryDelayMs(failures, chance()))
  }
  const hear = () => {
    heardAt = now()
    clearTimeout(timer)
    timer = setTimeout(lose, silenceMsMax)
  }
  const connect = () => {
    const opened = open()
    source = opened
    // A source that was given up may still speak; only the present one is heard.
    const whilePresent = (listen: (data: unknown) => void) => (event: { readonly data?: unknown }) => {
      if (source === opened && !ended) listen(event.data)
    }
    timer = setTimeout(lose, silenceMsMax)
    opened.addEventListener(
      'open',
      whilePresent(() => {
        const isReturn = heardAt !== 'never-live'
        failures = 0
        hear()
        onState({ at: 'live' })
        if (isReturn) onTopics('everything')
      }),
    )
    opened.addEventListener('beat', whilePresent(hear))
    opened.addEventListener(
      'changed',
      whilePresent((data) => {
        hear()
        onTopics(topicsOf(data))
      }),
    )
    opened.addEventListener('error', whilePresent(lose))
  }

  onState({ at: 'connecting' })
  connect()
  return () => {
    ended = true
    clearTimeout(timer)
    source?.close()
  }
}

/** `{"topics":["jobs","job:…"]}`; whatever cannot be read may mean anything, so everything is read anew. */
const topicsOf = (data: unknown): readonly string[] | 'everything' => {
  try {
    const { topics } = JSON.parse(String(data)) as { topics?: unknown }
    return Array.isArray(topics) && topics.every((topic) => typeof topic === 'string') ? topics : 'everything'
  } catch {
    return 'everything'
  }
}
