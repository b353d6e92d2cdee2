import { wayOut } from '../job/remedies.ts'
import type { Refusal, Remedy } from '../job/refusal.ts'
import { createSay, type Reading } from './create-say.ts'
import type { Messages, Say } from './messages.ts'

export type SaidRefusal = {
  readonly what: string
  readonly why: string | null
  readonly owner: string
  readonly remedies: readonly { readonly remedy: Remedy; readonly label: string }[]
}

/** A refusal in words: what is wrong, why it is asked, who can put it right and how. */
export const sayRefusal = (refusal: Refusal, messages: Messages, reading: Reading): SaidRefusal => {
  const { owner, remedies } = wayOut[refusal.code]
  return {
    what: messages.writing.sentence(whatIsWrong(refusal, messages, createSay(messages.writing, reading))),
    why: refusal.clause === null ? whyBySource(refusal.source, messages) : messages.clause(toCitation(refusal.clause)),
    owner: messages.owners[owner],
    remedies: remedies.map((remedy) => ({ remedy, label: messages.remedies[remedy] })),
  }
}

/** The type of the parameters follows the code, which TypeScript cannot see through the union. */
const whatIsWrong = ({ code, params }: Refusal, messages: Messages, say: Say): string =>
  (messages.refusals[code] as (params: Refusal['params'], say: Say) => string)(params, say)

const whyBySource = (source: Refusal['source'], { source: words }: Messages): string | null =>
  source === 'standard' ? null : words[source]

/** A clause without a standard's name is of GB 30871-2022. */
const toCitation = (clause: string): string =>
  /^([A-Z]\.)?\d+(\.\d+)*( [a-z])?$/.test(clause) ? `GB 30871-2022 ${clause}` : clause
