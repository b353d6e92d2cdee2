import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { ScreenWords } from '#core/messages/screens.zh-cn.ts'
import { applicants, approvers, type Audience } from '../session/roles.ts'
import type { IconName } from '../ui/icons/icon.tsx'

/** The places of the left menu, in their order. A place without a page does not appear. */
export const menuPlaces = {
  workbench: 'workbench',
  board: 'board',
  alarms: 'messages',
  ledger: 'ledger',
  registers: 'lock',
  people: 'people',
  contractors: 'contractor',
  roster: 'roster',
  rules: 'rules',
  insight: 'insight',
  integrations: 'integrations',
  settings: 'settings',
} as const satisfies Record<string, IconName>
export type MenuPlace = keyof typeof menuPlaces

/**
 * A page of the desk. `path` is a wouter pattern (`/people/:person`); `menu` names the place that opens it and stays lit on it. The first
 * row of a place is what the menu opens.
 */
export type DeskFeature = {
  readonly path: string
  readonly menu: MenuPlace
  readonly audience: Audience
  readonly page: LazyExoticComponent<ComponentType>
  /** For a page that the phone has as well, where the strip on top names it: what the desk writes above it, and where back leads. */
  readonly head?: { readonly title: (words: ScreenWords) => string; readonly back: string }
}

/** Who may look at people's documents; the server decides it again. */
const documentReaders: Audience = [
  'safety-officer',
  'administrator',
  'workshop-director',
  'approver',
  'management',
  'auditor',
]

/** Who reads the rules of the plant; only the safety officer writes them. */
const ruleReaders: Audience = documentReaders

/** One row per page, its code loaded when it is opened: `page: lazy(async () => ({ default: (await import('../features/board/board.tsx')).Board }))`. */
export const deskFeatures: readonly DeskFeature[] = [
  {
    path: '/rules',
    menu: 'rules',
    audience: ruleReaders,
    page: lazy(async () => ({ default: (await import('../features/rules/rules-page.tsx')).RulesPage })),
  },
  {
    path: '/workbench',
    menu: 'workbench',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/workbench/workbench.tsx')).Workbench })),
  },
  {
    path: '/',
    menu: 'board',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('./board-with-job.tsx')).BoardWithJob })),
  },
  {
    path: '/evacuation',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.evacuation.title, back: '/' },
    page: lazy(async () => ({ default: (await import('../features/evacuation/evacuation-page.tsx')).EvacuationPage })),
  },
  {
    path: '/jobs/:job',
    menu: 'board',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('./board-with-job.tsx')).BoardWithJob })),
  },
  {
    path: '/alarms',
    menu: 'alarms',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/alarm-list/alarm-list-page.tsx')).AlarmListPage })),
  },
  {
    path: '/ledger',
    menu: 'ledger',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/ledger/ledger-page.tsx')).LedgerPage })),
  },
  {
    path: '/integrations/park',
    menu: 'integrations',
    audience: ['administrator', 'safety-officer', 'management', 'auditor'],
    page: lazy(async () => ({ default: (await import('../features/park-feed/feed-page.tsx')).FeedPage })),
  },
  {
    path: '/people',
    menu: 'people',
    audience: documentReaders,
    page: lazy(async () => ({ default: (await import('../features/people/people-page.tsx')).PeoplePage })),
  },
  {
    path: '/people/matrix',
    menu: 'people',
    audience: documentReaders,
    page: lazy(async () => ({ default: (await import('../features/people/matrix-page.tsx')).MatrixPage })),
  },
  {
    path: '/jobs/:job/prepare',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.steps.prepare.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/prepare/prepare-page.tsx')).PreparePage })),
  },
  {
    path: '/jobs/:job/measures',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.steps.measures.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/measures/measures-page.tsx')).MeasuresPage })),
  },
  {
    path: '/jobs/:job/briefing',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.steps.briefing.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/briefing/briefing-page.tsx')).BriefingPage })),
  },
  {
    path: '/jobs/:job/approve',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.steps.approve.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/approve/approve-page.tsx')).ApprovePage })),
  },
  {
    path: '/jobs/:job/start',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.steps.start.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/start/start-page.tsx')).StartPage })),
  },
  {
    path: '/jobs/:job/accept',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.steps.accept.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/accept/accept-page.tsx')).AcceptPage })),
  },
  {
    path: '/jobs/:job/changes',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.changes.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/changes/changes-page.tsx')).ChangesPage })),
  },
  ...(['/apply', '/apply/:job'] as const).map((path): DeskFeature => ({
    path,
    menu: 'board',
    audience: applicants,
    head: { title: (words) => words.apply.title, back: '/' },
    page: lazy(async () => ({ default: (await import('../features/apply/apply-page.tsx')).ApplyPage })),
  })),
  {
    path: '/registers/isolation',
    menu: 'registers',
    audience: 'everyone',
    page: lazy(async () => ({
      default: (await import('../features/isolation/register-page.tsx')).IsolationRegisterPage,
    })),
  },
  {
    path: '/plan',
    menu: 'roster',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/day-plan/day-plan-page.tsx')).DayPlanPage })),
  },
  {
    path: '/jobs/:job/returned',
    menu: 'board',
    audience: 'everyone',
    head: { title: (words) => words.approving.returned.title, back: '/jobs/:job' },
    page: lazy(async () => ({ default: (await import('../features/returned/returned-page.tsx')).ReturnedPage })),
  },
  {
    path: '/stand-in',
    menu: 'workbench',
    audience: approvers,
    head: { title: (words) => words.approving.standIn.title, back: '/workbench' },
    page: lazy(async () => ({ default: (await import('../features/stand-in/stand-in-page.tsx')).StandInPage })),
  },
  {
    path: '/registers/blinds',
    menu: 'registers',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/blinds/blinds-page.tsx')).BlindsPage })),
  },
  {
    path: '/registers/video',
    menu: 'registers',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/video/video-page.tsx')).VideoPage })),
  },
  {
    path: '/registers/risks',
    menu: 'registers',
    audience: 'everyone',
    page: lazy(async () => ({
      default: (await import('../features/risk-library/risk-library-page.tsx')).RiskLibraryPage,
    })),
  },
  {
    path: '/registers/calendar',
    menu: 'registers',
    audience: 'everyone',
    page: lazy(async () => ({ default: (await import('../features/calendar/calendar-page.tsx')).CalendarPage })),
  },
  {
    path: '/registers/contingencies',
    menu: 'registers',
    audience: approvers,
    page: lazy(async () => ({
      default: (await import('../features/contingencies/contingencies-page.tsx')).ContingenciesPage,
    })),
  },
  {
    path: '/registers/debts',
    menu: 'registers',
    audience: approvers,
    page: lazy(async () => ({ default: (await import('../features/debts/debts-page.tsx')).DebtsPage })),
  },
  {
    path: '/registers/paper',
    menu: 'registers',
    audience: ['safety-officer'],
    page: lazy(async () => ({
      default: (await import('../features/paper-tickets/paper-tickets-page.tsx')).PaperTicketsPage,
    })),
  },
  {
    path: '/people/import',
    menu: 'people',
    audience: ['safety-officer', 'administrator'],
    page: lazy(async () => ({ default: (await import('../features/import-ledgers/imports-page.tsx')).ImportsPage })),
  },
  {
    path: '/people/import/:import',
    menu: 'people',
    audience: ['safety-officer', 'administrator'],
    page: lazy(async () => ({ default: (await import('../features/import-ledgers/import-page.tsx')).ImportPage })),
  },
  {
    path: '/people/:person',
    menu: 'people',
    audience: documentReaders,
    page: lazy(async () => ({ default: (await import('../features/people/person-page.tsx')).PersonPage })),
  },
]
