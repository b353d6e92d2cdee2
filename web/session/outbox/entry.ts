import type { SendBody } from '../api.ts'
import type { Failure, Problem } from '../problem.ts'

/**
 * What is handed in. `evidence` is kept and sent until the server has it. `stop` is the same, but overtakes everything and needs no
 * sign-in. A `command` is asked now: a start that arrives twenty minutes later by itself would surprise people, so it is tried a few
 * times and then waits for a tap.
 */
export type Submission = {
  readonly kind: 'evidence' | 'stop' | 'command'
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body: SendBody
  /** What the list of waiting things calls it, in the words of who made it. */
  readonly label: string
}

export type WaitReason = 'unreachable' | 'signed-out' | 'server-trouble'

/** How a try can end. */
export type TriedState =
  | { readonly at: 'this-phone'; readonly because: WaitReason }
  | { readonly at: 'server'; readonly receivedAt: number; readonly answer: unknown }
  | { readonly at: 'refused'; readonly problem: Problem }

export type EntryState =
  | TriedState
  | { readonly at: 'this-phone'; readonly because: 'new' }
  | { readonly at: 'sending' }

export type OutboxEntry = {
  readonly key: string
  /** Who made it; another person's sign-in on the same phone must not send it as their own. */
  readonly by: string
  readonly capturedAt: number
  readonly submission: Submission
  /** `memory` when the phone's storage refused it: then it is lost with the page, and that is said. */
  readonly kept: 'stored' | 'memory'
  readonly tries: number
  readonly state: EntryState
}

/** Answers that say "not now" rather than "no": nothing was decided, so the same request is sent again. */
const notNow: ReadonlySet<number> = new Set([408, 425, 429])

export const stateAfterFailure = (failure: Failure): TriedState => {
  switch (failure.kind) {
    case 'unreachable':
      return { at: 'this-phone', because: 'unreachable' }
    case 'unreadable':
      return { at: 'this-phone', because: 'server-trouble' }
    case 'problem': {
      const { status } = failure.problem
      if (status === 401) return { at: 'this-phone', because: 'signed-out' }
      if (status >= 500 || notNow.has(status)) return { at: 'this-phone', because: 'server-trouble' }
      return { at: 'refused', problem: failure.problem }
    }
  }
}

const commandTriesMax = 3

/** Whether the outbox sends it by itself the next time round. */
export const sendsByItself = ({ state, submission, tries, by }: OutboxEntry, signedIn: string | undefined): boolean => {
  if (state.at !== 'this-phone') return false
  if (submission.kind === 'stop') return true
  if (by !== signedIn) return false
  return submission.kind === 'evidence' || tries < commandTriesMax
}

/** Evidence leaves only by the server's receipt. A command may be let go by who asked for it: nothing is lost but the wish. */
export const mayBeLetGo = ({ state, submission }: OutboxEntry): boolean =>
  submission.kind === 'command' && (state.at === 'refused' || state.at === 'this-phone')

/** Not answered yet. A refused command has its answer, shown where it was given; refused evidence is still to be saved. */
export const isWaiting = ({ state, submission }: OutboxEntry): boolean =>
  state.at !== 'server' && !(state.at === 'refused' && submission.kind === 'command')
