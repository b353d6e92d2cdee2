/** One requirement of AQ 3064.2-2025: where it is met and by which tests, or honestly what is not there yet. */
export type ConformityRow = {
  readonly section: string
  readonly asks: string
  readonly where: readonly string[]
  readonly tests: readonly string[]
  /** What is still missing; a row with tests may lack a part as well. */
  readonly notYet?: string
}

/** The functions that the standard asks of an enterprise (4.2 to 8), in its order. */
export const conformityRows: readonly ConformityRow[] = [
  {
    section: '4.2',
    asks: 'Permits kept for a year at least, video of the site for 30 days',
    where: ['server/store/migrations/0001-foundations.sql', 'rulebooks/chemical/rulebook.yaml', 'core/video/hold.ts'],
    tests: ['server/store/plant-walls.db.test.ts', 'core/video/video.test.ts', 'server/routes/video.db.test.ts'],
    notYet: 'The film itself stays with its recorder: its hash, retention and holds are kept here.',
  },
  {
    section: '5.1',
    asks: 'Conditions of approval item by item, along the whole chain from application to acceptance',
    where: ['core/job/decide.ts'],
    tests: ['server/working-day.db.test.ts', 'server/rulebooks/days-of-work.test.ts'],
  },
  {
    section: '5.2',
    asks: 'Built-in flows with who approves and a time limit for each step, which can be changed',
    where: ['rulebooks/chemical/hot-work.yaml', 'core/job/obligations.ts'],
    tests: [
      'core/job/deadlines.test.ts',
      'server/rulebooks/rulebooks.db.test.ts',
      'server/rulebooks/limits.test.ts',
      'core/job/approval.test.ts',
    ],
  },
  {
    section: '5.3.1',
    asks: 'Reservation a day ahead, and urgent ones on the day',
    where: ['core/job/booking.ts', 'server/views/day-plan.ts'],
    tests: ['core/job/booking.test.ts', 'server/routes/day-plan.db.test.ts', 'server/rulebooks/matrix.test.ts'],
    notYet: 'An application counts as the reservation.',
  },
  {
    section: '5.3.2',
    asks: 'Application after the reservation, with people and linked permits',
    where: ['core/job/plan-permits.ts'],
    tests: ['server/rulebooks/matrix.test.ts', 'e2e/apply.e2e.ts'],
    notYet: 'Reservation and application are one step.',
  },
  {
    section: '5.4.1',
    asks: 'A library of hazards and measures by job, equipment and area',
    where: ['core/risk/risk-library.ts', 'server/routes/risk-library.ts'],
    tests: ['core/risk/risk-library.test.ts', 'server/routes/risk-library.db.test.ts', 'e2e/approvals.e2e.ts'],
  },
  {
    section: '5.4.2',
    asks: 'Analysis before the work: hazards, gas, measures, briefing, plans',
    where: ['core/rules/preparation/preparations-complete.ts'],
    tests: [
      'core/rules/preparation/preparation.test.ts',
      'core/rules/preparation/plan-is-uploaded.test.ts',
      'core/risk/risk-library.test.ts',
    ],
  },
  {
    section: '5.4.3',
    asks: 'No signature and an alarm where the gas test is missing or older than 30 minutes',
    where: ['core/rules/gas/gas-sample-is-fresh.ts'],
    tests: ['core/rules/gas/gas.test.ts', 'core/alarms/alarms.test.ts'],
    notYet: 'The start and the resume are held back, not the signature: the air is tested after the papers are signed.',
  },
  {
    section: '5.4.4',
    asks: 'No signature where fitting and removing a blind share a permit',
    where: ['rulebooks/chemical/blinding.yaml'],
    tests: ['server/rulebooks/matrix.test.ts'],
  },
  {
    section: '5.4.5',
    asks: 'No signature and an alarm while analysis or measures are incomplete',
    where: ['core/rules/preparation/measures-confirmed.ts'],
    tests: ['core/rules/preparation/preparation.test.ts', 'server/rulebooks/every-row.test.ts'],
  },
  {
    section: '5.5.1',
    asks: 'Each step is pushed to its approver in turn',
    where: ['core/job/obligations.ts', 'core/job/duties-of-person.ts'],
    tests: ['core/job/duties-of-person.test.ts', 'server/routes/me.db.test.ts'],
    notYet: 'Shown at once in the app; no message reaches a phone on which it is closed.',
  },
  {
    section: '5.5.2',
    asks: 'Approval only on site, with identity, position and time',
    where: ['core/job/decide/approval.ts'],
    tests: ['core/job/decide.test.ts', 'server/routes/signing.db.test.ts'],
  },
  {
    section: '5.5.3',
    asks: 'Delegation only to somebody who holds that right already',
    where: ['core/people/delegation.ts'],
    tests: ['core/people/delegation.test.ts', 'server/routes/standing-in.db.test.ts'],
  },
  {
    section: '5.6.1',
    asks: 'Guardian on the phone: opinions, problems, suspend, cancel',
    where: ['web/stop', 'web/features/sign-in'],
    tests: ['e2e/guardian.e2e.ts', 'core/job/five-laws.test.ts'],
    notYet:
      'A problem is told by stopping or by reporting what changed, a wish to cancel by the leader; an opinion alone has no page.',
  },
  {
    section: '5.6.2',
    asks: 'Gas readings on the phone, and fixed detectors live',
    where: ['web/features/gas-test'],
    tests: ['e2e/hold-points.e2e.ts', 'web/features/gas-test/draft.test.ts'],
    notYet: 'Fixed detectors are not shown live.',
  },
  {
    section: '5.6.3',
    asks: 'Live and historic video',
    where: ['server/routes/video.ts', 'web/features/video/video-page.tsx'],
    tests: ['server/routes/video.db.test.ts', 'e2e/video.e2e.ts'],
    notYet: 'Addresses of cameras and recordings are kept by place; no picture is shown here.',
  },
  {
    section: '5.6.4',
    asks: 'People change after approval: hand-over, briefing and certificates of newcomers',
    where: ['core/job/decide/changes'],
    tests: ['core/job/people-change.test.ts', 'core/job/hand-over.test.ts'],
  },
  {
    section: '5.6.5',
    asks: 'Recognition of the person and of protective equipment',
    where: ['core/job/decide/presence.ts'],
    tests: ['server/routes/presence.db.test.ts'],
    notYet: 'Identity by picture or own number and a second person; nothing is recognised by a machine.',
  },
  {
    section: '5.6.6',
    asks: 'Confined space: people and tools registered in and out',
    where: ['core/rules/close-out/everything-counted-out.ts'],
    tests: ['core/rules/close-out/close-out.test.ts', 'server/routes/site-records.db.test.ts'],
  },
  {
    section: '5.7',
    asks: 'Cancel with a reason and an approval; close after acceptance',
    where: ['core/job/decide/closing.ts'],
    tests: ['core/job/job-changes.test.ts', 'server/working-day.db.test.ts'],
  },
  {
    section: '5.8.1',
    asks: 'Content, scope, place or time changed: close the old permit, issue a new one',
    where: ['core/job/decide/changes'],
    tests: ['core/job/job-changes.test.ts', 'server/rulebooks/wrong-readings.test.ts'],
  },
  {
    section: '5.8.2',
    asks: 'Conditions changed: new analysis and new permit',
    where: ['core/job/decide/changes'],
    tests: ['core/job/job-changes.test.ts'],
  },
  {
    section: '5.8.3',
    asks: 'Hot work one level up on holidays, rest days, at night and in special situations',
    where: ['rulebooks/chemical/hot-work.yaml', 'server/routes/calendar.ts', 'core/rules/permits/permits-still-fit.ts'],
    tests: [
      'server/routes/calendar.db.test.ts',
      'e2e/calendar.e2e.ts',
      'core/calendar/calendar.test.ts',
      'server/rulebooks/chemical.test.ts',
      'server/rulebooks/matrix.test.ts',
      'server/rulebooks/gates.test.ts',
    ],
  },
  {
    section: '5.8.4',
    asks: 'Suspend and resume on record, with gas data before resuming',
    where: ['core/job/decide/work.ts', 'core/rules/gas/gas-tested-after-break.ts'],
    tests: ['core/rules/gas/gas.test.ts', 'core/job/decide.test.ts'],
  },
  {
    section: '5.9',
    asks: 'Alarms of table A.4, pushed to who is responsible, each to its end',
    where: ['core/alarms/alarms-of.ts', 'server/views/alarm-list.ts', 'server/feed/watch-alarms.ts'],
    tests: ['core/alarms/alarms.test.ts', 'server/views/alarm-list.db.test.ts', 'e2e/alarms-and-ledger.e2e.ts'],
    notYet: 'Shown to their owners in the app; no message reaches a phone on which it is closed.',
  },
  {
    section: '5.10',
    asks: 'Built in and editable: templates, lists, triggers, certificates, calendar, contractors; print',
    where: ['server/rulebooks/rulebooks.ts', 'server/routes/calendar.ts', 'server/paper/describe-permit.ts'],
    tests: [
      'server/rulebooks/rulebooks.db.test.ts',
      'server/routes/calendar.db.test.ts',
      'e2e/calendar.e2e.ts',
      'server/paper/create-printer.test.ts',
      'server/paper/standard-forms.test.ts',
      'server/routes/paper.db.test.ts',
    ],
    notYet: 'Detectors by place are sources without a page.',
  },
  {
    section: '5.11',
    asks: 'Ledger and statistics by eleven dimensions, export and print',
    where: ['server/ledger/read-ledger.ts', 'server/ledger/export-ledger.ts'],
    tests: ['server/ledger/ledger.db.test.ts', 'e2e/alarms-and-ledger.e2e.ts'],
    notYet: 'Printed is a permit or the workbook; the page itself has no printed form. Live pictures are not shown.',
  },
  {
    section: '5.12',
    asks: 'Electronic map of jobs and alarms; what waits for me',
    where: ['web/features/home'],
    tests: ['core/job/duties-of-person.test.ts'],
    notYet: 'No map.',
  },
  {
    section: '5.13',
    asks: 'Rules and flows follow the standard and the enterprise when they change',
    where: ['server/rulebooks/rulebooks.ts', 'core/rulebook/compare-editions.ts'],
    tests: [
      'server/rulebooks/rulebooks.db.test.ts',
      'server/rulebooks/floors.test.ts',
      'server/rulebooks/released.test.ts',
    ],
  },
  {
    section: '6',
    asks: 'The park: filing, spot checks, query, map, live gas',
    where: ['server/integrations/park'],
    tests: ['server/integrations/park/park-client.test.ts'],
    notYet: 'Records can be handed over; spot checks and findings of the park are not received.',
  },
  {
    section: '7',
    asks: 'Explosion-proof terminals; link with positioning and contractor data; desk and phone in step',
    where: ['web/session/live.ts', 'core/place/position.ts'],
    tests: ['web/session/live.test.ts', 'server/routes/presence.db.test.ts'],
    notYet: 'Terminals are the plant’s own choice; no positioning system is connected.',
  },
  {
    section: '8',
    asks: 'Permits told to the park’s platform at once whenever state or alarms change',
    where: ['core/feed/ticket-record.ts', 'server/feed/tell-park.ts'],
    tests: ['core/feed/feed.test.ts', 'server/feed/feed.db.test.ts', 'scripts/feed-validate/judge-export.test.ts'],
  },
]
