/** The pages that take the whole screen, wherever somebody is in the app. */
export const dutyWatchZhCn = {
  duty: {
    'due-soon': (duty: string): string => `5 分钟内要${duty}`,
    'due-now': (duty: string): string => `现在${duty}`,
    overdue: (duty: string): string => `${duty}已超时`,
  },
  stop: {
    'guardian-left': { title: '监护人离开了现场', action: '知道了,停下手里的活' },
    'work-stopped': { title: '全部停工', action: '知道了,停下手里的活' },
    evacuate: { title: '马上撤离', action: '我已撤离' },
  },
  at: (place: string, content: string): string => `${place} · ${content}`,
}
