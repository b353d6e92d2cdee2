import { defineRequirement, met, unmet } from '../requirement.ts'

/**
 * The plan is there as the file that somebody drew up and somebody approved, not only as words typed into a field. One whose approval lies
 * in the future is none yet.
 */
export const planIsUploaded = defineRequirement({
  id: 'plan-is-uploaded@1',
  parameters: { preparation: 'text' },
  check: ({ preparation }, { operation, record, today }) => {
    const content = record?.preparations[`${operation.id}.${preparation}`]?.content
    const document = content?.kind === 'plan' ? content.document : undefined
    const about = { operation: operation.id, preparation }
    if (document?.file === undefined) return unmet({ code: 'plan-not-uploaded', params: about })
    const { approvedOn } = document
    return approvedOn <= today ? met : unmet({ code: 'plan-not-approved-yet', params: { ...about, approvedOn } })
  },
})
