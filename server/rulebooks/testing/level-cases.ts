import type { FieldValue } from '#core/job/application.ts'
import type { PlaceFacts } from '#core/job/facts.ts'

/** What leads to each level of each kind of work, with the boundaries between them. */
export type LevelCase = {
  readonly operation: string
  readonly level: string
  readonly answers?: { readonly [field: string]: FieldValue }
  readonly place?: Partial<PlaceFacts>
}
export const levelCases: readonly LevelCase[] = [
  { operation: 'hot-work', level: 'second' },
  { operation: 'hot-work', level: 'second', place: { zone: 'explosive' }, answers: { 'shutdown-agreed': true } },
  { operation: 'hot-work', level: 'first', place: { zone: 'fire-risk' } },
  { operation: 'hot-work', level: 'first', place: { isPipeRack: true } },
  { operation: 'hot-work', level: 'special', place: { zone: 'explosive', isInOperation: true } },
  { operation: 'hot-work', level: 'special', place: { isInMajorHazardDike: true } },
  { operation: 'confined-space', level: 'ungraded' },
  { operation: 'blinding', level: 'ungraded' },
  { operation: 'work-at-height', level: 'i', answers: { 'height-metres': 5 } },
  { operation: 'work-at-height', level: 'i', answers: { 'height-metres': 2, 'special-situations': ['steep-slope'] } },
  { operation: 'work-at-height', level: 'ii', answers: { 'height-metres': 5.1 } },
  { operation: 'work-at-height', level: 'ii', answers: { 'height-metres': 5, 'b-factors': ['dark'] } },
  {
    operation: 'work-at-height',
    level: 'ii',
    answers: { 'height-metres': 3, 'special-situations': ['near-openings'] },
  },
  { operation: 'work-at-height', level: 'iii', answers: { 'height-metres': 15.1 } },
  { operation: 'work-at-height', level: 'iii', answers: { 'height-metres': 15, 'b-factors': ['cold'] } },
  { operation: 'work-at-height', level: 'iii', answers: { 'height-metres': 30 } },
  { operation: 'work-at-height', level: 'iv', answers: { 'height-metres': 30.1 } },
  { operation: 'work-at-height', level: 'iv', answers: { 'height-metres': 30, 'b-factors': ['unsteady'] } },
  { operation: 'work-at-height', level: 'iv', answers: { 'height-metres': 3, 'special-situations': ['rain'] } },
  { operation: 'lifting', level: 'third', answers: { 'mass-tonnes': 39.9 } },
  { operation: 'lifting', level: 'second', answers: { 'mass-tonnes': 40 } },
  { operation: 'lifting', level: 'second', answers: { 'mass-tonnes': 100 } },
  { operation: 'lifting', level: 'first', answers: { 'mass-tonnes': 100.1 } },
  { operation: 'temporary-power', level: 'ungraded' },
  { operation: 'excavation', level: 'ungraded' },
  { operation: 'road-closing', level: 'ungraded' },
]
