import type { ScreenWords } from '../screens.zh-cn.ts'

export const dayPlanEn: ScreenWords['dayPlan'] = {
  title: 'Plan of the day',
  menu: "Tomorrow's plan",
  note: (day, jobs, problems) =>
    `${day} · ${jobs} ${jobs === 1 ? 'job' : 'jobs'} · ${problems === 0 ? 'everybody is fit for it' : `${problems} with something missing`}`,
  cutOff: (time) => `Applied for before ${time} of the day before is booked; later is urgent`,
  days: { today: 'Today', tomorrow: 'Tomorrow', after: 'In two days' },
  day: 'Which day',
  none: 'Nothing is applied for on this day',
  noneHow: 'Work that is booked a day ahead stands here by workshop, with everybody judged for that day.',
  booking: { ahead: 'Booked', urgent: 'Urgent' },
  reason: (text) => `Urgent because: ${text}`,
  columns: {
    time: 'Time',
    work: 'Work',
    people: 'People (judged for the day)',
    missing: 'What is missing · who mends it',
  },
  unit: (name, jobs) => `${name} · ${jobs}`,
  fine: 'Complete',
  fixedBy: (owner) => `for ${owner}`,
  insteadOf: (person, others) => `Could replace ${person}: ${others}`,
  nobodyInstead: (person) => `Nobody qualified can replace ${person}`,
  urgent: {
    title: 'Urgent work',
    lead: (time, signers) =>
      `It was not booked before ${time} of the day before, so nobody who plans the day has seen it. Say why it cannot wait: the approvers read it${signers.length === 0 ? '' : `, and one more of them signs: ${signers.join(', ')}`}.`,
    reason: 'Why it must be done that day',
  },
}
