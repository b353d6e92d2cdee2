import { noon } from '../job/examples.ts'
import type { Reading } from './create-say.ts'
import type { Names } from './messages.ts'

/** Each name shows its identity in brackets, so that a sentence which forgets one is found out. */
const named = (...parts: readonly string[]): string => `[${parts.at(-1)}]`
const names: Names = {
  person: named,
  category: named,
  operation: named,
  level: named,
  gas: named,
  place: named,
  job: named,
  permit: named,
  equipment: named,
  measure: named,
  step: named,
  preparation: named,
  preparationItem: named,
  field: named,
  restriction: named,
  acceptance: named,
  check: named,
  option: named,
  anyLevel: named,
}

export const reading: Reading = { names, timeZone: 'Asia/Shanghai', now: noon }
