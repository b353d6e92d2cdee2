import type { Remedy } from '#core/job/refusal.ts'

/** The phone's page of a job on which a remedy is taken; remedies that need more than a page of this job are missing. */
const pages: { readonly [R in Remedy]?: string } = {
  'test-gas': '/gas-test',
  'change-instrument': '/gas-test',
  ventilate: '/ventilation',
  'witness-check': '/checks',
  'change-fan': '/ventilation',
  'sign-in-guardian': '/sign-in',
  prepare: '/prepare',
  'confirm-measure': '/measures',
  'sign-briefing': '/briefing',
  'ask-approver': '/approve',
  'isolate-point': '/isolation',
  'try-out-point': '/isolation',
  'resume-work': '/start',
  'count-people': '/passages',
  'count-tools': '/passages',
  'picture-residue': '/close-out',
  'watch-fire': '/close-out',
  'finish-step-before': '',
}

export const remedyPath = (job: string, remedy: Remedy): string | undefined => {
  if (remedy === 'record-weather') return '/weather'
  const page = pages[remedy]
  return page === undefined ? undefined : `/jobs/${job}${page}`
}
