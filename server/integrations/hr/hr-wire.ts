import { z } from 'zod'

/**
 * What the HR suite says, read strictly: an answer in another shape is no answer. Unknown extra fields are allowed, because
 * such suites add some with every release.
 */
const text = z.string().min(1).max(200)

const tokenAnswer = z.object({ access_token: z.string().min(1).max(4000), expires_in: z.number().int().positive() })

const receiptAnswer = z.object({ code: z.literal('200'), data: z.object({ id: text, requestKey: text }) })

const employee = z.object({
  jobNumber: text,
  name: text,
  department: z.string().max(200),
  position: z.string().max(200),
  status: z.enum(['在职', '离职']),
  modifiedTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
})

const employeesAnswer = z.object({
  code: z.literal('200'),
  items: z.array(employee),
  hasMore: z.boolean(),
  scrollId: z.string().max(500),
  total: z.number().int().nonnegative(),
})

export type HrEmployee = z.infer<typeof employee>
export type HrEmployeesPage = z.infer<typeof employeesAnswer>

/** What we ask for, as it goes over the wire. The person is named by job number alone: more is not needed to enrol. */
export type HrTrainingRequest = {
  readonly requestKey: string
  readonly jobNumber: string
  readonly category: string
  readonly reason: string
  readonly neededBy: string
}

export type ParsedToken = { readonly token: string; readonly livesSeconds: number }

export const parseToken = (answer: unknown): ParsedToken | undefined => {
  const parsed = tokenAnswer.safeParse(answer)
  return parsed.success ? { token: parsed.data.access_token, livesSeconds: parsed.data.expires_in } : undefined
}

/** A receipt for another request is none for ours. */
export const parseReceipt = (answer: unknown, requestKey: string): string | undefined => {
  const parsed = receiptAnswer.safeParse(answer)
  return parsed.success && parsed.data.data.requestKey === requestKey ? parsed.data.data.id : undefined
}

export const parseEmployees = (answer: unknown): HrEmployeesPage | undefined => employeesAnswer.safeParse(answer).data
