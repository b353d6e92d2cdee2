import type { Context } from 'hono'
import { importEn } from '#core/messages/import.en.ts'
import { importZhCn } from '#core/messages/import.zh-cn.ts'
import { sayProblem, type ImportWords } from '#core/messages/import-words.ts'
import type { Problem } from '#core/people/ledger/problems.ts'
import { askedLanguage } from '../asked-language.ts'

export const wordsFor = (c: Context): ImportWords => (askedLanguage(c) === 'en' ? importEn : importZhCn)

/** What is wrong with a ledger and what to do about it, as codes for a screen and in words for everybody else. */
export const answerLedgerProblem = <S extends 409 | 422>(
  c: Context,
  status: S,
  code: string,
  problems: readonly Problem[],
) => {
  const words = wordsFor(c)
  const detail = problems
    .map((one) => sayProblem(words, one))
    .map(({ says, remedy }) => `${says} ${remedy}`)
    .join('\n')
  return c.json(
    {
      type: `about:holdpoint/${code}`,
      title: code,
      status,
      code,
      detail,
      refusals: problems.map(({ code: reason, params }) => ({ code: reason, params: { ...params } })),
    },
    status,
    { 'content-type': 'application/problem+json; charset=utf-8' },
  )
}
