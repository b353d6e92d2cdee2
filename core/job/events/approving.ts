import type { PersonId } from '../../ids.ts'
import type { StepOfPermit } from '../commands/approving.ts'
import type { Done } from '../events.ts'
import type { Signature } from '../site-records.ts'

export type ApprovingEvent =
  | (Done &
      StepOfPermit & {
        readonly type: 'StepApproved'
        readonly signature: Signature
        /** Whose right it was, where somebody stood in. */
        readonly onBehalfOf?: PersonId
      })
  | (Done & { readonly type: 'JobApproved' })
  | (Done & {
      readonly type: 'JobReturned'
      readonly reason: string
      /** The step that has to be signed anew, with every signature that falls; without it all fall and the applicant is asked. */
      readonly toStep?: StepOfPermit
      readonly fallen?: readonly StepOfPermit[]
      readonly onBehalfOf?: PersonId
    })
  | (Done & { readonly type: 'ReturnAnswered'; readonly note: string })
  | (Done & { readonly type: 'ApplicationWithdrawn'; readonly reason: string })
  | (Done & StepOfPermit & { readonly type: 'ApprovalTakenBack'; readonly reason: string })
  | (Done &
      StepOfPermit & {
        readonly type: 'SignerAdded'
        readonly signer: PersonId
        readonly reason: string
        readonly onBehalfOf?: PersonId
      })
