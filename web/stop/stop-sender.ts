export type StopReport = {
  readonly occurredAt: number
  readonly reason: 'stop-work'
  readonly note: string
  readonly device: string
  readonly position?: { readonly latitude: number; readonly longitude: number; readonly accuracyMetres: number }
}
/** `unplaced`: received, but the address names nothing that could be stopped, and whoever pressed must know it. */
export type StopState = 'sending' | 'recorded' | 'waiting' | 'unplaced'

const retryMs = 3000
const timeoutMs = 10_000

/** As printed at the entrance of a site: `/stop#HP1.site.PLANT.PLACE.SIGNATURE`, a point within a name written as `~`. */
const codePattern = /^#HP1\.(?:site|place)\.([\w:~-]+)\.([\w:~-]+)\.[\w-]+$/

/** `/stop/farbridge/j1` stops that job, the code of a site all work there. Null when the address names neither. */
export const stopPathOf = ({ pathname, hash }: { pathname: string; hash: string }): string | null => {
  const [, , plant = '', job = ''] = pathname.split('/')
  if (plant !== '' && job !== '') return `/api/plants/${plant}/jobs/${job}/stop`
  const [, ofPlant, place] = codePattern.exec(hash) ?? []
  if (ofPlant === undefined || place === undefined) return null
  return `/api/plants/${nameOf(ofPlant)}/places/${nameOf(place)}/stop`
}

const nameOf = (part: string): string => encodeURIComponent(part.replaceAll('~', '.'))

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
  path: string | null
  fetch: (path: string, init: RequestInit) => Promise<Response>
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  onState: (state: StopState) => void
}): { readonly stop: (report: StopReport) => void; readonly resume: () => void } => {
  if (path === null) return { stop: () => onState('unplaced'), resume: () => undefined }
  const place = `holdpoint.stop:${path}`
  let timer: ReturnType<typeof setTimeout> | undefined

  const send = async (body: string) => {
    clearTimeout(timer)
    const received = await receive(body)
    onState(received)
    if (received === 'waiting') timer = setTimeout(() => void send(body), retryMs)
    else quietly(() => storage.removeItem(place))
  }
  const receive = async (body: string): Promise<'recorded' | 'unplaced' | 'waiting'> => {
    try {
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(path, { method: 'POST', body, headers, signal: AbortSignal.timeout(timeoutMs) })
      // The address names no plant or no job that could be: asking again would never be answered otherwise.
      if (answer.status === 404 || answer.status === 422) return 'unplaced'
      if (!answer.ok) return 'waiting'
      const { stopped }: { stopped?: number } = await answer.json()
      return stopped === 0 ? 'unplaced' : 'recorded'
    } catch {
      return 'waiting'
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
