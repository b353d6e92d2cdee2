import type { Answer, SendRequest } from '../api.ts'
import { RequestFailed, type Problem } from '../problem.ts'
import {
  isWaiting,
  mayBeLetGo,
  sendsByItself,
  stateAfterFailure,
  type EntryState,
  type OutboxEntry,
  type Submission,
  type TriedState,
  type WaitReason,
} from './entry.ts'

/** Where entries outlive the page. */
export type OutboxStore = {
  readonly put: (entry: OutboxEntry) => Promise<void>
  readonly remove: (key: string) => Promise<void>
  readonly all: () => Promise<readonly OutboxEntry[]>
}

/** How it stands with what was handed in, as soon as that is known. */
export type Outcome<T> =
  | { readonly kind: 'done'; readonly answer: T; readonly receivedAt: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  | { readonly kind: 'waiting'; readonly because: WaitReason }

export type SecretHeaders = Readonly<Record<string, string>>

export type Outbox = {
  /** `secrets` travel beside it as headers and live in memory alone, until the answer is there. */
  readonly submit: <T>(submission: Submission, secrets?: SecretHeaders) => Promise<Outcome<T>>
  readonly entries: () => readonly OutboxEntry[]
  readonly subscribe: (listener: () => void) => () => void
  /** Sends what waits, now: the network is back, somebody tapped, somebody signed in. */
  readonly sendNow: (key?: string) => Promise<void>
  readonly letGo: (key: string) => Promise<void>
  readonly signedInAs: (person: string | undefined) => void
  readonly restore: () => Promise<void>
}

const firstRetryMs = 2000
const retryMsMax = 60_000
const receiptsShownMax = 30

/** The one way by which anything leaves the phone. Nothing is dropped before the server said that it has it. */
export const createOutbox = ({
  store,
  send,
  now,
  newKey,
}: {
  store: OutboxStore
  send: (request: SendRequest) => Promise<Answer<unknown>>
  now: () => number
  newKey: () => string
}): Outbox => {
  let entries: readonly OutboxEntry[] = []
  let signedIn: string | undefined
  let round: Promise<void> | undefined
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const secretsOf = new Map<string, SecretHeaders>()

  const show = (next: readonly OutboxEntry[]) => {
    entries = withoutOldReceipts(next)
    for (const listener of listeners) listener()
  }
  const entryOf = (key: string) => entries.find((entry) => entry.key === key)
  const change = (key: string, changes: Partial<OutboxEntry>) =>
    show(entries.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry)))

  const sendOne = async (key: string): Promise<TriedState> => {
    const entry = entryOf(key)
    if (!entry) throw new Error(`no entry ${key}`)
    change(key, { state: { at: 'sending' }, tries: entry.tries + 1 })
    const { kind: _kind, label: _label, headers, ...request } = entry.submission
    const secrets = secretsOf.get(key)
    const all = headers || secrets ? { headers: { ...headers, ...secrets } } : {}
    const state = await send({ ...request, ...all, key }).then(
      ({ answer, receivedAt }): TriedState => ({ at: 'server', answer, receivedAt }),
      // Whatever else breaks must not leave an entry "sending" for ever.
      (error: unknown) =>
        stateAfterFailure(error instanceof RequestFailed ? error.failure : { kind: 'unreadable', status: 0 }),
    )
    if (state.at !== 'this-phone') secretsOf.delete(key)
    change(key, { state })
    const kept = remember(key)
    // A stop is tried again even where the phone's storage hangs.
    if (entry.submission.kind !== 'stop') await kept
    return state
  }

  /** The phone's storage may be full or forbidden; then the entry lives in memory, is marked so, and is sent all the same. */
  const remember = async (key: string) => {
    const entry = entryOf(key)
    if (!entry) return
    try {
      if (!isWaiting(entry)) return await store.remove(key)
      await store.put({ ...entry, kept: 'stored' })
      change(key, { kept: 'stored' })
    } catch {
      change(key, { kept: 'memory' })
    }
  }

  const stopsRunning = new Set<string>()
  const sendStops = () =>
    Promise.all(
      entries
        .filter(
          (entry) => entry.submission.kind === 'stop' && sendsByItself(entry, signedIn) && !stopsRunning.has(entry.key),
        )
        .map(async ({ key }) => {
          stopsRunning.add(key)
          await sendOne(key).finally(() => stopsRunning.delete(key))
        }),
    )

  /**
   * One after the other and in the order they were made, so that a gas test is there before the start that relies on it. Without network
   * or sign-in the rest need not be tried; one that the server chokes on does not hold up the others.
   */
  const sendInTurn = async () => {
    const tried = new Set<string>()
    for (;;) {
      const next = entries.find(({ key }) => !tried.has(key) && isInTurn(key))
      if (!next) return
      tried.add(next.key)
      const state = await sendOne(next.key)
      if (state.at === 'this-phone' && state.because !== 'server-trouble') return holdUp(tried, state.because)
    }
  }
  const isInTurn = (key: string) => {
    const entry = entryOf(key)
    return entry !== undefined && entry.submission.kind !== 'stop' && sendsByItself(entry, signedIn)
  }
  /** Those behind count as tried, or whoever made them would wait for an answer that nobody asks for. */
  const holdUp = (tried: ReadonlySet<string>, because: WaitReason) =>
    show(
      entries.map((entry) =>
        isInTurn(entry.key) && !tried.has(entry.key)
          ? { ...entry, tries: entry.tries + 1, state: { at: 'this-phone', because } }
          : entry,
      ),
    )

  const sendRound = async () => {
    clearTimeout(timer)
    timer = undefined
    // Before the round: its first picture would otherwise have the narrow line to itself while the work goes on.
    const stops = sendStops()
    round ??= sendInTurn().finally(() => (round = undefined))
    await Promise.all([stops, round])
    if (!entries.some((entry) => sendsByItself(entry, signedIn))) failures = 0
    else scheduleRetry()
  }
  const scheduleRetry = () => {
    if (timer !== undefined) return
    timer = setTimeout(() => void sendRound(), Math.min(retryMsMax, firstRetryMs * 2 ** failures))
    failures += 1
  }

  const settled = (key: string): Promise<EntryState> =>
    new Promise((resolve) => {
      const look = () => {
        const entry = entryOf(key)
        if (!entry || !isSettled(entry, signedIn)) return
        listeners.delete(look)
        resolve(entry.state)
      }
      listeners.add(look)
      look()
    })

  return {
    submit: async <T>(submission: Submission, secrets?: SecretHeaders) => {
      const entry: OutboxEntry = {
        key: newKey(),
        by: signedIn ?? '',
        capturedAt: now(),
        submission,
        kept: 'memory',
        tries: 0,
        state: { at: 'this-phone', because: 'new' },
      }
      if (secrets) secretsOf.set(entry.key, secrets)
      show([...entries, entry])
      // Stopping does not wait for the phone's storage.
      const kept = remember(entry.key)
      if (submission.kind !== 'stop') await kept
      void sendRound()
      return toOutcome<T>(await settled(entry.key))
    },
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    sendNow: async (key) => {
      failures = 0
      if (key !== undefined) change(key, { tries: 0, state: { at: 'this-phone', because: 'new' } })
      await sendRound()
    },
    letGo: async (key) => {
      const entry = entryOf(key)
      if (!entry || !mayBeLetGo(entry)) return
      await store.remove(key)
      show(entries.filter((other) => other.key !== key))
    },
    signedInAs: (person) => {
      signedIn = person
      failures = 0
      if (person !== undefined) void sendRound()
    },
    restore: async () => {
      const stored = await store.all()
      const known = new Set(entries.map(({ key }) => key))
      // Whether a request that was under way arrived is unknown; its key makes asking again harmless.
      const revived = stored
        .filter(({ key }) => !known.has(key))
        .map((entry): OutboxEntry =>
          entry.state.at === 'sending' ? { ...entry, state: { at: 'this-phone', because: 'new' } } : entry,
        )
      show([...revived, ...entries])
      await sendRound()
    },
  }
}

/** Known well enough to tell the person: answered, or tried and now waiting. */
const isSettled = (entry: OutboxEntry, signedIn: string | undefined): boolean => {
  const { state, submission } = entry
  if (state.at === 'sending') return false
  if (state.at !== 'this-phone') return true
  if (!sendsByItself(entry, signedIn)) return true
  // A command is not given up before its tries are used; evidence is safe on the phone after the first.
  return submission.kind !== 'command' && state.because !== 'new'
}

const toOutcome = <T>(state: EntryState): Outcome<T> => {
  switch (state.at) {
    case 'server':
      return { kind: 'done', answer: state.answer as T, receivedAt: state.receivedAt }
    case 'refused':
      return { kind: 'refused', problem: state.problem }
    case 'this-phone':
      return { kind: 'waiting', because: state.because === 'new' ? 'signed-out' : state.because }
    case 'sending':
      throw new Error('what is being sent has no outcome yet')
  }
}

const withoutOldReceipts = (entries: readonly OutboxEntry[]): readonly OutboxEntry[] => {
  const receipts = entries.filter((entry) => !isWaiting(entry))
  const old = new Set(receipts.slice(0, Math.max(0, receipts.length - receiptsShownMax)).map(({ key }) => key))
  return old.size === 0 ? entries : entries.filter(({ key }) => !old.has(key))
}
