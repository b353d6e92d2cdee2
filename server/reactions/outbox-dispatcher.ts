import { id, type PlantId } from '#core/ids.ts'
import type { EpochMs } from '#core/time/epoch.ts'
import type { Counterpart, Delivery } from '../integrations/counterpart.ts'
import type { Database } from '../store/database.ts'
import { type ClaimedMessage, claimNext, recordTried, type Tried } from '../store/outbox.ts'
import { nextAttemptAt } from './back-off.ts'

export type DispatcherSettings = {
  readonly database: Database
  readonly clock: () => EpochMs
  readonly counterparts: Readonly<Record<string, Counterpart>>
  readonly pollMs?: number
  readonly deliverMsMax?: number
  /** Told of what was not expected; the dispatcher itself goes on. */
  readonly onError?: (error: unknown) => void
}

export type OutboxDispatcher = {
  readonly start: () => void
  /** Something was queued just now: no need to wait for the next round. */
  readonly wake: () => void
  /** One round over all plants and counterparts; says how many messages were delivered. */
  readonly sendDue: () => Promise<number>
  /** Breaks off what is under way, lets go of it undamaged, and ends. */
  readonly stop: () => Promise<void>
}

const pollMsDefault = 5_000
const deliverMsDefault = 45_000
/** A lease outlives the longest delivery, so that nobody takes over a message that is still being sent. */
const leaseMarginMs = 15_000

/**
 * Sends what transactions have queued. It holds no transaction while it waits for somebody else's computer; whether a
 * message was taken is known only by its receipt, so what is doubtful goes out again under the same key.
 */
export const createOutboxDispatcher = (settings: DispatcherSettings): OutboxDispatcher => {
  const { database, clock, counterparts, pollMs = pollMsDefault, deliverMsMax = deliverMsDefault } = settings
  const onError = settings.onError ?? (() => undefined)
  const stopping = new AbortController()
  let round: Promise<number> | undefined
  let timer: NodeJS.Timeout | undefined

  const sendNext = async (plantId: PlantId, name: string, counterpart: Counterpart): Promise<Tried | undefined> => {
    const lease = { now: clock(), leaseMs: deliverMsMax + leaseMarginMs }
    const message = await database.withPlant(plantId, (tx) => claimNext(tx, name, lease))
    if (message === undefined) return undefined
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(deliverMsMax)])
    const delivery = await deliver(counterpart, plantId, message, signal, onError)
    const tried = toTried(delivery, message, clock(), stopping.signal.aborted)
    await database.withPlant(plantId, (tx) => recordTried(tx, message, tried))
    return tried
  }

  const sendAll = async (plantId: PlantId, name: string, counterpart: Counterpart): Promise<number> => {
    let sent = 0
    while (!stopping.signal.aborted) {
      const tried = await sendNext(plantId, name, counterpart)
      if (tried?.kind === 'sent') sent += 1
      // A message that is declined is no sign of trouble. One that failed is: whoever is down is left alone until the next
      // round, however many wait.
      else if (tried?.kind !== 'declined') break
    }
    return sent
  }

  const runRound = async (): Promise<number> => {
    const { rows } = await database.plants.query<{ plant_id: string }>('select plant_id from plants order by plant_id')
    const chains = rows.flatMap(({ plant_id: plantId }) =>
      Object.entries(counterparts).map(([name, counterpart]) => sendAll(id<PlantId>(plantId), name, counterpart)),
    )
    const results = await Promise.allSettled(chains)
    for (const result of results) if (result.status === 'rejected') onError(result.reason)
    return results.reduce((sum, result) => sum + (result.status === 'fulfilled' ? result.value : 0), 0)
  }

  const sendDue = (): Promise<number> => {
    round ??= runRound().finally(() => (round = undefined))
    return round
  }

  const schedule = (afterMs: number): void => {
    if (stopping.signal.aborted) return
    clearTimeout(timer)
    timer = setTimeout(
      () =>
        void sendDue()
          .catch(onError)
          .finally(() => schedule(pollMs)),
      afterMs,
    ).unref()
  }

  return {
    start: () => schedule(0),
    wake: () => schedule(0),
    sendDue,
    stop: async () => {
      stopping.abort()
      clearTimeout(timer)
      await round?.catch(onError)
    },
  }
}

/** A counterpart that throws has a fault of ours in it; the message is as safe as if nobody had answered. */
const deliver = async (
  counterpart: Counterpart,
  plantId: PlantId,
  { dedupeKey, payload }: ClaimedMessage,
  signal: AbortSignal,
  onError: (error: unknown) => void,
): Promise<Delivery> => {
  try {
    return await counterpart.deliver({ plantId, idempotencyKey: dedupeKey, payload }, signal)
  } catch (error) {
    onError(error)
    return { outcome: 'retry', problem: 'counterpart-failed' }
  }
}

const toTried = (delivery: Delivery, { attempts }: ClaimedMessage, now: EpochMs, isStopping: boolean): Tried => {
  switch (delivery.outcome) {
    case 'delivered':
      return { kind: 'sent', at: now, receipt: delivery.receipt }
    case 'declined':
      return { kind: 'declined', problem: delivery.problem }
    case 'retry':
      if (isStopping) return { kind: 'cut-short' }
      return { kind: 'again', at: nextAttemptAt(now, attempts + 1, delivery.waitSecondsMin), problem: delivery.problem }
  }
}
