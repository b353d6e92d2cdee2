import type { Grounds } from './grounds.ts'
import type { Signatory } from './rulebook.ts'

/**
 * By when a kind of duty is done, and whom it goes up to once it is late. Signatures and fallbacks name both where they are
 * asked for; what has a rhythm or an end of its own (pictures, readings, the window) names here only whom it goes up to.
 */
export type Deadline = {
  readonly id: DeadlineDuty
  readonly withinMinutes?: number
  readonly escalateTo: Signatory
} & Grounds

export const deadlineDuties = [
  'mend',
  'answer-return',
  'prepare',
  'confirm-measures',
  'sign-briefing',
  'test-gas',
  'ventilate',
  'witness-check',
  'sign-in',
  'start',
  'snapshot',
  'gas-record',
  'fire-watch',
  'close-out',
  'accept',
  'agree',
  'end-work',
  'hand-in-recording',
  'forced-rest',
] as const

export type DeadlineDuty = (typeof deadlineDuties)[number]
