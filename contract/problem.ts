import { z } from 'zod'

/**
 * RFC 9457, with our code, so that the screen can speak the user's language, and the fields that are wrong. Title, detail and messages
 * are in the language of `Accept-Language`.
 */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  fields: z
    .array(
      z.object({
        path: z.string(),
        code: z.string(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
        message: z.string(),
      }),
    )
    .optional(),
  refusals: z.array(z.record(z.string(), z.unknown())).optional(),
})

export type ProblemBody = z.infer<typeof problem>
