import type { ScreenWords } from '../screens.zh-cn.ts'

export const dutyWatchEn: ScreenWords['dutyWatch'] = {
  duty: {
    'due-soon': (duty) => `Within 5 minutes: ${duty}`,
    'due-now': (duty) => `Now: ${duty}`,
    overdue: (duty) => `Overdue: ${duty}`,
  },
  stop: {
    'guardian-left': { title: 'The guardian has left', action: 'I put my tools down' },
    'work-stopped': { title: 'All work has stopped', action: 'I put my tools down' },
    evacuate: { title: 'Leave now', action: 'I am out' },
  },
  at: (place, content) => `${place} · ${content}`,
}
