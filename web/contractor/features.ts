import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { ScreenWords } from '#core/messages/screens.zh-cn.ts'
import type { IconName } from '../ui/icons/icon.tsx'

/** A page of the contractors' entry, under /contractor. Everybody there may open all of it; the server shows them their own only. */
export type ContractorFeature = {
  readonly path: string
  readonly label: (words: ScreenWords) => string
  readonly icon: IconName
  readonly page: LazyExoticComponent<ComponentType>
}

export const contractorFeatures: readonly ContractorFeature[] = [
  {
    path: '/papers',
    label: (words) => words.ownFirm.papers.menu,
    icon: 'people',
    page: lazy(async () => ({ default: (await import('../features/own-firm/own-papers-page.tsx')).OwnPapersPage })),
  },
  {
    path: '/jobs',
    label: (words) => words.ownFirm.jobs.menu,
    icon: 'jobs',
    page: lazy(async () => ({ default: (await import('../features/own-firm/own-jobs-page.tsx')).OwnJobsPage })),
  },
  {
    path: '/me',
    label: (words) => words.shell.account,
    icon: 'me',
    page: lazy(async () => ({ default: (await import('../session/account-page.tsx')).AccountPage })),
  },
]
