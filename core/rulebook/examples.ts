/** A rulebook as small as the parser allows, in the form in which it is written. */
const name = { zh: '名', en: 'name' }

export const smallRulebook = {
  id: 'small',
  edition: '1',
  effectiveFrom: '2026-11-01',
  name,
  basis: ['GB 30871-2022'],
  calendar: { night: { from: '18:00', to: '06:00', source: 'enterprise' }, restWeekdays: [6, 7] },
  categories: [{ id: 'safety', kind: 'training', name, remedy: 'training-request' }],
  gases: [{ id: 'oxygen', kind: 'oxygen', name }],
  risks: ['L1', 'L5'],
  combinations: [{ id: 'more-work', when: { fact: 'place.kind', is: 'confined-space' }, needs: 'work', clause: '4.6' }],
  operations: {
    work: {
      id: 'work',
      name,
      numberPrefix: 'W',
      levels: [
        {
          id: 'low',
          name,
          feedCode: '03',
          validHoursMax: { value: 72, clause: '5.1.5', floor: true },
          reTestAfterBreakMinutes: { value: 60, source: 'product' },
        },
        {
          id: 'high',
          name,
          feedCode: '02',
          validHoursMax: { value: 8, clause: '5.1.5', floor: true },
          reTestAfterBreakMinutes: { value: 30, source: 'product' },
        },
      ],
      levelRows: [
        { level: 'high', when: { fact: 'place.zone', in: ['explosive', 'fire-risk'] }, clause: '5.1.3' },
        { level: 'low', clause: '5.1.4' },
      ],
      upgrades: [
        {
          id: 'night',
          when: {
            any: [
              { fact: 'window.isNight', is: true },
              { fact: 'window', overlaps: { from: '22:00', to: '02:00' } },
            ],
          },
          clause: '5.1.1',
        },
      ],
      riskRows: [{ risk: 'L5', source: 'enterprise' }],
      fields: [{ id: 'hot', kind: 'flag', required: true, label: name, source: 'product' }],
      crew: {
        requires: [
          { rule: 'is-on-roster@1', source: 'enterprise' },
          { rule: 'is-trained@1', category: 'safety', source: 'enterprise' },
        ],
        duties: [{ id: 'worker', name, requires: [] }],
      },
      leader: { requires: [{ rule: 'is-on-roster@1', source: 'enterprise' }] },
      guardian: {
        countMin: [{ atLeast: 1, clause: '4.10', floor: true }],
        requires: [{ rule: 'guardian-is-not-worker@1', clause: '4.10' }],
      },
      preparations: [
        { id: 'hazards', kind: 'hazards', name, when: { fact: 'field.work.hot', is: true }, clause: '4.1' },
      ],
      measures: [{ id: 'cordon', text: name, optional: true, clause: 'A.1' }],
      approvals: [
        {
          id: 'unit',
          name,
          levels: ['low', 'high'],
          by: { authority: 'unit-head', of: 'place-unit' },
          withinMinutes: { value: 60, source: 'enterprise' },
          onSite: { required: true, fenceMetresMax: 30, clause: '4.11' },
          clause: 'B.1',
        },
      ],
      holdPoints: [
        {
          kind: 'gas-test',
          applies: true,
          name,
          requires: [{ rule: 'gas-sample-is-fresh@1', kinds: ['oxygen'], ageMinutesMax: 30, clause: '5.3.1 c' }],
          clause: '5.3.1',
        },
        { kind: 'ventilation', applies: false, name, source: 'product' },
        { kind: 'guardian-sign-in', applies: false, name, source: 'product' },
        { kind: 'snapshot', applies: false, name, source: 'product' },
        {
          kind: 'close-out',
          applies: true,
          name,
          requires: [{ rule: 'fire-watch-kept@1', minutesMin: 30, source: 'enterprise' }],
          fireWatchMinutes: { value: 30, source: 'enterprise' },
          residuePicturesMin: { value: 1, source: 'product' },
          clause: '4.14',
        },
      ],
      atSubmit: [],
      atApproval: [],
      atStart: [{ rule: 'now-is-within-window@1', clause: '4.16' }],
      atResume: [{ rule: 'now-is-within-window@1', clause: '4.16' }],
      acceptances: [{ id: 'leader', name, by: 'leader', clause: '4.15' }],
      conflicts: [{ id: 'blinding', with: { operation: 'blinding' }, within: { metresMax: 30 }, clause: '7.6' }],
    },
  },
}
