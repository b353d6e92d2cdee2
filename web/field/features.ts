import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import { approvers, field, type Audience, applicants, weatherWatchers } from '../session/roles.ts'
import type { ScreenWords } from '#core/messages/screens.zh-cn.ts'

/** The tabs at the foot, in their order. A tab without a page does not appear. */
export const fieldTabs = ['home', 'jobs', 'scan', 'messages', 'me'] as const
export type FieldTab = (typeof fieldTabs)[number]

/**
 * A page of the phone, under /field. A `tab` page stands at the foot; an `inner` page has a title and a way back instead, and the foot
 * belongs to its own actions. `path` is a wouter pattern (`/jobs/:job`).
 */
export type FieldFeature = {
  readonly path: string
  readonly audience: Audience
  readonly page: LazyExoticComponent<ComponentType>
} & (
  | { readonly at: 'tab'; readonly tab: FieldTab }
  | { readonly at: 'inner'; readonly title: (words: ScreenWords) => string; readonly back: string }
)

/** One row per page, its code loaded when it is opened. */
export const fieldFeatures: readonly FieldFeature[] = [
  {
    at: 'tab',
    tab: 'home',
    path: '/',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/home/home.tsx')).Home })),
  },
  {
    at: 'tab',
    tab: 'scan',
    path: '/scan',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/scan/scan.tsx')).ScanPage })),
  },
  {
    at: 'tab',
    tab: 'jobs',
    path: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/jobs-today/jobs-today.tsx')).JobsToday })),
  },
  {
    at: 'inner',
    path: '/jobs/:job',
    title: (words) => words.jobs.one,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/job/job-track.tsx')).JobTrack })),
  },
  ...(['/apply', '/apply/:job'] as const).map((path): FieldFeature => ({
    at: 'inner',
    path,
    title: (words) => words.apply.title,
    back: '/jobs',
    audience: applicants,
    page: lazy(async () => ({ default: (await import('../features/apply/apply-page.tsx')).ApplyPage })),
  })),
  {
    at: 'inner',
    path: '/evacuation',
    title: (words) => words.evacuation.title,
    back: '/',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/evacuation/evacuation-page.tsx')).EvacuationPage })),
  },
  {
    at: 'inner',
    path: '/weather',
    title: (words) => words.weather.title,
    back: '/',
    audience: weatherWatchers,
    page: lazy(async () => ({ default: (await import('../features/weather/weather-page.tsx')).WeatherPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/gas-test',
    title: (words) => words.gasTest.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/gas-test/gas-test.tsx')).GasTestPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/checks',
    title: (words) => words.witness.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/witness/witness.tsx')).WitnessPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/isolation',
    title: (words) => words.isolation.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/isolation/isolation-page.tsx')).IsolationPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/ventilation',
    title: (words) => words.ventilation.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/ventilation/ventilation.tsx')).VentilationPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/snapshot',
    title: (words) => words.snapshot.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/snapshot/snapshot.tsx')).SnapshotPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/prepare',
    title: (words) => words.steps.prepare.title,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/prepare/prepare-page.tsx')).PreparePage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/measures',
    title: (words) => words.steps.measures.title,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/measures/measures-page.tsx')).MeasuresPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/briefing',
    title: (words) => words.steps.briefing.title,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/briefing/briefing-page.tsx')).BriefingPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/approve',
    title: (words) => words.steps.approve.title,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/approve/approve-page.tsx')).ApprovePage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/returned',
    title: (words) => words.approving.returned.title,
    back: '/',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/returned/returned-page.tsx')).ReturnedPage })),
  },
  {
    at: 'inner',
    path: '/stand-in',
    title: (words) => words.approving.standIn.title,
    back: '/me',
    audience: approvers,
    page: lazy(async () => ({ default: (await import('../features/stand-in/stand-in-page.tsx')).StandInPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/start',
    title: (words) => words.steps.start.title,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/start/start-page.tsx')).StartPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/changes',
    title: (words) => words.changes.title,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/changes/changes-page.tsx')).ChangesPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/accept',
    title: (words) => words.steps.accept.title,
    back: '/jobs',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/accept/accept-page.tsx')).AcceptPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/debts',
    title: (words) => words.debts.title,
    back: '/',
    audience: approvers,
    page: lazy(async () => ({ default: (await import('../features/debts/job-debts.tsx')).JobDebtsPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/sign-in',
    title: (words) => words.guarding.signIn.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/sign-in/sign-in.tsx')).SignInPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/passages',
    title: (words) => words.guarding.passages.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/passages/passages.tsx')).PassagesPage })),
  },
  {
    at: 'inner',
    path: '/jobs/:job/close-out',
    title: (words) => words.guarding.closeOut.title,
    back: '/',
    audience: field,
    page: lazy(async () => ({ default: (await import('../features/close-out/close-out.tsx')).CloseOutPage })),
  },
  {
    at: 'tab',
    tab: 'messages',
    path: '/messages',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/messages/messages.tsx')).MessagesPage })),
  },
  {
    at: 'tab',
    tab: 'me',
    path: '/me',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../session/account-page.tsx')).AccountPage })),
  },
  {
    at: 'inner',
    path: '/outbox',
    title: (words) => words.session.outbox.title,
    back: '/',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../session/outbox/outbox-page.tsx')).OutboxPage })),
  },
]
