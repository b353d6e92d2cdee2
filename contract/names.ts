/** Display names of whatever an answer mentions by identity, so that a screen can say its refusals and events without asking again. */
export type AnswerNames = {
  readonly people: { readonly [person: string]: string }
  readonly places: { readonly [place: string]: string }
  readonly equipment: { readonly [equipment: string]: string }
  /** What the job is about. */
  readonly jobs: { readonly [job: string]: string }
  /** The printed number. */
  readonly permits: { readonly [permit: string]: string }
}
