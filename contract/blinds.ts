import { z } from 'zod'
import type { Blind, BlindState } from '#core/blinds/blind.ts'
import type { JobStatus } from '#core/job/job.ts'
import { optionalText, placeId, shortText } from './values.ts'

/** The number on the tag, as it stands in the address of the register's row. */
export const blindNumber = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, 'no-id')

/** A row of the register, new or corrected. */
export const blindRequest = z.strictObject({
  number: blindNumber,
  place: placeId,
  pipe: shortText,
  medium: shortText,
  temperatureCelsius: z.number().min(-200).max(1000),
  pressureMpa: z.number().min(0).max(40),
  material: shortText,
  specification: shortText,
  mapNumber: shortText,
  /** Whoever adds a row says so: a number that is taken is then refused instead of another blind's row being written over. */
  isNew: z.boolean().exactOptional(),
})
/** Fails to compile when the request and the register differ. */
export const asBlind = ({ isNew: _isNew, ...row }: z.output<typeof blindRequest>): Blind => row

/** Where somebody has seen the blind to be: for the first stock-taking, and after work that broke off. */
export const blindStatement = z.strictObject({
  state: z.enum(['planned', 'installed', 'removed']),
  note: optionalText,
})

export type BlindRegister = {
  readonly blinds: readonly (Blind & {
    readonly placeName: string
    readonly state: BlindState
    readonly since: number | null
    /** By which work it came to be so. */
    readonly by: { readonly job: string; readonly permit: string | null } | { readonly person: string } | null
    /** Open jobs that are about this blind. */
    readonly jobs: readonly { readonly job: string; readonly content: string; readonly status: JobStatus }[]
  })[]
}
