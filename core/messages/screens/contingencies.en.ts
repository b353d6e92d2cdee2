import type { ScreenWords } from '../screens.zh-cn.ts'

export const contingenciesEn: ScreenWords['contingencies'] = {
  title: 'Fallbacks',
  source: 'Source',
  heard: 'Last heard',
  never: 'Never',
  state: 'State',
  silent: 'Silent',
  speaking: 'Heard',
  open: (until) => `Fallback until ${until}`,
  declare: (mode, hours) => `Open: ${mode} (${hours} h)`,
  end: 'End the fallback',
  noSources: 'No sources are registered',
  noSourcesHow:
    'Once detectors, gateway and positioning are registered, a fallback can be opened here when one is silent.',
  owed: (count) => (count === 1 ? 'one record to be checked' : `${count} records to be checked`),
}
