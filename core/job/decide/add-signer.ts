import type { Rulebook } from '../../rulebook/rulebook.ts'
import type { AddSigner } from '../commands/approving.ts'
import { accept, refuse, type Decision } from '../decision.ts'
import type { Facts } from '../facts.ts'
import { ground } from '../ground.ts'
import type { Job } from '../job.ts'
import type { Refusal } from '../refusal.ts'
import { checkReturned, checkTurn, findStep, isSame } from './approval.ts'
import { needsOpenPapers } from './needs-state.ts'
import { addedSignerRefusals, signingRefusals, takesPart } from './signing-right.ts'

/**
 * Whoever may give the signature whose turn it is asks one more person for theirs. It can only be added, never put in the
 * place of the step's own: the authority that the standard names stays the least.
 */
export const addSigner = (command: AddSigner, job: Job, rulebook: Rulebook, facts: Facts): Decision =>
  needsOpenPapers(job, ({ record }) => {
    const found = findStep(command, record, rulebook)
    if ('refusals' in found) return refuse(found.refusals)
    const { permit, step } = found
    const { by, signer, reason, occurredAt, onBehalfOf } = command
    const seat = { step, addedSigner: null }
    const isSignerAlready =
      signer === by ||
      record.addedSigners.some((one) => isSame(one, command) && one.signer === signer) ||
      record.approvals.some((one) => isSame(one, command) && one.by === signer)
    const refusals: Refusal[] = [
      ...checkReturned(record),
      ...checkTurn(permit, seat, record, rulebook),
      ...signingRefusals(command, { permit, seat, record, rulebook, facts }),
      ...addedSignerRefusals(signer, step, rulebook, facts),
    ]
    if (takesPart(signer, record))
      refusals.push(ground({ code: 'own-work', params: { person: signer } }, { source: 'product' }))
    if (isSignerAlready)
      refusals.push(
        ground({ code: 'signer-added-already', params: { step: step.id, person: signer } }, { source: 'product' }),
      )
    if (reason.trim() === '') refusals.push(ground({ code: 'reason-missing', params: {} }, { source: 'product' }))
    return refusals.length > 0
      ? refuse(refusals)
      : accept([
          {
            type: 'SignerAdded',
            permit: permit.id,
            step: step.id,
            signer,
            reason,
            by,
            occurredAt,
            ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
          },
        ])
  })
