import type { JobEvent } from '../job/events.ts'
import { createSay, type Reading } from './create-say.ts'
import type { Messages, Say } from './messages.ts'

/** What happened, as one sentence of the job's history. */
export const sayEvent = (event: JobEvent, messages: Messages, reading: Reading): string =>
  messages.writing.sentence(
    (messages.events[event.type] as (event: JobEvent, say: Say) => string)(event, createSay(messages.writing, reading)),
  )
