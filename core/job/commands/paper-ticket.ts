import type { LevelId, PersonId } from '../../ids.ts'
import type { Application } from '../application.ts'
import type { Issued, SubmitJob } from '../commands.ts'

/** What was done under a numbered paper ticket while Holdpoint was down, entered afterwards under the eyes of a second person. */
export type EnterPaperTicket = Issued & {
  readonly type: 'EnterPaperTicket'
  readonly ticket: string
  readonly application: Application
  /** As written on the paper; the ticket is of one operation. */
  readonly level: LevelId
  readonly identities: SubmitJob['identities']
  readonly supervisedBy: PersonId
}
