import type { Delivery } from '../counterpart.ts'
import { callJson, type CallResult } from '../call-json.ts'
import type { ParkSettings } from './park-settings.ts'
import { parseReceipt, toEnvelope, type FeedMessage } from './park-wire.ts'

export type ParkClient = {
  readonly sendRecord: (key: string, message: FeedMessage, signal: AbortSignal) => Promise<Delivery>
}

export const createParkClient = ({ baseUrl, token, parkCode, timeoutMs }: ParkSettings): ParkClient => ({
  sendRecord: async (key, message, signal) => {
    const body = toEnvelope(message, parkCode)
    const result = await callJson({
      url: new URL('records', baseUrl),
      body,
      token,
      idempotencyKey: key,
      timeoutMs,
      signal,
    })
    return toDelivery(result, message.record.ID)
  },
})

const toDelivery = (result: CallResult, uuid: string): Delivery => {
  switch (result.kind) {
    case 'unreachable':
      return { outcome: 'retry', problem: 'park-unreachable' }
    case 'timed-out':
      return { outcome: 'retry', problem: 'park-timed-out' }
    case 'unreadable':
      return { outcome: 'retry', problem: 'park-answer-unreadable' }
    case 'answer': {
      const receipt = parseReceipt(result.body, uuid)
      if (receipt !== undefined) return { outcome: 'delivered', receipt }
      // It may have been taken. The key makes sending again harmless, and not sending again would lose it.
      if (result.status < 300) return { outcome: 'retry', problem: 'park-answer-unreadable' }
      if (finalStatuses.includes(result.status)) return { outcome: 'declined', problem: 'park-declined' }
      const problem = result.status === 401 || result.status === 403 ? 'park-sign-in-refused' : 'park-busy'
      return result.waitSecondsMin === undefined
        ? { outcome: 'retry', problem }
        : { outcome: 'retry', problem, waitSecondsMin: result.waitSecondsMin }
    }
  }
}

/** Only a plain "not like this" about the record itself is final; everything else is mended elsewhere, and then all of it goes out. */
const finalStatuses: readonly number[] = [400, 409, 422]
