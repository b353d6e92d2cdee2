import { useEffect, useState } from 'react'
import type { z } from 'zod'
import type { captureReceipt, CaptureStepName, captureTicketAnswer } from '#contract/evidence.ts'
import type { Capture } from '../../ui/capture/camera-view.tsx'
import type { Position } from '../../ui/place/use-position.ts'
import { useSubmit } from '../outbox/use-outbox.ts'
import type { Outcome } from '../outbox/outbox.ts'
import { useServices } from '../services.tsx'

export type CaptureTicket = z.infer<typeof captureTicketAnswer>
type Receipt = z.infer<typeof captureReceipt>

/** A ticket is fetched anew this long before it ends, so that a picture taken slowly is still inside it. */
const renewBeforeMs = 60_000

export type CaptureDesk = {
  /** The permission to hand in pictures of this step; undefined while it is fetched or cannot be had. */
  readonly ticket: CaptureTicket | undefined
  readonly failure: unknown
  /** Hands in one picture, and where it is of a code also what the code says; the evidence's id comes with the receipt. */
  readonly handIn: (
    capture: Pick<Capture, 'blob' | 'takenAt'>,
    about: { readonly label: string; readonly position: Position; readonly code?: string },
  ) => Promise<Outcome<Receipt>>
}

/** Pictures as evidence: a capture ticket from the server for this job and step, then the picture by the outbox. */
export const useCapture = (job: string, step: CaptureStepName): CaptureDesk => {
  const { api, clock } = useServices()
  const submit = useSubmit()
  const [ticket, setTicket] = useState<CaptureTicket>()
  const [failure, setFailure] = useState<unknown>()

  useEffect(() => {
    let isWanted = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const fetchTicket = async (): Promise<void> => {
      try {
        const { answer } = await api.send<CaptureTicket>({
          method: 'POST',
          path: `/api/jobs/${job}/capture-tickets`,
          body: { kind: 'json', value: { step } },
          key: crypto.randomUUID(),
        })
        if (!isWanted) return
        setTicket(answer)
        setFailure(undefined)
        timer = setTimeout(() => void fetchTicket(), Math.max(0, answer.expiresAt - clock.now() - renewBeforeMs))
      } catch (error) {
        if (isWanted) setFailure(error)
      }
    }
    void fetchTicket()
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [api, clock, job, step])

  const handIn: CaptureDesk['handIn'] = ({ blob, takenAt }, { label, position, code }) => {
    if (!ticket) throw new Error('a picture was handed in without a capture ticket')
    return submit<Receipt>({
      kind: 'evidence',
      method: 'POST',
      path: '/api/evidence',
      headers: {
        'capture-ticket': ticket.ticket,
        'capture-job': job,
        'capture-step': step,
        'capture-source': 'camera',
        'captured-at': String(Math.round(takenAt)),
        ...(position.status === 'known' && {
          'capture-position': [position.latitude, position.longitude, position.accuracyMetres].join(','),
        }),
        ...(code !== undefined && { 'capture-code': code }),
      },
      body: { kind: 'picture', blob },
      label,
    })
  }
  return { ticket, failure, handIn }
}
