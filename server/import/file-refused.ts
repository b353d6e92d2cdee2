import type { Problem, ProblemCode, ProblemParams } from '#core/people/ledger/problems.ts'

/** A file that is not read at all. Thrown, because it may come to light in the middle of a stream. */
export class FileRefused extends Error {
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.code)
    this.name = 'FileRefused'
    this.problem = problem
  }
}

export const refuseFile = <Code extends ProblemCode>(code: Code, params: ProblemParams[Code]): FileRefused =>
  new FileRefused({ code, params } as Problem)

/** Why a file was refused, if that is what the error says. */
export const refusalOf = (error: unknown): Problem | undefined =>
  error instanceof FileRefused ? error.problem : undefined
