import type { shellZhCn } from './shell.zh-cn.ts'

export const shellEn: typeof shellZhCn = {
  brand: 'Holdpoint',
  desk: {
    menuLabel: 'Main menu',
    menu: {
      workbench: 'Workbench',
      board: 'Live board',
      alarms: 'Alarms',
      ledger: 'Permits',
      registers: 'Site registers',
      people: 'People',
      contractors: 'Contractors',
      roster: 'Roster check',
      rules: 'Rules',
      insight: 'Insight',
      integrations: 'Integrations',
      settings: 'Settings',
    },
    nothingHere: 'No pages for you yet',
    nothingHereHow: 'Your role has no functions yet. Ask an administrator.',
  },
  field: {
    tabsLabel: 'Navigation',
    tabs: { home: 'Home', jobs: 'Jobs', scan: 'Scan', messages: 'Messages', me: 'Me' },
    back: 'Back',
    sunlightOn: 'Turn sunlight display on',
    sunlightOff: 'Turn sunlight display off',
  },
  contractor: { title: 'Contractors', menuLabel: 'Contractor menu' },
  notFound: {
    title: 'There is no such page',
    how: 'The address may be wrong, or it is not open to you.',
    home: 'To the start',
  },
  account: 'Account',
}
