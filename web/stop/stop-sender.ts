export type StopReport = {
  readonly occurredAt: number
  readonly reason: 'stop-work'
  readonly note: string
  readonly device: string
  readonly position?: { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number }
}
export type StopState = 'sending' | 'recorded' | 'waiting'

const retryMs = 3000
const timeoutMs = 10_000

/** `/stop/farbridge/j1` reports to the job's stop resource. Without a job in the address the server's answer decides. */
export const stopPathOf = (pathname: string): string => {
  const [, , plant = '', job = ''] = pathname.split('/')
  return `/api/plants/${plant}/jobs/${job}/stop`
}

/**
 * Sends a stop until it is received. The report is written down first, so that a phone that dies or a page that is closed sends it when
 * the page is opened again; `occurredAt` says when it was pressed.
 */
export const createStopSender = ({
  path,
  fetch,
  storage,
  onState,
}: {
  path: string
  fetch: (path: string, init: RequestInit) => Promise<Response>
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  onState: (state: StopState) => void
}): { readonly stop: (report: StopReport) => void; readonly resume: () => void } => {
  const place = `holdpoint.stop:${path}`
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async (body: string) => {
    clearTimeout(timer)
    if (await isReceived(body)) {
      quietly(() => storage.removeItem(place))
      onState('recorded')
    } else {
      onState('waiting')
      timer = setTimeout(() => void send(body), retryMs)
    }
  }
  const isReceived = async (body: string): Promise<boolean> => {
    try {
      const headers = { 'content-type': 'application/json' }
      return (await fetch(path, { method: 'POST', body, headers, signal: AbortSignal.timeout(timeoutMs) })).ok
    } catch {
      return false
    }
  }

  return {
    stop: (report) => {
      const body = JSON.stringify(report)
      quietly(() => storage.setItem(place, body))
      onState('sending')
      void send(body)
    },
    resume: () => {
      const kept = quietly(() => storage.getItem(place))
      if (kept) void send(kept)
    },
  }
}

/** A browser without storage must still be able to stop work. */
const quietly = <T>(act: () => T): T | undefined => {
  try {
    return act()
  } catch {
    return undefined
  }
}
