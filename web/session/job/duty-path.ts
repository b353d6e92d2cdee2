import type { ObligationKind } from '#core/job/obligations.ts'

const pages: { readonly [K in ObligationKind]: string } = {
  mend: '',
  'answer-return': '/returned',
  approve: '/approve',
  prepare: '/prepare',
  'confirm-measures': '/measures',
  'sign-briefing': '/briefing',
  'test-gas': '/gas-test',
  ventilate: '/ventilation',
  'witness-check': '/checks',
  'sign-in': '/sign-in',
  start: '/start',
  snapshot: '/snapshot',
  'gas-record': '/gas-test',
  'fire-watch': '/close-out',
  'close-out': '/close-out',
  accept: '/accept',
  agree: '/changes',
  'end-work': '/start',
  'settle-debt': '/debts',
  'hand-in-recording': '',
  'forced-rest': '/changes',
}

/** The phone's page on which a duty is done. */
export const dutyPath = (job: string, kind: ObligationKind): string =>
  kind === 'mend' ? `/apply/${job}` : `/jobs/${job}${pages[kind]}`
